import type { Exact } from '../exact.ts';
import type { InputReader } from '../expression/inputs.ts';
import type { Read } from '../expression/scope.ts';
import type { Interval, Truth } from '../interval.ts';
import type { Consequence, Selection } from '../language/selection.ts';

export interface CompiledSelection {
  source: Selection;
  eligible: Read<Truth> | null;
  keys: readonly { read: Read<Interval>; best: 'highest' | 'lowest' }[];
  share: Exact | null;
  /** who counts towards the quota's base; null: everybody */
  counting: Read<Truth> | null;
  /** with fewer candidates nobody is chosen */
  least: number;
  /** what it asks of a unit */
  inputs: readonly InputReader[];
}

export interface CompiledConsequence {
  source: Consequence;
  when: Read<Truth> | null;
  amount: Read<Interval> | null;
  by: Read<Interval> | null;
  inputs: readonly InputReader[];
}
