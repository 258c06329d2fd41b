import type { CompiledRubric } from '../compiled.ts';
import { type Exact, compare, exact, subtract, written } from '../exact.ts';
import { explainLeaf } from '../explain/explain.ts';
import type { Wording } from '../explain/wording.ts';
import type { UnitFacts } from '../facts.ts';
import { scoreAll } from '../score.ts';
import type { LeafScore, Scorecard } from '../scorecard.ts';

/** A unit's facts under its name. */
export interface NamedFacts {
  unit: string;
  facts: UnitFacts;
}

/** One line that gives a unit another figure under the other table, with the rule of either. null: it has no such line. */
export interface MovedLine {
  line: string;
  before: string | null;
  after: string | null;
  rules: { before: Wording | null; after: Wording | null };
}

/** What a unit has under one table and under the other. `place`: by the total's lower end, ties share the better place. */
export interface Moved {
  unit: string;
  before: Figures;
  after: Figures;
  /** the total's change where both are settled */
  change: string | null;
  lines: MovedLine[];
}
export interface Figures {
  floor: string;
  ceiling: string;
  grade: string | null;
  place: number;
}

/** The same facts under two tables: who moves, and by which rule. Units in the order given, all of them. */
export function whatIf(before: CompiledRubric, after: CompiledRubric, units: readonly NamedFacts[]): Moved[] {
  const facts = units.map((unit) => unit.facts);
  const [old, other] = [scoreAll(before, facts, 'marks'), scoreAll(after, facts, 'marks')];
  const [oldPlaces, otherPlaces] = [placesOf(old), placesOf(other)];
  return units.map(({ unit }, n) => ({
    unit,
    before: figuresOf(old[n]!, oldPlaces[n]!),
    after: figuresOf(other[n]!, otherPlaces[n]!),
    change: changeOf(old[n]!, other[n]!),
    lines: movedLines(before, old[n]!, after, other[n]!),
  }));
}

const figuresOf = ({ total }: Scorecard, place: number): Figures => ({
  floor: total.floor,
  ceiling: total.ceiling,
  grade: total.grade ?? null,
  place,
});

function placesOf(cards: readonly Scorecard[]): number[] {
  const floors = cards.map(({ total }): Exact => exact(total.floor));
  const sorted = floors.toSorted((a, b) => compare(b, a));
  const firstAt = new Map<string, number>();
  sorted.forEach((floor, n) => firstAt.has(written(floor)) || firstAt.set(written(floor), n + 1));
  return floors.map((floor) => firstAt.get(written(floor))!);
}

const changeOf = ({ total: a }: Scorecard, { total: b }: Scorecard): string | null =>
  a.floor === a.ceiling && b.floor === b.ceiling ? written(subtract(exact(b.floor), exact(a.floor))) : null;

function movedLines(before: CompiledRubric, old: Scorecard, after: CompiledRubric, other: Scorecard): MovedLine[] {
  const [was, is] = [linesOf(old), linesOf(other)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((line) => {
    const [a, b] = [was.get(line), is.get(line)];
    if (a && b && told(a) === told(b)) return [];
    const rules = {
      before: a ? explainLeaf(before, old, line).rule : null,
      after: b ? explainLeaf(after, other, line).rule : null,
    };
    return [{ line, before: a ? told(a) : null, after: b ? told(b) : null, rules }];
  });
}

const linesOf = ({ leaves, figures = [] }: Scorecard): Map<string, LeafScore> =>
  new Map([...leaves, ...figures].map((leaf) => [leaf.id, leaf]));

const told = ({ floor, ceiling, grade, outcome }: LeafScore): string =>
  [floor === ceiling ? floor : `${floor}–${ceiling}`, grade, outcome?.reason].filter(Boolean).join(' ');
