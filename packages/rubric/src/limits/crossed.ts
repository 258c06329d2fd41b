import { boundAt, compileBand } from '../bands.ts';
import { worthOf } from '../worth.ts';
import { type Exact, ZERO, compare, exact, negate, written } from '../exact.ts';
import type { Combine } from '../language/source.ts';
import type { Gate, Step } from '../language/step.ts';
import type { Bound } from '../language/values.ts';
import type { Group, Leaf, Rubric, RubricNode } from '../rubric.ts';
import { pointsOf } from '../sums.ts';
import { isLeaf, linesOf } from '../tree.ts';
import type { CrossedLimits } from './crossed-limits.ts';

/** Every pair of limits of a table that contradict each other, in the table's order. */
export const crossedLimits = (table: Rubric): CrossedLimits[] => [
  ...(table.inputs ?? []).flatMap(ofInput),
  ...linesOf(table).flatMap((line) => [
    ...(line.steps ?? []).flatMap((step, n) => ofStep(table, line, step, n)),
    ...ofCombining(line),
  ]),
  ...table.documents.flatMap(({ id, title, validFrom, validTo }): CrossedLimits[] =>
    validFrom !== undefined && validTo !== undefined && validTo < validFrom
      ? [{ place: id, kind: 'document', title, least: validFrom, most: validTo }]
      : [],
  ),
];

const ofInput = ({ id, title, least, most }: NonNullable<Rubric['inputs']>[number]): CrossedLimits[] =>
  least !== undefined && most !== undefined && isAbove(exact(least), exact(most))
    ? [{ place: id, kind: 'input', title, least, most }]
    : [];

type Line = RubricNode | Rubric;

function ofStep(table: Rubric, line: Line, { clamp, band, gate }: Step, n: number): CrossedLimits[] {
  if (clamp) return ofClamp(line, clamp, n);
  if (gate) return ofGate(table, line, gate);
  return (band ?? []).flatMap((each, nth): CrossedLimits[] => {
    const { from, to } = compileBand(each, 0, pointsOf(line));
    return from && to && isAbove(from, to)
      ? [{ place: line.id, kind: 'band', nth: nth + 1, least: written(from), most: written(to) }]
      : [];
  });
}

/** A floor above its cap; or one of them beyond what the line is worth, which would give more than full marks to all. */
function ofClamp(line: Line, { least, most }: { least?: Bound | undefined; most?: Bound | undefined }, n: number) {
  const points = pointsOf(line);
  const at = (bound: Bound | undefined): Exact | null => (bound === undefined ? null : boundAt(bound, points));
  const [floor, cap] = [at(least), at(most)];
  const found = (kind: 'clamp' | 'floor' | 'cap', low: Exact, high: Exact): CrossedLimits[] =>
    isAbove(low, high) ? [{ place: line.id, kind, least: written(low), most: written(high) }] : [];
  if (floor && cap && isAbove(floor, cap)) return found('clamp', floor, cap);
  const natural = naturalEnds(line);
  if (!natural || isConvertedAfter(line, n)) return [];
  return [...(floor ? found('floor', floor, natural.high) : []), ...(cap ? found('cap', natural.low, cap) : [])];
}

/** What a line is worth at least and at most; null: it has no points. */
function naturalEnds(line: Line): { low: Exact; high: Exact } | null {
  const points = pointsOf(line);
  const { kind, points: stated } = worthOf(line);
  if (kind === 'penalty') return { low: negate(stated), high: ZERO };
  if (kind === 'bonus') return { low: ZERO, high: stated };
  return points.n === 0 ? null : { low: ZERO, high: points };
}

/** A clamp before a step that makes points of another number limits that number: a rate, a place. */
const isConvertedAfter = ({ steps = [] }: Line, n: number): boolean =>
  steps
    .slice(n + 1)
    .some(
      ({ compute, relative, band = [], decide = [] }) =>
        compute !== undefined || relative || [...band, ...decide].some(({ points }) => points !== undefined),
    );

function ofGate({ grades }: Rubric, line: Line, { because, becomes, atMost, grade, gradeAtMost }: Gate) {
  const found: CrossedLimits[] = [];
  const points = pointsOf(line);
  if (becomes !== undefined && atMost !== undefined) {
    const [put, most] = [boundAt(becomes, points), boundAt(atMost, points)];
    if (isAbove(put, most))
      found.push({ place: line.id, kind: 'gate', because, least: written(put), most: written(most) });
  }
  const rankOf = (code: string | undefined) => grades.findIndex((each) => each.code === code);
  const [given, best] = [rankOf(grade), rankOf(gradeAtMost)];
  if (given >= 0 && given < best)
    found.push({
      place: line.id,
      kind: 'gate-grade',
      because,
      least: grades[given]!.title,
      most: grades[best]!.title,
    });
  return found;
}

/** More of the best than there are, or so many that fall away that none is left. */
function ofCombining(line: Line): CrossedLimits[] {
  const { combine } = line.from ?? {};
  const raters = isLeaf(line) ? line.from.mark?.raters?.combine : undefined;
  const parts = isLeaf(line) ? null : partsOf(line);
  const best: CrossedLimits[] =
    combine?.best !== undefined && parts !== null && Number(combine.best) > parts
      ? [{ place: line.id, kind: 'best', least: combine.best, most: String(parts) }]
      : [];
  return [...best, ...[combine, raters].flatMap((each) => noneLeft(line, each))];
}

const partsOf = ({ children }: Group | Rubric): number =>
  children.filter((child: Leaf | Group) => worthOf(child).kind !== 'none' || !isLeaf(child)).length;

const noneLeft = ({ id }: Line, combine: Combine | undefined): CrossedLimits[] =>
  (combine?.drop ?? [])
    .filter(({ from, each }) => combine?.best === undefined && Number(each) > 0 && Number(from) <= 2 * Number(each))
    .map(({ from, each }) => ({ place: id, kind: 'drop', least: each, most: from }));

const isAbove = (a: Exact, b: Exact): boolean => compare(a, b) > 0;
