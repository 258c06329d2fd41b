import { compare, exact } from '../exact.ts';
import { crossedLimits } from '../limits/crossed.ts';
import type { Leaf, Rubric } from '../rubric.ts';
import { leavesAndFigures } from '../tree.ts';
import type { Finding } from './finding.ts';

/** Limits that contradict each other. */
export const lintLimits = (table: Rubric): Finding[] =>
  crossedLimits(table).map((limits): Finding => ({ code: 'limits.crossed', limits, leaves: [limits.place] }));

/** Rates of which a single case is already beyond the limit of the rate, or of a line that is a bonus or a penalty. */
export const lintRates = (table: Rubric): Finding[] => leavesAndFigures(table).flatMap(ofLine);

const ofLine = ({ id, bonus, penalty, from: { cases } }: Leaf): Finding[] =>
  [...(cases?.deduct ?? []), ...(cases?.add ?? [])].flatMap(({ title, points, most }): Finding[] => {
    const limit = [most, bonus, penalty].find((each) => each !== undefined && compare(exact(points), exact(each)) > 0);
    return limit === undefined ? [] : [{ code: 'rate.beyond-limit', rate: title, points, limit, leaves: [id] }];
  });
