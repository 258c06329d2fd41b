import { type Exact, ZERO, written } from './exact.ts';
import { type Interval, hull } from './interval.ts';

/** Why a line has no value of its own: a code, or the words of whoever wrote the rule or the fact. */
export interface Hold {
  kind: 'refused' | 'unsettled' | 'not-applicable';
  reason: string;
}

/** The grades that a line may still get, as places in the table's list: 0 is the best. */
export interface Ranks {
  readonly best: number;
  readonly worst: number;
}

/** What one line comes to: all that it may still be, until it is decided. */
export interface Figure {
  readonly range: Interval;
  /** null: the line is not graded */
  readonly ranks: Ranks | null;
  /** the best grade that a rule leaves; null: no rule limits it */
  readonly rankAtMost: number | null;
  readonly hold: Hold | null;
  /** the points that could be had: less than the line's own where parts do not apply */
  readonly full: Exact;
}

export const hullOf = (a: Figure, b: Figure): Figure => ({
  range: hull(a.range, b.range),
  ranks: hullOfRanks(a.ranks, b.ranks),
  rankAtMost: a.rankAtMost,
  hold: null,
  full: a.full,
});

export const hullOfRanks = (a: Ranks | null, b: Ranks | null): Ranks | null =>
  a && b ? { best: Math.min(a.best, b.best), worst: Math.max(a.worst, b.worst) } : (a ?? b);

/** The grades of all that a figure may still be; any grade at all where only some of it gives one. */
export function ranksOfAll(possible: readonly Figure[], lastRank: number): Ranks | null {
  const graded = possible.filter(({ ranks }) => ranks !== null);
  if (graded.length === 0) return null;
  return graded.length === possible.length ? graded.reduce(hullOf).ranks : { best: 0, worst: lastRank };
}

/** A line that is left out: it has no points and takes none. */
export const leftOut = (reason: string): Figure => ({
  range: { low: ZERO, high: ZERO },
  ranks: null,
  rankAtMost: null,
  hold: { kind: 'not-applicable', reason },
  full: ZERO,
});

export const isLeftOut = ({ hold }: Figure): boolean => hold?.kind === 'not-applicable';

/** The ends of an interval, written out. */
export const writtenEnds = ({ low, high }: Interval): { floor: string | null; ceiling: string | null } => ({
  floor: low && written(low),
  ceiling: high && written(high),
});

/** What ends the computing of one line: the rules give it no value. It never leaves the scorer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly reason: string) {
    super(reason);
  }
}
