import { boundAt } from '../compile.ts';
import { type Exact, ZERO, add, compare, exact, isMultiple, max, min, multiply, toDecimal } from '../exact.ts';
import type { Leaf, Rubric } from '../rubric.ts';
import { leavesOf } from '../tree.ts';
import type { Band, Finding } from './finding.ts';

interface Placed {
  grade: string;
  from: Exact;
  to: Exact;
}

/** Lines of one scale and worth the same have the same bands: one look serves them all. */
interface Lines {
  points: Exact;
  step: Exact;
  bands: readonly Placed[];
  leaves: string[];
}

/** Finer than anybody marks: the table states no step. */
const NO_STEP = exact('0.01');

/** What is wrong with the bands of each scale, for each number of points that a line of it is worth. */
export function lintBands(table: Rubric): Finding[] {
  const steps = Object.entries(table.scales).filter(([, { step }]) => compare(exact(step), NO_STEP) < 0);
  return [
    ...steps.map(([scale]): Finding => ({ code: 'scale.no-step', scale, leaves: judgedOn(table, scale).map(idOf) })),
    ...Object.keys(table.scales).flatMap((scale) => linesOf(table, scale).flatMap(lintLines)),
  ];
}

const lintLines = (lines: Lines): Finding[] => [
  ...lines.bands.flatMap((band) => [...belowZero(lines, band), ...unreachable(lines, band)]),
  ...pairs(lines.bands).flatMap(([better, worse]) => [...order(lines, better, worse), ...shared(lines, better, worse)]),
  ...gaps(lines),
];

function belowZero(lines: Lines, { grade, from, to }: Placed): Finding[] {
  if (compare(from, ZERO) >= 0) return [];
  return [{ code: 'band.below-zero', ...about(lines), grade, from: toDecimal(from), to: toDecimal(to) }];
}

function unreachable(lines: Lines, { grade, from, to }: Placed): Finding[] {
  if (compare(firstMark(max(from, ZERO), lines.step), min(to, lines.points)) <= 0) return [];
  return [{ code: 'grade.unreachable', ...about(lines), grade, from: toDecimal(from), to: toDecimal(to) }];
}

function order(lines: Lines, better: Placed, worse: Placed): Finding[] {
  if (compare(worse.to, better.to) <= 0) return [];
  return [{ code: 'band.order', ...about(lines), better: written(better), worse: written(worse) }];
}

function shared(lines: Lines, better: Placed, worse: Placed): Finding[] {
  const from = max(max(better.from, worse.from), ZERO);
  const to = min(better.to, worse.to);
  const both = { ...about(lines), better: written(better), worse: written(worse) };
  const length = compare(to, from);
  if (length > 0) return [{ code: 'band.overlap', ...both, from: toDecimal(from), to: toDecimal(to) }];
  return length === 0 ? [{ code: 'band.touch', ...both, at: toDecimal(to) }] : [];
}

/** Walks up from zero; where the next band begins above all that was covered, the marks between have no grade. */
function gaps(lines: Lines): Finding[] {
  const found: Finding[] = [];
  let covered: Exact = ZERO;
  const upwards = lines.bands.toSorted((a, b) => compare(a.from, b.from));
  for (const { from, to } of [...upwards, { from: lines.points, to: lines.points }]) {
    if (hasMarkBetween(covered, from, lines.step))
      found.push({ code: 'band.gap', ...about(lines), from: toDecimal(covered), to: toDecimal(from) });
    covered = max(covered, to);
  }
  return found;
}

/** Whether a mark that the step allows lies between two points, both left out. */
function hasMarkBetween(from: Exact, to: Exact, step: Exact): boolean {
  const first = firstMark(from, step);
  const next = compare(first, from) === 0 ? firstMark(add(from, step), step) : first;
  return compare(next, to) < 0;
}

/** The first whole multiple of the step that is not below `from`. */
function firstMark(from: Exact, step: Exact): Exact {
  if (isMultiple(from, step)) return from;
  const steps = multiply(from, { n: step.d, d: step.n });
  return multiply({ n: Math.ceil(steps.n / steps.d), d: 1 }, step);
}

function linesOf(table: Rubric, scale: string): Lines[] {
  const { step, bands } = table.scales[scale]!;
  const leaves = judgedOn(table, scale);
  return [...new Set(leaves.map(({ points }) => points))].map((points) => ({
    points: exact(points),
    step: exact(step),
    bands: bands.map(({ grade, from, to }) => ({ grade, from: boundAt(from, points), to: boundAt(to, points) })),
    leaves: leaves.filter((leaf) => leaf.points === points).map(idOf),
  }));
}

const judgedOn = (table: Rubric, scale: string): Leaf[] =>
  leavesOf(table).filter(({ rule }) => rule.kind === 'judged' && rule.scale === scale);

const idOf = ({ id }: Leaf): string => id;
const about = ({ points, leaves }: Lines) => ({ points: toDecimal(points), leaves });
const written = ({ grade, from, to }: Placed): Band => ({ grade, from: toDecimal(from), to: toDecimal(to) });

/** Bands stand best first: every better one with every worse one. */
const pairs = (bands: readonly Placed[]): [Placed, Placed][] =>
  bands.flatMap((better, n) => bands.slice(n + 1).map((worse): [Placed, Placed] => [better, worse]));
