import type { Band } from '../compiled.ts';
import { type Exact, compare } from '../exact.ts';
import { type Figure, Refusal, hullOf } from '../figure.ts';
import { type Interval, highest, lowest, point } from '../interval.ts';

export type PointedBand = Band & { points: Exact | null };

/**
 * The band that the figure falls into gives the grade, other points, or both; an open figure may fall into any that it
 * touches. A band without a grade leaves the one that the figure has. Refused where no band covers it.
 */
export function applyBands(bands: readonly PointedBand[], before: Figure): Figure {
  const possible = bands.filter((band) => meets(band, before.range)).map((band) => within(band, before));
  if (possible.length === 0) throw new Refusal('band.none-covers');
  return possible.reduce(hullOf);
}

function within(band: PointedBand, before: Figure): Figure {
  const range = band.points ? point(band.points) : cutTo(band, before.range);
  return { ...before, range, ranks: band.rank >= 0 ? { best: band.rank, worst: band.rank } : before.ranks };
}

const cutTo = ({ from, to }: Band, range: Interval): Interval => {
  const above = from ? highest(range, point(from)) : range;
  return to ? lowest(above, point(to)) : above;
};

/** Whether the interval and the band have a point in common, open ends left out. */
function meets({ from, to, fromOpen, toOpen }: Band, { low, high }: Interval): boolean {
  const reaches = from && high ? compare(high, from) : 1;
  const begins = to && low ? compare(to, low) : 1;
  return (fromOpen ? reaches > 0 : reaches >= 0) && (toOpen ? begins > 0 : begins >= 0);
}
