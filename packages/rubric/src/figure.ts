import { type Exact, ZERO, written } from './exact.ts';
import { ANYTHING, type Interval, hull, over, point } from './interval.ts';

/** Why a line has no value of its own: a code, or the words of whoever wrote the rule or the fact. */
export interface Hold {
  kind: 'refused' | 'unsettled' | 'not-applicable';
  reason: string;
}

/** The grades that a line may still get, as places in the table's list: 0 is the best. */
export interface Ranks {
  readonly best: number;
  readonly worst: number;
  /** it may also turn out that no rule grades the line */
  readonly orNone?: boolean;
}

/** The one grade that is left, or null. */
export const onlyRank = (ranks: Ranks | null): number | null =>
  ranks && ranks.best === ranks.worst && !ranks.orNone ? ranks.best : null;

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
  /** a rule may still leave the line out: then it comes to nothing and takes no points */
  readonly mayBeLeftOut: boolean;
  /** of a line that may be left out, what it comes to if it is not; absent: its range */
  readonly ifCounted?: Interval;
  /** rules may still leave parts out, so that `full` may become less */
  readonly fullOpen: boolean;
}

/** A figure without a grade and without limits. */
export const figure = (range: Interval, full: Exact): Figure => ({
  range,
  ranks: null,
  rankAtMost: null,
  hold: null,
  full,
  mayBeLeftOut: false,
  fullOpen: false,
});

export const hullOf = (a: Figure, b: Figure): Figure => ({
  ...a,
  range: hull(a.range, b.range),
  ranks: hullOfRanks(a.ranks, b.ranks),
  hold: null,
});

/** The points that could be had, as far as they are known. */
export const fullRange = ({ full, mayBeLeftOut, fullOpen }: Figure): Interval =>
  mayBeLeftOut || fullOpen ? ANYTHING : point(full);

/** A line's figure as a part of the points that it could give. */
export const shareOf = (of: Figure): Interval => over(of.range, fullRange(of)) ?? ANYTHING;

function hullOfRanks(a: Ranks | null, b: Ranks | null): Ranks | null {
  const one = a ?? b;
  if (!a || !b) return one && { ...one, orNone: true };
  const orNone = a.orNone === true || b.orNone === true;
  return { best: Math.min(a.best, b.best), worst: Math.max(a.worst, b.worst), ...(orNone && { orNone }) };
}

/** A line that is left out: it has no points and takes none. */
export const leftOut = (reason: string): Figure => ({
  ...figure(point(ZERO), ZERO),
  hold: { kind: 'not-applicable', reason },
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
