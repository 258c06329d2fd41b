import { checkReferences } from './check-references.ts';
import { checkUnique } from './check-unique.ts';
import { checkWeights } from './check-weights.ts';
import { type Exact, compare, exact } from './exact.ts';
import { ratio } from './ratio.ts';
import { RubricError } from './rubric-error.ts';
import type { Rubric } from './rubric.ts';
import { sumMismatches } from './sums.ts';
import { isLeaf, leavesAndFigures, leavesOf, linesOf, nodesOf, ratesOf } from './tree.ts';
import { WORTH, worthOf } from './worth.ts';

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
  checkWorth(table);
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

/** What counts towards the full marks does not come on top of them as well. */
function checkWorth(table: Rubric): void {
  for (const line of linesOf(table)) {
    const stated = WORTH.filter((key) => key in line && (line as Partial<Record<string, unknown>>)[key] !== undefined);
    if (stated.length > 1)
      throw new RubricError('rubric.worth', line.id, {
        zh: `${stated.join('、')} 只能写一个：计入满分的写 points，另加的写 bonus，另扣的写 penalty`,
        en: `one of ${stated.join(', ')} alone: points count towards the full marks, a bonus comes on top, a penalty is taken off`,
      });
  }
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
