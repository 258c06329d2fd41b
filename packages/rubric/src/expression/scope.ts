import type { Interval, Truth } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import type { Named } from '../unknown-name.ts';

export type Read<Value> = (unit: UnitState) => Value;

/** What an expression comes to: a number, a condition, a grade (the better, the higher; null: there is none), or a text to compare with. */
export type Compiled =
  | { type: 'number'; read: Read<Interval> }
  | { type: 'truth'; read: Read<Truth> }
  | { type: 'grade'; read: Read<Interval | null> }
  | { type: 'attribute'; read: Read<string | null> }
  | { type: 'text'; text: string };

/** The names that an expression on one line may use. */
export interface Scope {
  /** the line's id, for messages */
  place: string;
  /** the index of a line, which will be computed first; undefined: there is none */
  lineAt: (id: string) => number | undefined;
  hasLine: (id: string) => boolean;
  /** all names that there are, for messages */
  known: Readonly<Record<'line' | 'grade' | 'kind' | 'category' | 'input' | 'series', readonly Named[]>>;
  /** the points of a line as declared */
  pointsOf: (id: string) => Interval;
  /** indexes of the parts of this line; empty on a leaf */
  children: readonly number[];
  /** the place of a grade in the table's list; -1: there is none */
  rankOf: (grade: string) => number;
  /** the table's grades, best first */
  grades: readonly string[];
  input: (name: string) => { kind: 'number' | 'series' | 'statement'; range: Interval } | undefined;
  hasKind: (evidenceKind: string) => boolean;
  hasCategory: (category: string) => boolean;
  /** the selections that have been carried out when the expression is read */
  selections: readonly string[];
}
