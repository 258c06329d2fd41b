import { checkReferences } from './check-references.ts';
import { worthOf } from './compile-source.ts';
import { checkUnique } from './check-unique.ts';
import { checkWeights } from './check-weights.ts';
import { type Exact, ZERO, add, compare, exact, toDecimal } from './exact.ts';
import { ratio } from './ratio.ts';
import { RubricError } from './rubric-error.ts';
import type { Group, Rubric, RubricNode } from './rubric.ts';
import { isLeaf, leavesOf, linesOf, nodesOf, ratesOf } from './tree.ts';

/** Keeps every sum of a scorecard within the safe integers. */
const LARGEST = exact('1000000');

/** Proves a table sound: sums, weights, ids, references, quotes. Throws the first fault as RubricError. */
export function checkTable(table: Rubric): void {
  checkStructure(table);
  checkPoints(table);
}

/** The same but for sums, which the linter tells as findings. */
export function checkStructure(table: Rubric): void {
  checkUnique(table);
  checkLevels(table);
  checkWeights(table);
  checkQuotas(table);
  checkReferences(table);
  checkRates(table);
  checkQuotes(table);
}

function checkLevels(table: Rubric): void {
  const depths = table.levels?.length;
  if (depths === undefined) return;
  for (const { node, depth } of nodesOf(table))
    if (isLeaf(node) !== (depth === depths))
      throw new RubricError('rubric.level-mismatch', node.id, {
        zh: `在第 ${depth} 层，而 levels 有 ${depths} 层`,
        en: `stands at level ${depth} of ${depths}`,
      });
}

function checkPoints(table: Rubric): void {
  const [mismatch] = sumMismatches(table);
  if (mismatch)
    throw new RubricError('rubric.sum-mismatch', mismatch.id, {
      zh: `写明 ${mismatch.stated} 分，下级合计 ${mismatch.sum} 分`,
      en: `${mismatch.stated} points are stated, the parts add up to ${mismatch.sum}`,
    });
  for (const line of linesOf(table)) inRange(line.id, worthOf(line).points);
}

/** The groups, the whole table last, whose parts do not add up to the points that they state. */
export function sumMismatches(table: Rubric): { id: string; stated: string; sum: string }[] {
  const groups = [...nodesOf(table)].map(({ node }) => node).filter((node): node is Group => !isLeaf(node));
  return [...groups, table].flatMap(({ id, points, children, from }) => {
    if (points === undefined || !isPlainSum(from)) return [];
    const sum = children.reduce<Exact>((total, child) => add(total, pointsOf(child)), ZERO);
    return compare(sum, exact(points)) === 0 ? [] : [{ id, stated: points, sum: toDecimal(sum) }];
  });
}

/** Whether parts are simply added up. */
export const isPlainSum = (from: Group['from']): boolean =>
  from === undefined || (from.combine?.by === 'sum' && from.combine.best === undefined);

/** The points that a line counts, in the sum of its group: one that states none, what its parts do. */
export function pointsOf(node: RubricNode | Rubric): Exact {
  const { kind, points } = worthOf(node);
  if (kind === 'points') return points;
  if (kind !== 'none' || isLeaf(node)) return ZERO;
  return node.children.map(pointsOf).reduce(add, ZERO);
}

/** More than all there are is a percentage without its sign. */
function checkQuotas({ selections = [] }: Rubric): void {
  for (const { id, quota } of selections)
    if (quota && compare(ratio(quota.share), { n: 1, d: 1 }) > 0)
      throw new RubricError('rubric.share-above-one', id, {
        zh: `比例 ${quota.share} 大于 1；百分比要写百分号，如 40%`,
        en: `a share of ${quota.share} is more than all; a percentage has its sign, like 40%`,
      });
}

function checkRates(table: Rubric): void {
  for (const { id, points } of ratesOf(table)) inRange(id, exact(points));
}

function checkQuotes(table: Rubric): void {
  for (const { code, rule } of table.grades) if (rule !== undefined) quoted(code, rule, table.gradingNote ?? '');
  for (const { id, text, from } of leavesOf(table)) {
    for (const rate of [...(from.cases?.deduct ?? []), ...(from.cases?.add ?? [])])
      if (rate.quote !== undefined) quoted(rate.id, rate.quote, text);
    if (from.mark?.discretion) quoted(id, from.mark.discretion.trigger, text);
  }
}

function quoted(place: string, quote: string, text: string): void {
  if (!text.includes(quote))
    throw new RubricError(
      'rubric.quote-not-in-text',
      place,
      { zh: `原文中没有“${quote}”`, en: `“${quote}” does not stand there` },
      { text: quote },
    );
}

function inRange(place: string, points: Exact): void {
  if (compare(points, LARGEST) > 0)
    throw new RubricError('rubric.out-of-range', place, { zh: '数值过大', en: `${points.n} is too large` });
}
