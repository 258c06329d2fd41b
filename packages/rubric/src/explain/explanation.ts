import type { Chosen } from '../field/select.ts';
import type { InputRead } from '../input-read.ts';
import type { UnitState } from '../unit-state.ts';
import type { Wording } from './wording.ts';

/** Why a line's figure is what it is, as data. */
export interface Explanation {
  leaf: string;
  /** the criterion, verbatim, or the group's title */
  text: string;
  /** the phrases of `text` that set the rates charged: UTF-16 offsets, the end excluded */
  quotes: { rate: string; from: number; to: number }[];
  /** the rule that the line is computed by, in words */
  rule: Wording;
  /** what its formula and its conditions read, with the values and the facts that they come from */
  inputs: (InputRead & Wording)[];
  /** "12 − 1 × 1 例 = 11", "8 − 2 = 6", or "0–8" while it is open */
  arithmetic: Wording;
  /** one line for every contribution, with its facts and the rulings that it was read with */
  lines: (Wording & { facts: string[]; rulings: string[] })[];
  /** what it comes to: a figure, or that there is none */
  result: Wording;
  /** the whole in a sentence */
  sentences: Wording;
}

/** The same with all that the line is computed from: rule, inputs, arithmetic, result. */
export interface ExplanationTree extends Explanation {
  /** null: it is no number: a selection, a deadline */
  floor: string | null;
  ceiling: string | null;
  /** null: no sum counts it */
  points: string | null;
  /** null: the line is not graded, or not yet */
  grade: string | null;
  parts: ExplanationTree[];
  /** of the whole table, the figures that stand beside its tree and that no sum counts */
  beside: ExplanationTree[];
  /** of the whole table, who is chosen and what follows */
  follows: ExplanationTree[];
}

/** All units with what was chosen of them; `chosen` null: they are not all here, and nobody can be chosen. */
export interface Field {
  units: readonly { unit: string; state: UnitState }[];
  chosen: readonly Chosen[] | null;
}

/** A selection or a consequence, said; the ends are of an amount, null where there is none. */
export interface Beyond {
  rule: Wording;
  arithmetic: Wording;
  lines: Wording[];
  result: Wording;
  ends: { floor: string | null; ceiling: string | null };
}
