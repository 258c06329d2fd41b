import type { Band } from './compiled.ts';
import { type Exact, compare, divide, exact, max, multiply, round, subtract } from './exact.ts';
import type { Bound } from './language/values.ts';
import { ratio } from './ratio.ts';

interface WrittenBand {
  grade?: string | undefined;
  from?: Bound | undefined;
  above?: Bound | undefined;
  to?: Bound | undefined;
  below?: Bound | undefined;
}

/** A number of points, or one end of a band, on a line that is worth `points`. */
export function boundAt(bound: Bound, points: Exact): Exact {
  if (typeof bound === 'string') return bound.endsWith('%') ? multiply(points, ratio(bound)) : exact(bound);
  if ('points' in bound) return exact(bound.points);
  if ('minus' in bound) return subtract(points, exact(bound.minus));
  if ('times' in bound) return multiply(points, ratio(bound.times));
  return bound.greatest.map((each) => boundAt(each, points)).reduce(max);
}

/** A band with its ends parsed. `from` and `to` belong to it, `above` and `below` do not. */
export function compileBand(band: WrittenBand, rank: number, points: Exact): Band {
  const lower = band.from ?? band.above;
  const upper = band.to ?? band.below;
  return {
    grade: band.grade ?? null,
    rank,
    from: lower === undefined ? null : boundAt(lower, points),
    to: upper === undefined ? null : boundAt(upper, points),
    fromOpen: band.from === undefined && band.above !== undefined,
    toOpen: band.to === undefined && band.below !== undefined,
  };
}

/** The highest multiple of `step` that the band holds; null: it holds none. `points`: where a band without an end ends. */
export function highestIn(band: Band, step: Exact, points: Exact): Exact | null {
  const end = band.to ?? points;
  const last = multiply(round(divide(end, step), 'cut', 0), step);
  const highest = band.toOpen && compare(last, end) === 0 ? subtract(last, step) : last;
  return covers(band, highest) ? highest : null;
}

export function covers({ from, to, fromOpen, toOpen }: Band, value: Exact): boolean {
  const above = from ? compare(value, from) : 1;
  const below = to ? compare(to, value) : 1;
  return (fromOpen ? above > 0 : above >= 0) && (toOpen ? below > 0 : below >= 0);
}
