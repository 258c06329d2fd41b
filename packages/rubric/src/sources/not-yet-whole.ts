import type { CompiledCombine, CompiledLine } from '../compiled.ts';
import { type Exact, ZERO, add, compare, divide, negate } from '../exact.ts';
import type { Figure } from '../figure.ts';
import { type Interval, between, hull, plus, point, scaled } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';

/** While rules may still leave parts out: all that it may come to with any of them gone. */
export function notYetWhole(
  line: CompiledLine,
  rule: CompiledCombine,
  whole: Figure,
  parts: readonly CompiledLine[],
  unit: UnitState,
): Figure {
  const figures = parts.map(({ index }) => unit.figures[index]!);
  const anyGone = () => withAnyGone(line, rule, parts, figures);
  const range = isPlainSum(rule) ? anyGone() : onlyLess(rule, figures) ? whole.range : hull(whole.range, anyGone());
  const mayBeLeftOut = figures.every((figure) => figure.mayBeLeftOut);
  return { ...whole, range, mayBeLeftOut, fullOpen: isPlainSum(rule) && line.notApplicable !== 'rescale' };
}

/** Of parts that are never negative the best are at most what they are with all parts there, zero among them. */
const onlyLess = ({ by, best, better, drop }: CompiledCombine, figures: readonly Figure[]): boolean =>
  by === 'sum' &&
  best !== null &&
  better === 'highest' &&
  drop.length === 0 &&
  figures.every(({ range: { low } }) => low !== null && low.n >= 0);

/** A line that may be left out has zero in its range; what is scaled up is a mean of the parts, each scaled up alone. */
function withAnyGone(
  line: CompiledLine,
  rule: CompiledCombine,
  parts: readonly CompiledLine[],
  figures: readonly Figure[],
): Interval {
  const sum = (of: readonly Interval[]) => of.reduce(plus, NOTHING);
  if (!isPlainSum(rule)) {
    if (rule.by === 'sum') return sum(figures.map(({ range }) => hull(range, NOTHING)));
    return figures.map((figure) => (rule.by === 'weighted' ? scaledUp(line, figure) : figure.range)).reduce(hull);
  }
  if (line.notApplicable !== 'rescale') return sum(figures.map(({ range }) => range));
  const own = figures.filter((_, n) => parts[n]!.worth === 'points');
  const onTop = figures.filter((_, n) => parts[n]!.worth !== 'points').map(({ range }) => range);
  return plus(rescaled(line, own), sum(onTop));
}

/** The parts that surely count and any of the others, scaled up to the group's points. */
function rescaled(line: CompiledLine, own: readonly Figure[]): Interval {
  if (own.length === 0) return NOTHING;
  const parts = own.map(({ range, ifCounted = range, ...rest }) => ({ ...rest, ...ifCounted }));
  if (parts.some(({ low, high, full, fullOpen }) => !low || !high || fullOpen || full.n === 0))
    return own.map((figure) => scaledUp(line, figure)).reduce(hull);
  const sure = parts.filter(({ mayBeLeftOut }) => !mayBeLeftOut);
  const perhaps = parts.filter(({ mayBeLeftOut }) => mayBeLeftOut);
  const lowest = (end: 'low' | 'high', sign: 1 | -1): Exact => {
    const signed = (part: (typeof parts)[number]) => ({
      reached: sign === 1 ? part[end]! : negate(part[end]!),
      full: part.full,
    });
    return least(sure.map(signed), perhaps.map(signed));
  };
  return scaled(between(lowest('low', 1), negate(lowest('high', -1))), line.points);
}

interface Share {
  reached: Exact;
  full: Exact;
}

/** The least share that the sure ones reach together with any of the others: the poorest join as long as they lower it. */
function least(sure: readonly Share[], perhaps: readonly Share[]): Exact {
  const shareOf = ({ reached, full }: Share) => divide(reached, full);
  const poorestFirst = perhaps.toSorted((a, b) => compare(shareOf(a), shareOf(b)));
  const [first, ...others] = sure.length > 0 ? [sure.reduce(together), ...poorestFirst] : poorestFirst;
  const joined = others.reduce(
    (all, each) => (compare(shareOf(each), shareOf(all)) < 0 ? together(all, each) : all),
    first!,
  );
  return shareOf(joined);
}

const together = (a: Share, b: Share): Share => ({ reached: add(a.reached, b.reached), full: add(a.full, b.full) });

/** What the group would come to by this part alone. */
const scaledUp = (line: CompiledLine, { range, full, fullOpen }: Figure): Interval =>
  fullOpen || full.n === 0 ? hull(line.natural, range) : scaled(range, divide(line.points, full));

/** Whether a rule may still leave the line out, or parts of it. */
export const mayShrink = ({ mayBeLeftOut, fullOpen }: Figure): boolean => mayBeLeftOut || fullOpen;

/** The parts added up, all of them. */
export const isPlainSum = ({ by, best, drop }: CompiledCombine): boolean =>
  by === 'sum' && best === null && drop.length === 0;

const NOTHING: Interval = point(ZERO);
