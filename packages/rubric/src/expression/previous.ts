import { exact } from '../exact.ts';
import { ANYTHING, type Interval, type Truth, between, point } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import { isDecimal } from './names.ts';
import type { Read } from './scope.ts';

type Rating = NonNullable<UnitState['facts']['previous']>[number];

/** The rating of the period before on a line; two that differ are none, for which of them holds is not ours to say. */
export function previousRating({ facts, anything }: UnitState, line: string): Rating | null {
  if (anything) return null;
  const [first, ...others] = (facts.previous ?? []).filter((rating) => rating.line === line);
  const same = (other: Rating) => other.points === first?.points && other.grade === first?.grade;
  return first && others.every(same) ? first : null;
}

/** previous('3.1'): the points of before; anything as long as they are not on record. */
export const previousPoints =
  (line: string): Read<Interval> =>
  (unit) => {
    const points = previousRating(unit, line)?.points;
    return points !== undefined && isDecimal(points) ? point(exact(points)) : ANYTHING;
  };

/** previous-grade('3.1'): the grade of before, the better the higher; any as long as it is not on record. */
export const previousGrade =
  (line: string, grades: readonly string[]): Read<Interval> =>
  (unit) => {
    const rank = grades.indexOf(previousRating(unit, line)?.grade ?? '');
    if (rank >= 0) return point({ n: 0 - rank, d: 1 });
    return between({ n: 1 - grades.length, d: 1 }, { n: 0, d: 1 });
  };

/** rated-before('3.1'): whether there is a rating of the period before, told by the facts as they are. */
export const ratedBefore =
  (line: string): Read<Truth> =>
  (unit) =>
    unit.anything ? null : previousRating(unit, line) !== null;
