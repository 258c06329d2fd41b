import type { Exact } from './exact.ts';
import type { InputReader } from './expression/inputs.ts';
import type { Read } from './expression/scope.ts';
import type { Interval, Truth } from './interval.ts';
import type { Combine, Raters } from './language/source.ts';
import type { Rounding } from './language/values.ts';
import type { Governed, Group, Leaf, Rubric } from './rubric.ts';
import type { CompiledSelection, CompiledConsequence } from './field/compiled.ts';

/** A stretch of points with its ends parsed; null: no end on that side. `rank` -1: it gives no grade. */
export interface Band {
  grade: string | null;
  rank: number;
  from: Exact | null;
  to: Exact | null;
  /** the end itself does not belong to the band */
  fromOpen: boolean;
  toOpen: boolean;
}

export interface Cap {
  metric: string;
  kind: string;
  least: number;
  rank: number;
}

/** What may be given by hand: exactly one of the ways that the language knows. */
export type Admitted =
  | { kind: 'scale'; step: Exact; bands: readonly Band[] }
  | { kind: 'step'; step: Exact }
  | { kind: 'percent'; step: Exact }
  | { kind: 'values'; values: readonly Exact[] }
  | { kind: 'grades'; grades: readonly { grade: string; rank: number; points: Exact | null }[] };

export interface CompiledRaters {
  source: Raters;
  combine: CompiledCombine;
  /** by group id, its share of the whole; empty: one group */
  shares: readonly { id: string; share: Exact }[];
  least: number;
  spread: Exact | null;
}

export interface CompiledMark {
  kind: 'mark';
  admitted: Admitted;
  caps: readonly Cap[];
  /** the best grade that a mark with a discretionary deduction (酌情扣分) may have; null: there is none */
  discretion: number | null;
  raters: CompiledRaters | null;
}

export interface CompiledRate {
  id: string;
  /** what one case changes: negative for a deduction */
  change: Exact;
  pointsText: string;
  most: Exact | null;
}

export interface CompiledCases {
  kind: 'cases';
  start: Exact;
  charge: 'every' | 'heaviest-per-act' | 'heaviest';
  shared: boolean;
  /** by `caseKey`; with role '' the rate for every role */
  rateOf: ReadonlyMap<string, CompiledRate>;
  deducts: boolean;
  adds: boolean;
}

export interface CompiledVotes {
  kind: 'votes';
  worth: ReadonlyMap<string, Exact>;
  shares: readonly { id: string; share: Exact }[];
  turnout: Exact | null;
}

export interface CompiledCombine {
  kind: 'combine';
  by: Combine['by'];
  best: number | null;
  better: 'highest' | 'lowest';
  drop: readonly { from: number; each: number }[];
}

export interface CompiledFormula {
  kind: 'formula';
  text: string;
  read: Read<Interval>;
}

export type CompiledSource = CompiledMark | CompiledCases | CompiledVotes | CompiledCombine | CompiledFormula;

export interface GateEffects {
  becomes: Exact | null;
  atMost: Exact | null;
  rank: number | null;
  rankAtMost: number | null;
  gradeDown: number;
  exclude: boolean;
  ask: string | null;
  refuse: string | null;
  carry: boolean;
}

export type CompiledStep =
  | { kind: 'compute'; text: string; read: Read<Interval> }
  | { kind: 'clamp'; least: Exact | null; most: Exact | null }
  | { kind: 'round'; mode: Rounding; places: number; step: Exact | null }
  | { kind: 'band'; bands: readonly (Band & { points: Exact | null })[] }
  | {
      kind: 'decide';
      cases: readonly { when: Read<Truth> | null; text: string; rank: number | null; points: Exact | null }[];
    }
  | ({ kind: 'gate'; when: Read<Truth>; text: string; because: string } & GateEffects)
  | {
      kind: 'relative';
      best: 'highest' | 'lowest';
      among: string | null;
      /** null: in proportion to the best; 'place': the place itself */
      byRank: readonly { upTo: number | null; points: readonly Exact[] }[] | 'place' | null;
      ties: 'competition' | 'mean';
    };

export type RelativeStep = Extract<CompiledStep, { kind: 'relative' }>;

/** One line of the tree, or a figure beside it, with its numbers parsed and the rulings that it is read with. */
export interface CompiledLine {
  id: string;
  index: number;
  worth: 'points' | 'bonus' | 'penalty' | 'none';
  points: Exact;
  /** the same, written out */
  pointsText: string;
  weight: Exact | null;
  /** what a line with a worth may come to at all */
  natural: Interval;
  /** the whole table first, the line's own group last */
  ancestors: readonly CompiledLine[];
  children: readonly CompiledLine[];
  from: CompiledSource;
  steps: readonly CompiledStep[];
  /** what its formula and its conditions read */
  inputs: readonly InputReader[];
  /** a copy that ends before one of the steps: its figure is not yet held to what the line is worth */
  partial?: boolean;
  notApplicable: Leaf['notApplicable'] | Group['notApplicable'];
  /** a line whose figure comes with a grade */
  graded: boolean;
  rulings: Readonly<Record<Governed, string[]>>;
}
export interface CompiledLeaf extends CompiledLine {
  source: Leaf;
}
export interface CompiledGroup extends CompiledLine {
  title: string;
}

/** A table ready to score with: `published` as signed, `table` as its rulings in force read it. */
export interface CompiledRubric {
  published: Rubric;
  table: Rubric;
  rulings: readonly string[];
  /** the whole table; it carries the rubric's id */
  total: CompiledGroup;
  /** in the table's order, parents before children */
  groups: readonly CompiledGroup[];
  leaves: readonly CompiledLeaf[];
  /** figures that stand beside the tree */
  figures: readonly CompiledLeaf[];
  /** every line in an order in which each is computed after all that it reads */
  inOrder: readonly CompiledLine[];
  selections: readonly CompiledSelection[];
  consequences: readonly CompiledConsequence[];
  /** the place of a leaf among `leaves` */
  indexOf: ReadonlyMap<string, number>;
}

export const caseKey = (category: string, role: string): string => `${category}/${role}`;
