import type { CompiledCombine, CompiledLine } from '../compiled.ts';
import { ZERO, divide } from '../exact.ts';
import type { Figure } from '../figure.ts';
import { type Interval, hull, plus, point, scaled } from '../interval.ts';
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
  const range = onlyLess(rule, figures) ? whole.range : hull(whole.range, withAnyGone(line, rule, parts, figures));
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
  const own = figures.filter((_, n) => parts[n]!.worth === 'points').map((figure) => scaledUp(line, figure));
  const onTop = figures.filter((_, n) => parts[n]!.worth !== 'points').map(({ range }) => range);
  return plus(own.length === 0 ? NOTHING : own.reduce(hull), sum(onTop));
}

/** What the group would come to by this part alone. */
const scaledUp = (line: CompiledLine, { range, full, fullOpen }: Figure): Interval =>
  fullOpen || full.n === 0 ? hull(line.natural, range) : scaled(range, divide(line.points, full));

/** Whether a rule may still leave the line out, or parts of it. */
export const mayShrink = ({ mayBeLeftOut, fullOpen }: Figure): boolean => mayBeLeftOut || fullOpen;

/** The parts added up, all of them. */
export const isPlainSum = ({ by, best, drop }: CompiledCombine): boolean =>
  by === 'sum' && best === null && drop.length === 0;

const NOTHING: Interval = point(ZERO);
