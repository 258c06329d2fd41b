import type { CompiledLine, RelativeStep } from '../compiled.ts';
import { type Exact, compare } from '../exact.ts';
import {
  ANYTHING,
  type Interval,
  between,
  highest,
  lowest,
  onlyValue,
  opposite,
  over,
  point,
  scaled,
} from '../interval.ts';

/** Full points for the best, the others in proportion; with the lowest as the best, the other way round. */
export function byShare(
  line: CompiledLine,
  { best }: RelativeStep,
  ranges: readonly Interval[],
): (Interval | 'no-best')[] {
  const others = othersBest(best === 'highest' ? ranges : ranges.map(opposite));
  return ranges.map((mine, n) => {
    const rival = best === 'highest' ? others[n]! : opposite(others[n]!);
    const top = best === 'highest' ? highest(mine, rival) : lowest(mine, rival);
    const [own, other] = best === 'highest' ? [mine, top] : [top, mine];
    if (onlyValue(top)?.n === 0 || onlyValue(other)?.n === 0) return 'no-best';
    return shareAtMostOne(own, other, mine, rival, best, line);
  });
}

/** The same unknown stands above and below the line: taking it at each end by itself keeps the result exact. */
function shareAtMostOne(
  own: Interval,
  other: Interval,
  mine: Interval,
  rival: Interval,
  best: RelativeStep['best'],
  line: CompiledLine,
): Interval {
  const at = (me: Exact | null, them: Exact | null): Exact | null => {
    if (!me || !them) return null;
    const top = best === 'highest' ? (compare(me, them) > 0 ? me : them) : compare(me, them) < 0 ? me : them;
    const share = best === 'highest' ? over(point(me), point(top)) : over(point(top), point(me));
    return share && onlyValue(share);
  };
  const [worst, finest] =
    best === 'highest'
      ? [at(mine.low, rival.high), at(mine.high, rival.low)]
      : [at(mine.high, rival.low), at(mine.low, rival.high)];
  const share = worst && finest ? between(worst, finest) : (over(own, other) ?? ANYTHING);
  return scaled(share, line.points);
}

/** For each, the best of all others; in one pass from either side. */
function othersBest(ranges: readonly Interval[]): Interval[] {
  const before: (Interval | null)[] = [];
  let best: Interval | null = null;
  for (const range of ranges) {
    before.push(best);
    best = best ? highest(best, range) : range;
  }
  let after: Interval | null = null;
  const result: Interval[] = [];
  for (let n = ranges.length - 1; n >= 0; n--) {
    const rivals = [before[n], after].filter((each) => each !== null && each !== undefined);
    result[n] = rivals.length === 0 ? ranges[n]! : rivals.reduce(highest);
    after = after ? highest(after, ranges[n]!) : ranges[n]!;
  }
  return result;
}
