import { worthOf } from '../worth.ts';
import { type Exact, ZERO, add, compare, divide, exact, multiply, round, toDecimal, written } from '../exact.ts';
import type { Cases, Mark, Rate } from '../language/source.ts';
import type { Leaf, Rubric } from '../rubric.ts';
import { isPlainSum, pointsOf, sumMismatches } from '../sums.ts';
import { isLeaf, leavesOf, linesOf } from '../tree.ts';
import type { Finding } from './finding.ts';

/** A count that the text asks for, and a deduction that it leaves to the assessor. */
const THRESHOLD = /(不少于|至少|不低于)\s*\d+\s*(次|件|篇|场|期|人次)/;
const DISCRETION = /酌情[扣加]\s*分/;

/** What is wrong with single lines and with sums, whatever the bands are. */
export function lintLines(table: Rubric): Finding[] {
  const leaves = leavesOf(table);
  const graded = gradesEveryLine(table, leaves);
  return [
    ...sumMismatches(table).map(({ id, ...sums }): Finding => ({ code: 'sum.mismatch', ...sums, leaves: [id] })),
    ...withoutPoints(table),
    ...uncounted(table, leaves),
    ...withoutEvidence(table, leaves),
    ...superseded(table, leaves),
    ...leaves.flatMap((leaf) => [
      ...(leaf.from.cases ? lintCases(leaf, leaf.from.cases, graded) : []),
      ...(leaf.from.mark ? [...unruled(leaf, leaf.from.mark), ...unevenStep(leaf, leaf.from.mark)] : []),
      ...(leaf.from.mark ? unsatisfiable(table, leaf, leaf.from.mark) : []),
    ]),
  ];
}

/** A note that speaks of all lines, and nothing but grades where no case decides: is a line with rates graded too? */
const gradesEveryLine = ({ gradingNote }: Rubric, leaves: readonly Leaf[]): boolean => {
  const judged = leaves.filter(({ from }) => !from.cases);
  return gradingNote !== undefined && judged.length > 0 && judged.every(({ from }) => from.mark?.scale !== undefined);
};

/** Where the points of a table or a group are not stated, though something rests on them. */
function withoutPoints(table: Rubric): Finding[] {
  const sum = written(pointsOf(table));
  const missing: Finding[] =
    table.points === undefined && isPlainSum(table.from) && sum !== '0'
      ? [{ code: 'points.missing', sum, leaves: [table.id] }]
      : [];
  const needed = linesOf(table).filter(
    (line) => !isLeaf(line) && line.from?.combine?.by === 'weighted' && worthOf(line).kind === 'none',
  );
  const needs = (line: (typeof needed)[number]): Finding => ({
    code: 'points.needed',
    sum: written(pointsOf(line)),
    leaves: [line.id],
  });
  return [...missing, ...needed.map(needs)];
}

/** A grade alone may be all that a line gives; points that no sum and no rule takes up are a slip. */
function uncounted(table: Rubric, leaves: readonly Leaf[]): Finding[] {
  const text = JSON.stringify(table);
  return leaves
    .filter((leaf) => worthOf(leaf).kind === 'none' && !givesGrade(leaf) && !text.includes(`'${leaf.id}'`))
    .map(({ id }) => ({ code: 'line.uncounted', leaves: [id] }));
}

const givesGrade = ({ from, steps = [] }: Leaf): boolean =>
  from.mark?.scale !== undefined ||
  from.mark?.grades !== undefined ||
  steps.some(
    ({ band = [], decide = [], gate }) =>
      gate?.grade !== undefined || [...band, ...decide].some(({ grade }) => grade !== undefined),
  );

function lintCases(leaf: Leaf, cases: Cases, graded: boolean): Finding[] {
  const leaves = [leaf.id];
  const found: Finding[] = [];
  const { deduct = [], charge } = cases;
  if (deduct.length === 0) return [];
  const heaviest = deduct.reduce((most, rate) => (compare(exact(rate.points), exact(most.points)) > 0 ? rate : most));
  const points = written(worthOf(leaf).points);
  if (graded) found.push({ code: 'deduction.beside-grades', leaves });
  if (leaf.points !== undefined && !isBounded(leaf, cases, deduct))
    found.push({ code: 'deduction.unbounded', points, heaviest: heaviest.points, leaves });
  const stacked = charge === 'every' ? stackedRates(deduct) : undefined;
  if (stacked) found.push({ code: 'deduction.stacked', first: stacked[0].title, second: stacked[1].title, leaves });
  return found;
}

/**
 * Two rates by the case that one act of one person may meet (告诫 and 处分 for the same thing). What is charged by the
 * occurrence (迟到一次、投诉一次) is charged each time that it occurs: that leaves nothing open.
 */
function stackedRates(rates: readonly Rate[]): [Rate, Rate] | undefined {
  const byCase = rates.filter(({ per }) => per === 'case');
  for (const [n, first] of byCase.entries()) {
    const second = byCase.slice(n + 1).find(({ role }) => !role || !first.role || role === first.role);
    if (second) return [first, second];
  }
  return undefined;
}

/** A limit of the line, or rates that together cannot exceed it. */
function isBounded({ points, steps = [] }: Leaf, { charge }: Cases, rates: readonly Rate[]): boolean {
  if (steps.some(({ clamp }) => clamp?.least !== undefined)) return true;
  const worst = charge === 'heaviest' ? rates.map(({ points: amount }) => amount) : rates.map(({ most }) => most);
  if (worst.includes(undefined)) return false;
  const most = charge === 'heaviest' ? greatest(worst as string[]) : (worst as string[]).map(exact).reduce(add, ZERO);
  return compare(most, exact(points ?? '0')) <= 0;
}

const greatest = (amounts: readonly string[]): Exact =>
  amounts.map(exact).reduce((most, amount) => (compare(amount, most) > 0 ? amount : most), ZERO);

function unruled({ id, text }: Leaf, { caps, discretion }: Mark): Finding[] {
  const found: Finding[] = [];
  const [threshold] = THRESHOLD.exec(text) ?? [];
  const [left] = DISCRETION.exec(text) ?? [];
  if (threshold && !caps) found.push({ code: 'text.threshold', quote: threshold, leaves: [id] });
  if (left && !discretion) found.push({ code: 'text.discretion', quote: left, leaves: [id] });
  return found;
}

/** Points or percentages that stop short of the full marks, for the step does not divide them. */
function unevenStep(leaf: Leaf, { step, percent }: Mark): Finding[] {
  const written = percent ?? step;
  const full = percent === undefined ? worthOf(leaf).points : { n: 100, d: 1 };
  if (written === undefined) return [];
  const by = exact(written);
  const most = multiply(round(divide(full, by), 'cut', 0), by);
  return compare(most, full) === 0
    ? []
    : [{ code: 'mark.uneven-step', step: written, full: toDecimal(full), most: toDecimal(most), leaves: [leaf.id] }];
}

/** Any kind of evidence may count for any judged line; with no kind at all, nothing ever can. */
function withoutEvidence({ evidenceKinds }: Rubric, leaves: readonly Leaf[]): Finding[] {
  const judged = leaves.filter(({ from }) => from.mark !== undefined).map(({ id }) => id);
  return evidenceKinds.length === 0 && judged.length > 0 ? [{ code: 'evidence.none', leaves: judged }] : [];
}

/** A count of records that are never proposed for the line which asks for them. */
function unsatisfiable({ metrics, evidenceKinds }: Rubric, { id }: Leaf, { caps = [] }: Mark): Finding[] {
  return caps.flatMap(({ metric, least }): Finding[] => {
    const kind = evidenceKinds.find((each) => each.id === metrics.find((known) => known.id === metric)?.counts);
    return !kind || kind.criteria.includes(id)
      ? []
      : [{ code: 'evidence.unsatisfiable', kind: kind.title, least, leaves: [id] }];
  });
}

function superseded({ documents }: Rubric, leaves: readonly Leaf[]): Finding[] {
  return documents.flatMap(({ id, title, number, supersededBy }): Finding[] => {
    if (!supersededBy) return [];
    const citing = leaves.filter((leaf) => leaf.documents?.includes(id)).map((leaf) => leaf.id);
    const by = supersededBy.number ?? supersededBy.title;
    return [{ code: 'document.superseded', document: number ?? title, by, on: supersededBy.on, leaves: citing }];
  });
}
