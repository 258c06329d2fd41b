import type { CompiledCombine, CompiledLine } from '../compiled.ts';
import { type Exact, ZERO, add, compare, divide, written } from '../exact.ts';
import { type Figure, Refusal, figure, isLeftOut, leftOut, writtenEnds } from '../figure.ts';
import { type Interval, highest, lowest, plus, point, scaled } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';
import { isPlainSum, mayShrink, notYetWhole } from './not-yet-whole.ts';
import { onTopOf } from './on-top.ts';

/** One of several figures that become one: its share counts where they are weighted. */
export interface Part {
  id: string;
  range: Interval;
  share: Exact | null;
}

/**
 * A group from its parts. Parts that do not apply are left out, and what is left is scaled up to the group's points
 * where the table says so (考核指标 口径 A15 for the whole table of 2020).
 */
export function scoreGroup(line: CompiledLine, rule: CompiledCombine, unit: UnitState): Figure {
  const all = line.children.filter(({ worth }) => worth !== 'none');
  const applying = line.children.filter((child) => !isLeftOut(unit.figures[child.index]!));
  if (applying.length === 0) return leftOut('combine.no-part-applies');
  const counted = applying.length === line.children.length ? all : all.filter((child) => applying.includes(child));
  const isSum = isPlainSum(rule);
  const whole = isSum ? figure(sumOf(counted, unit), line.points) : combined(line, rule, counted, unit);
  if (counted.some(({ index }) => mayShrink(unit.figures[index]!))) {
    const lines = undecidedIn(line, unit);
    unit.said[line.index]!.push({ kind: 'may-not-apply', lines, rulings: line.rulings['not-applicable'] });
    return notYetWhole(line, rule, whole, counted, unit);
  }
  if (!isSum || line.worth !== 'points') return whole;
  const reachable = fullOf(counted, unit);
  return compare(reachable, line.points) === 0
    ? whole
    : withoutThose(line, { ...whole, full: reachable }, counted, unit);
}

function sumOf(children: readonly CompiledLine[], unit: UnitState): Interval {
  let sum = NOTHING;
  for (const { index } of children) sum = plus(sum, unit.figures[index]!.range);
  return sum;
}

/** Scaled up to the line's points, or less to reach; the raw sum is told either way. What comes on top is not scaled. */
function withoutThose(line: CompiledLine, raw: Figure, counted: readonly CompiledLine[], unit: UnitState): Figure {
  const own = sumOf(
    counted.filter(({ worth }) => worth === 'points'),
    unit,
  );
  const { floor, ceiling } = writtenEnds(own);
  const reached = floor === ceiling ? (floor ?? '') : `${floor ?? ''}–${ceiling ?? ''}`;
  const lines = leftOutIn(line, unit);
  const rulings = line.rulings['not-applicable'];
  unit.said[line.index]!.push({ kind: 'left-out', raw: reached, of: written(raw.full), lines, rulings });
  if (line.notApplicable !== 'rescale' || raw.full.n === 0) return raw;
  const onTop = sumOf(
    counted.filter(({ worth }) => worth !== 'points'),
    unit,
  );
  return { ...raw, range: plus(scaled(own, divide(line.points, raw.full)), onTop), full: line.points };
}

const leftOutIn = (line: CompiledLine, unit: UnitState): string[] =>
  line.children.flatMap((child) =>
    isLeftOut(unit.figures[child.index]!) ? [child.id] : child.children.length > 0 ? leftOutIn(child, unit) : [],
  );

/** The parts of which it is open whether they apply, by the lines that say so. */
const undecidedIn = (line: CompiledLine, unit: UnitState): string[] =>
  line.children.flatMap((child) => {
    const below = child.children.length > 0 ? undecidedIn(child, unit) : [];
    return below.length === 0 && unit.figures[child.index]!.mayBeLeftOut ? [child.id] : below;
  });

/** What the parts that count could give. */
const fullOf = (parts: readonly CompiledLine[], unit: UnitState): Exact =>
  parts.reduce((sum, { index, worth }) => (worth === 'points' ? add(sum, unit.figures[index]!.full) : sum), ZERO);

/** The parts that the rule makes one figure of, and on top of it those that are beside the points (加分另计). */
function combined(
  line: CompiledLine,
  rule: CompiledCombine,
  children: readonly CompiledLine[],
  unit: UnitState,
): Figure {
  const onTop = onTopOf(line, children);
  const own = children.filter((child) => !onTop.includes(child));
  if (children.length === 0) throw new Refusal('combine.nothing');
  if (own.length === 0) return figure(sumOf(onTop, unit), ZERO);
  const parts = own.map(({ id, index, weight }): Part => ({
    id,
    range: partOf(line, rule, unit.figures[index]!),
    share: weight,
  }));
  const { range: rest, counted } = combineParts(rule, parts);
  const range = plus(rest, sumOf(onTop, unit));
  unit.said[line.index]!.push({
    kind: 'combined',
    by: rule.by,
    parts: parts.map((part, n) => ({
      ...told(part.id, part.range),
      weight: part.share && written(part.share),
      counted: counted.has(n),
      ...scaledFrom(line, rule, unit.figures[own[n]!.index]!),
    })),
    ...(onTop.length > 0 && { onTop: onTop.map(({ id, index }) => told(id, unit.figures[index]!.range)) }),
    ...writtenEnds(range),
    rulings: line.rulings.step,
  });
  return figure(range, line.points);
}

const told = (id: string, { low, high }: Interval) => ({
  id,
  floor: low ? written(low) : '',
  ceiling: high ? written(high) : '',
});

/** Weighted parts count by the share of their points that they reach, out of the group's points. */
const isScaled = ({ by }: CompiledCombine, { full }: Figure): boolean => by === 'weighted' && full.n !== 0;

const partOf = (line: CompiledLine, rule: CompiledCombine, figure: Figure): Interval =>
  isScaled(rule, figure) ? scaled(figure.range, divide(line.points, figure.full)) : figure.range;

/** What a part came to of what it could give, where that is not what it counts. */
const scaledFrom = (line: CompiledLine, rule: CompiledCombine, figure: Figure) =>
  isScaled(rule, figure) && compare(line.points, figure.full) !== 0
    ? { scaledFrom: { ...writtenEnds(figure.range), full: written(figure.full) } }
    : {};

/** Several figures as one, and which of them counted. Weights are taken in proportion, so that they may lack a part. */
export function combineParts(rule: CompiledCombine, parts: readonly Part[]): { range: Interval; counted: Set<number> } {
  const each = rule.drop.find(({ from }) => parts.length >= from)?.each ?? 0;
  const bestFirst = (a: number, b: number) => bestFirstBy(rule, byRange(parts[a]!.range, parts[b]!.range));
  const order = parts.map((_, n) => n).sort(bestFirst);
  const slots = rule.best === null ? [each, parts.length - each] : [0, rule.best];
  const counted = new Set(order.slice(...slots));
  if (counted.size === 0) throw new Refusal('combine.nothing');
  const falls = counted.size < parts.length;
  return { range: asOne(rule, falls ? placesOf(rule, parts, slots) : parts), counted };
}

/**
 * While parts are open, any of them may be the one that falls away: the n-th best is then between the n-th best of the
 * low ends and the n-th best of the high ends.
 */
function placesOf(rule: CompiledCombine, parts: readonly Part[], slots: readonly number[]): Part[] {
  const sorted = (end: 'low' | 'high') =>
    parts.map(({ range }) => range[end]).sort((a, b) => bestFirstBy(rule, byEnd(end, a, b)));
  const [lows, highs] = [sorted('low').slice(...slots), sorted('high').slice(...slots)];
  return lows.map((low, n) => ({ id: '', range: { low, high: highs[n]! }, share: null }));
}

function asOne({ by }: CompiledCombine, parts: readonly Part[]): Interval {
  const ranges = parts.map(({ range }) => range);
  switch (by) {
    case 'sum':
      return ranges.reduce(plus, NOTHING);
    case 'mean':
      return scaled(ranges.reduce(plus, NOTHING), { n: 1, d: parts.length });
    case 'lowest':
      return ranges.reduce(lowest);
    case 'highest':
      return ranges.reduce(highest);
    case 'weighted': {
      const weights = parts.reduce((sum, { share }) => add(sum, share ?? ZERO), ZERO);
      if (weights.n === 0) throw new Refusal('combine.no-weight');
      return parts.map(({ range, share }) => scaled(range, divide(share ?? ZERO, weights))).reduce(plus, NOTHING);
    }
  }
}

/** null is an end that is not there: below every low one, above every high one. */
function byEnd(end: 'low' | 'high', a: Exact | null, b: Exact | null): number {
  if (a && b) return compare(a, b);
  const missing = end === 'low' ? -1 : 1;
  return a === b ? 0 : a ? -missing : missing;
}

const bestFirstBy = ({ better }: CompiledCombine, difference: number): number =>
  better === 'highest' ? -difference : difference;

const byRange = (a: Interval, b: Interval): number => byEnd('low', a.low, b.low) || byEnd('high', a.high, b.high);

const NOTHING: Interval = point(ZERO);
