import { compileBand } from '../bands.ts';
import { worthOf } from '../worth.ts';
import type { Band as CompiledBand } from '../compiled.ts';
import { type Exact, ZERO, add, compare, exact, isMultiple, max, min, multiply, written } from '../exact.ts';
import type { Leaf, Rubric } from '../rubric.ts';
import { leavesAndFigures } from '../tree.ts';
import type { Band, Finding } from './finding.ts';

/** Bands over the figures from `from` to `to`; `step` null: any figure between may come up. */
export interface Banded {
  points: Exact;
  from: Exact;
  to: Exact;
  step: Exact | null;
  /** whether the better band must be the higher one: not where low is good */
  ordered: boolean;
  bands: readonly Placed[];
  leaves: string[];
}
export interface Placed extends CompiledBand {
  from: Exact;
  to: Exact;
  grade: string;
}

/** Finer than anybody marks: the table states no step. */
const NO_STEP = exact('0.01');

/** What is wrong with the bands of each scale, for each number of points that a line of it is worth. */
export function lintScales(table: Rubric): Finding[] {
  const steps = Object.entries(table.scales).filter(([, { step }]) => compare(exact(step), NO_STEP) < 0);
  return [
    ...steps.map(([scale]): Finding => ({ code: 'scale.no-step', scale, leaves: judgedOn(table, scale).map(idOf) })),
    ...Object.keys(table.scales).flatMap((scale) => linesOfScale(table, scale).flatMap(lintBanded)),
  ];
}

/** Ends below zero, grades out of reach, broken order, figures that two grades claim or none. */
export const lintBanded = (lines: Banded): Finding[] => [
  ...lines.bands.flatMap((band) => [...belowZero(lines, band), ...unreachable(lines, band)]),
  ...pairs(lines.bands).flatMap(([better, worse]) => [...order(lines, better, worse), ...shared(lines, better, worse)]),
  ...gaps(lines),
];

function belowZero(lines: Banded, { grade, from, to }: Placed): Finding[] {
  if (compare(from, ZERO) >= 0 || compare(lines.from, ZERO) < 0) return [];
  return [{ code: 'band.below-zero', ...about(lines), grade, from: written(from), to: written(to) }];
}

function unreachable(lines: Banded, { grade, from, to }: Placed): Finding[] {
  if (compare(firstMark(max(from, lines.from), lines.step), min(to, lines.to)) <= 0) return [];
  return [{ code: 'grade.unreachable', ...about(lines), grade, from: written(from), to: written(to) }];
}

function order(lines: Banded, better: Placed, worse: Placed): Finding[] {
  if (!lines.ordered || compare(worse.to, better.to) <= 0) return [];
  return [{ code: 'band.order', ...about(lines), better: told(better), worse: told(worse) }];
}

function shared(lines: Banded, better: Placed, worse: Placed): Finding[] {
  const from = max(max(better.from, worse.from), lines.from);
  const to = min(min(better.to, worse.to), lines.to);
  const both = { ...about(lines), better: told(better), worse: told(worse) };
  const length = compare(to, from);
  if (length > 0) return [{ code: 'band.overlap', ...both, from: written(from), to: written(to) }];
  const closed = [better, worse].every((band) => belongs(band, to));
  return length === 0 && closed ? [{ code: 'band.touch', ...both, at: written(to) }] : [];
}

const belongs = ({ from, to, fromOpen, toOpen }: Placed, at: Exact): boolean =>
  !(fromOpen && compare(from, at) === 0) && !(toOpen && compare(to, at) === 0);

/** Walks up; where the next band begins above all that was covered, the figures between have no grade. */
function gaps(lines: Banded): Finding[] {
  const found: Finding[] = [];
  let covered = { at: lines.from, with: false };
  const upwards = lines.bands.toSorted((a, b) => compare(a.from, b.from) || Number(a.fromOpen) - Number(b.fromOpen));
  const last = { from: lines.to, to: lines.to, fromOpen: true, toOpen: false };
  for (const band of [...upwards, last]) {
    const between = hasMarkBetween(covered.at, band.from, lines.step);
    const onEnd =
      compare(covered.at, band.from) === 0 && !covered.with && band.fromOpen && isMark(covered.at, lines.step);
    if (between || onEnd)
      found.push({ code: 'band.gap', ...about(lines), from: written(covered.at), to: written(band.from) });
    const further = compare(band.to, covered.at);
    if (further > 0) covered = { at: band.to, with: !band.toOpen };
    else if (further === 0 && !band.toOpen && !(band.fromOpen && compare(band.from, band.to) === 0))
      covered = { ...covered, with: true };
  }
  return found;
}

const isMark = (at: Exact, step: Exact | null): boolean => step === null || isMultiple(at, step);

/** Whether a figure that the step allows lies between two points, both left out. */
function hasMarkBetween(from: Exact, to: Exact, step: Exact | null): boolean {
  if (step === null) return compare(from, to) < 0;
  const first = firstMark(from, step);
  const next = compare(first, from) === 0 ? firstMark(add(from, step), step) : first;
  return compare(next, to) < 0;
}

/** The first whole multiple of the step that is not below `from`. */
function firstMark(from: Exact, step: Exact | null): Exact {
  if (step === null || isMultiple(from, step)) return from;
  const steps = multiply(from, { n: step.d, d: step.n });
  return multiply({ n: Math.ceil(steps.n / steps.d), d: 1 }, step);
}

/** Lines of one scale and worth the same have the same bands: one look serves them all. */
function linesOfScale(table: Rubric, scale: string): Banded[] {
  const { step, bands } = table.scales[scale]!;
  const leaves = judgedOn(table, scale);
  return [...new Set(leaves.map(worthWritten))].map((worth) => {
    const points = exact(worth);
    return {
      points,
      from: ZERO,
      to: points,
      step: exact(step),
      ordered: true,
      bands: bands.map((band, rank) => ({
        ...placed(compileBand(band, rank, points), ZERO, points),
        grade: band.grade,
      })),
      leaves: leaves.filter((leaf) => worthWritten(leaf) === worth).map(idOf),
    };
  });
}

/** A band with an end that is not there ends where the figures do. */
export const placed = (band: CompiledBand, from: Exact, to: Exact): Placed => ({
  ...band,
  grade: band.grade ?? '',
  from: band.from ?? from,
  to: band.to ?? to,
});

const judgedOn = (table: Rubric, scale: string): Leaf[] =>
  leavesAndFigures(table).filter(({ from }) => from.mark?.scale === scale);

const worthWritten = (leaf: Leaf): string => written(worthOf(leaf).points);
const idOf = ({ id }: Leaf): string => id;
const about = ({ points, leaves }: Banded) => ({ points: written(points), leaves });
const told = ({ grade, from, to }: Placed): Band => ({ grade, from: written(from), to: written(to) });

/** Bands stand best first: every better one with every worse one. */
const pairs = (bands: readonly Placed[]): [Placed, Placed][] =>
  bands.flatMap((better, n) => bands.slice(n + 1).map((worse): [Placed, Placed] => [better, worse]));
