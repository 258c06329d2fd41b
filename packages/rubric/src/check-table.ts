import { checkReferences } from './check-references.ts';
import { worthOf } from './compile-source.ts';
import { checkWeightedParts } from './check-weighted-parts.ts';
import { checkUnique } from './check-unique.ts';
import { type Exact, ZERO, add, compare, exact } from './exact.ts';
import type { RaterGroup } from './language/source.ts';
import { ratio } from './ratio.ts';
import { RubricError } from './rubric-error.ts';
import type { Rubric } from './rubric.ts';
import { sumMismatches } from './sums.ts';
import { isLeaf, leavesAndFigures, leavesOf, linesOf, nodesOf } from './tree.ts';

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
  checkShares(table);
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
      en: `${mismatch.sum} is not ${mismatch.stated}`,
    });
  for (const line of linesOf(table)) inRange(line.id, worthOf(line).points);
}

function checkWeights(table: Rubric): void {
  checkWeightedParts(table);
  for (const line of linesOf(table)) {
    if (!isLeaf(line) && line.from?.combine?.by === 'weighted') {
      if (line.from.combine.best !== undefined || line.from.combine.drop !== undefined)
        throw new RubricError('rubric.combine', line.id, {
          zh: '加权的各项都要计入，不能同时写 best 或 drop',
          en: 'weighted parts all count: best and drop do not go with weights',
        });
      addUpToOne(
        line.id,
        line.children.map(({ weight }) => weight ?? '0'),
      );
    }
    const { mark, votes } = line.from ?? {};
    for (const groups of [mark?.raters?.groups, votes?.groups]) checkGroupWeights(line.id, groups);
  }
}

/** More than all there are is a percentage without its sign. */
function checkShares(table: Rubric): void {
  for (const { id, quota } of table.selections ?? []) partOfAll(id, quota?.share);
  for (const { id, from } of leavesAndFigures(table)) {
    partOfAll(id, from.votes?.turnout);
    for (const { most } of from.mark?.raters?.distribution ?? []) partOfAll(id, most);
  }
}

function partOfAll(place: string, share: string | undefined): void {
  if (share === undefined || compare(ratio(share), { n: 1, d: 1 }) <= 0) return;
  throw new RubricError('rubric.share-above-one', place, {
    zh: `比例 ${share} 大于 1；百分比要写百分号，如 40%`,
    en: `a share of ${share} is more than all; a percentage has its sign, like 40%`,
  });
}

function checkGroupWeights(place: string, groups: readonly RaterGroup[] | undefined): void {
  if (!groups) return;
  addUpToOne(
    place,
    groups.map(({ weight }) => weight),
  );
  for (const { groups: parts } of groups) checkGroupWeights(place, parts);
}

function addUpToOne(place: string, weights: readonly string[]): void {
  const sum = weights.map(ratio).reduce(add, ZERO);
  if (sum.n !== 1 || sum.d !== 1)
    throw new RubricError('rubric.weight-mismatch', place, {
      zh: `权重合计是 ${sum.n}/${sum.d}，不是 1`,
      en: `the weights add up to ${sum.n}/${sum.d}, not to one`,
    });
}

function checkRates(table: Rubric): void {
  for (const { from } of leavesAndFigures(table))
    for (const { id, points } of [...(from.cases?.deduct ?? []), ...(from.cases?.add ?? [])])
      inRange(id, exact(points));
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
