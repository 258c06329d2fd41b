import type { RelativeStep } from '../compiled.ts';
import { type Exact, ZERO, add, compare, multiply } from '../exact.ts';
import { type Interval, between, onlyValue, opposite, point, highest, lowest } from '../interval.ts';

type End = Exact | null;

/**
 * Points by place. Who surely and who possibly stands before a unit is counted on sorted ends: n log n. Ties share the
 * better place (1, 2, 2, 4), or the mean of the points of the places that they take.
 */
export function byRank({ best, byRank: tables, ties }: RelativeStep, ranges: readonly Interval[]): Interval[] {
  const heights = best === 'highest' ? ranges : ranges.map(opposite);
  const points = pointsByPlace(tables, ranges.length);
  const lows = heights.map(({ low }) => low).sort(lowFirst);
  const highs = heights.map(({ high }) => high).sort(highLast);
  const settled = heights
    .map(onlyValue)
    .filter((value) => value !== null)
    .sort(compare);
  return heights.map((mine) => {
    const surely = mine.high ? lows.length - after(lows, mine.high, lowFirst) : 0;
    const possibly = (mine.low ? highs.length - before(highs, mine.low, highLast) : highs.length) - 1;
    const value = onlyValue(mine);
    const tied = value ? after(settled, value, lowFirst) - before(settled, value, lowFirst) : 0;
    if (!value || tied !== possibly - surely + 1) return anyOf(points, surely, possibly);
    return point(ties === 'mean' ? meanOf(points, surely, tied) : (points[surely] ?? ZERO));
  });
}

/** What each place gives, the best first. */
function pointsByPlace(tables: RelativeStep['byRank'], size: number): readonly Exact[] {
  if (tables === 'place') return Array.from({ length: size }, (_, n) => ({ n: n + 1, d: 1 }));
  return (tables ?? []).find(({ upTo }) => upTo === null || size <= upTo)?.points ?? [];
}

/** The points of any place from one to another; a place that the table does not name gives none. */
function anyOf(points: readonly Exact[], from: number, to: number): Interval {
  const named = points.slice(from, to + 1).map(point);
  const all = to >= points.length ? [...named, point(ZERO)] : named;
  return between(all.reduce(lowest).low, all.reduce(highest).high);
}

function meanOf(points: readonly Exact[], from: number, count: number): Exact {
  const sum = points.slice(from, from + count).reduce(add, ZERO);
  return multiply(sum, { n: 1, d: count });
}

/** An end that is not there: a low one stands below all others, a high one above. */
const lowFirst = (a: End, b: End): number => (a && b ? compare(a, b) : a === b ? 0 : a ? 1 : -1);
const highLast = (a: End, b: End): number => (a && b ? compare(a, b) : a === b ? 0 : a ? -1 : 1);

/** How many stand before the value, in a sorted list; and how many up to and with it. */
const before = (sorted: readonly End[], value: End, order: typeof lowFirst): number =>
  firstWhere(sorted, (each) => order(each, value) >= 0);
const after = (sorted: readonly End[], value: End, order: typeof lowFirst): number =>
  firstWhere(sorted, (each) => order(each, value) > 0);

function firstWhere(sorted: readonly End[], fits: (each: End) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fits(sorted[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}
