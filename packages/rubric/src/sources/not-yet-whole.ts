import type { CompiledCombine, CompiledLine } from '../compiled.ts';
import { type Exact, ZERO, add, compare, divide, negate } from '../exact.ts';
import type { Figure } from '../figure.ts';
import { type Interval, between, hull, plus, point, scaled } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import { onTopOf } from './on-top.ts';

/** While rules may still leave parts out: all that it may come to with any of them gone. */
export function notYetWhole(
  line: CompiledLine,
  rule: CompiledCombine,
  whole: Figure,
  parts: readonly CompiledLine[],
  unit: UnitState,
): Figure {
  const figures = parts.map((part) => figureOf(part, unit));
  const onTop = onTopOf(line, parts);
  const own = figures.filter((_, n) => !onTop.includes(parts[n]!));
  const extra = onTop.map((part) => figureOf(part, unit));
  const mayBeLeftOut = figures.every((figure) => figure.mayBeLeftOut);
  const onTopAlone = onTop.length > 0 && !mayBeLeftOut && own.every((figure) => figure.mayBeLeftOut);
  const anyGone = () => {
    const range = withAnyGone(line, rule, own);
    return plus(onTopAlone ? hull(range, NOTHING) : range, sumOf(extra));
  };
  const range = isPlainSum(rule) ? anyGone() : onlyLess(rule, figures) ? whole.range : hull(whole.range, anyGone());
  const shrinks = isPlainSum(rule) && line.notApplicable !== 'rescale';
  return { ...whole, range, mayBeLeftOut, fullOpen: shrinks || onTopAlone };
}

const isRescaled = ({ notApplicable, worth }: CompiledLine): boolean =>
  notApplicable === 'rescale' && worth === 'points';

const figureOf = ({ index }: CompiledLine, unit: UnitState): Figure => unit.figures[index]!;

const sumOf = (figures: readonly Figure[]): Interval => figures.map(({ range }) => range).reduce(plus, NOTHING);

/** Of parts that are never negative the best are at most what they are with all parts there, zero among them. */
const onlyLess = ({ by, best, better, drop }: CompiledCombine, figures: readonly Figure[]): boolean =>
  by === 'sum' &&
  best !== null &&
  better === 'highest' &&
  drop.length === 0 &&
  figures.every(({ range: { low } }) => low !== null && low.n >= 0);

/** A line that may be left out has zero in its range; what is scaled up is a mean of the parts, each scaled up alone. */
function withAnyGone(line: CompiledLine, rule: CompiledCombine, own: readonly Figure[]): Interval {
  if (isPlainSum(rule)) return isRescaled(line) ? rescaled(line, own) : sumOf(own);
  if (rule.by === 'sum') return own.map(({ range }) => hull(range, NOTHING)).reduce(plus, NOTHING);
  return own.map((figure) => (rule.by === 'weighted' ? scaledUp(line, figure) : figure.range)).reduce(hull);
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
