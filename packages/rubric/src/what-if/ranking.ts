import { type Exact, compare, exact } from '../exact.ts';
import type { Score } from './figures.ts';

/** The places that a unit may still come to have: one where all figures that matter are settled. */
export interface PlaceRange {
  best: number;
  worst: number;
}

/**
 * The highest first; those who are level share the better place. Only whoever surely has more stands before a unit for
 * sure, and whoever may have more may. null: the unit has no total that could be ranked, and takes no place from others.
 */
export function placesOf(scores: readonly Score[]): (PlaceRange | null)[] {
  const ends = scores.map((score) =>
    isRanked(score) ? { floor: exact(score.floor), ceiling: exact(score.ceiling) } : null,
  );
  const ranked = ends.filter((each) => each !== null);
  const floors = ranked.map(({ floor }) => floor).toSorted(compare);
  const ceilings = ranked.map(({ ceiling }) => ceiling).toSorted(compare);
  return ends.map((each) => {
    if (each === null) return null;
    const { floor, ceiling } = each;
    const itself = compare(ceiling, floor) > 0 ? 1 : 0;
    return { best: 1 + moreThan(floors, ceiling), worst: 1 + moreThan(ceilings, floor) - itself };
  });
}

const isRanked = ({ outcome }: Score): boolean => outcome === undefined || outcome.kind === 'unsettled';

/** How many of ascending numbers are greater than one. */
function moreThan(ascending: readonly Exact[], than: Exact): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(ascending[middle]!, than) > 0) high = middle;
    else low = middle + 1;
  }
  return ascending.length - low;
}

/** Whether both say the same of where a unit stands. */
export const areSamePlaces = (a: PlaceRange | null, b: PlaceRange | null): boolean =>
  a?.best === b?.best && a?.worst === b?.worst;

/** Whether a unit may come to stand on the same place after all, though less or more is known of it. */
export const mayBeSamePlace = (a: PlaceRange | null, b: PlaceRange | null): boolean =>
  a !== null && b !== null && a.best <= b.worst && b.best <= a.worst;
