import { compare, exact } from '@mofan/rubric/exact';
import type { Wording } from '@mofan/rubric/explain/wording';
import type { Counting, OutlineNode } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import type { AddedUp } from './printed-tables.ts';
import { statedLimit } from './stated-limit.ts';
import { mostOf, sumAsSaid, sumOf } from './sum.ts';
import { HUNDRED, isMean, isWeighted, isWhole, weightSum } from './weights.ts';

/**
 * Gives points to what has none but can have only one figure: an only child of a group, then groups from their
 * children. What stays without points is reported. `weightBased`: weights stand for the points, but for what comes on top
 * of them.
 */
export function derivePoints(
  children: readonly OutlineNode[],
  weightBased = false,
  group: OutlineNode | null = null,
): ReportEntry[] {
  const isMissing = ({ points, counts }: OutlineNode) =>
    points === null && counts !== 'none' && !(weightBased && counts === 'points');
  return children.flatMap((node) => {
    const { children: parts } = node;
    const [only] = parts;
    const report: ReportEntry[] = [];
    if (only && parts.length === 1 && isMissing(only) && node.points !== null) {
      only.points = node.points;
      report.push(derived(only, '取自上级', 'taken from its group'));
    }
    report.push(...derivePoints(parts, weightBased, node));
    const sum = node.counts === 'points' ? sumOf(parts) : mostOf(parts);
    if (isMissing(node) && isWeighted(null, parts)) {
      node.points = HUNDRED;
      report.push(derived(node, '下级按权重合计', 'for its parts count by weights'));
    }
    if (isMissing(node) && sum !== null) {
      node.points = sum;
      report.push(derived(node, '由下级合计', 'the sum of its parts'));
    }
    if (isMissing(node) && parts.length === 0) report.push(limited(node) ?? missing(node, group));
    return report;
  });
}

/** Checks every figure that a group states against the sum of its children. */
export function checkSums(
  children: readonly OutlineNode[],
  unit: 'points' | 'weight',
  isAddedUp: AddedUp,
): ReportEntry[] {
  return children.flatMap((node) => {
    const stated = node[unit];
    const said = isAddedUp(node);
    const sum = unit === 'points' ? pointsSum(node, said) : weightSum(node.children);
    const checked = stated === null || sum === null ? [] : [comparison(node, unit, stated, sum, said === null)];
    return [...checked, ...checkSums(node.children, unit, isAddedUp)];
  });
}

/**
 * What the parts of a group add up to; null where they need not: a bonus has a limit, weighted parts have shares. `said`:
 * whether they are added up, where the file says it.
 */
function pointsSum({ points, counts, children }: OutlineNode, said: boolean | null): string | null {
  if (counts !== 'points' || (said === null && isWeighted(points, children))) return null;
  return sumAsSaid(said, children);
}

/** What a total that the table states compares to. */
export function checkTotal(place: string, stated: string, sum: string): ReportEntry {
  return equal(stated, sum)
    ? { kind: 'understood', place, zh: `合计 ${stated} 分，相符`, en: `the total of ${stated} points is right` }
    : {
        kind: 'not-understood',
        place,
        zh: `写明合计 ${stated} 分，各项相加 ${sum} 分，暂按 ${sum} 分`,
        en: `a total of ${stated} points is stated, the parts add up to ${sum}, which is taken for now`,
      };
}

/** Weights add up to their group's, or each group is a whole of its own; `guesses`: parts as large as it may be a mean. */
function comparison(
  node: OutlineNode,
  unit: 'points' | 'weight',
  stated: string,
  sum: string,
  guesses: boolean,
): ReportEntry {
  const { place } = node;
  const title = titleOf(node);
  const [zhUnit, enUnit] = unit === 'points' ? [' 分', ' points'] : ['', ''];
  if (equal(stated, sum) || (unit === 'weight' && isWhole(sum))) {
    return {
      kind: 'understood',
      place,
      zh: `${title}：${stated}${zhUnit}，下级合计 ${sum}${zhUnit}`,
      en: `${title}: ${stated}${enUnit}, its parts add up to ${sum}`,
    };
  }
  if (guesses && unit === 'points' && isMean(stated, node.children)) {
    return {
      kind: 'guessed',
      place,
      zh: `${title}：各部分与本组同为 ${stated} 分，按平均计`,
      en: `${title}: each part is worth ${stated} as the group is: their mean`,
    };
  }
  return {
    kind: 'not-understood',
    place,
    zh: `${title}：写明 ${stated}${zhUnit}，下级合计 ${sum}${zhUnit}`,
    en: `${title}: ${stated}${enUnit} stated, its parts add up to ${sum}`,
  };
}

const equal = (a: string, b: string): boolean =>
  a.endsWith('%') === b.endsWith('%') && compare(exact(a.replace('%', '')), exact(b.replace('%', ''))) === 0;

const titleOf = ({ number, text }: OutlineNode): string => [number, text].filter((each) => each !== '').join(' ');

/** How far a bonus or a penalty goes, where the words of the line say it. */
function limited(node: OutlineNode): ReportEntry | null {
  const limit = node.counts === 'points' ? null : statedLimit([node.text, ...Object.values(node.extra)]);
  if (limit === null) return null;
  node.points = limit.points;
  return derived(node, `取自“${limit.quote}”`, `as “${limit.quote}” says`);
}

const derived = (node: OutlineNode, zh: string, en: string): ReportEntry => {
  const [zhMost, enMost] = MOST[node.counts];
  return {
    kind: 'guessed',
    place: node.place,
    zh: `${titleOf(node)}：${zhMost}${node.points} 分，${zh}`,
    en: `${titleOf(node)}: ${enMost}${node.points} points, ${en}`,
  };
};
const MOST: Record<Counting, readonly [zh: string, en: string]> = {
  points: ['', ''],
  none: ['', ''],
  bonus: ['最多加 ', 'a bonus of at most '],
  penalty: ['最多扣 ', 'a penalty of at most '],
};

function missing(node: OutlineNode, group: OutlineNode | null): ReportEntry {
  const { zh, en } = MISSING[node.counts];
  const shared = sharedWith(group);
  const veto = VETOES.test(node.text)
    ? { zh: '；读来像一票否决，须写成规则', en: '; it reads like a veto, which must be put into a rule' }
    : NOTHING;
  return {
    kind: 'not-understood',
    place: node.place,
    zh: `${titleOf(node)}：${zh}${shared.zh}${veto.zh}`,
    en: `${titleOf(node)}: ${en}${shared.en}${veto.en}`,
  };
}
const NOTHING = { zh: '', en: '' };
const VETOES = /(?:总分|得分|成绩|考核)(?:直接)?(?:为|记为?|计为?|按)(?:0|零)分|否决/;

/** Points that stand once for several lines. */
function sharedWith(group: OutlineNode | null): Wording {
  const open = group?.children.filter(({ points, counts }) => points === null && counts === 'points').length ?? 0;
  if (!group || group.points === null || open < 2) return NOTHING;
  return {
    zh: `，“${group.text}”的 ${group.points} 分由 ${open} 条合用`,
    en: `; the ${group.points} points of “${group.text}” are for ${open} lines together`,
  };
}
const NO_POINTS = { zh: '没有写明分值', en: 'no points are stated' };
const MISSING: Record<Counting, Wording> = {
  points: NO_POINTS,
  none: NO_POINTS,
  bonus: { zh: '没有写明最多加多少分，暂不计入', en: 'how much it adds at most is not stated: it does not count yet' },
  penalty: {
    zh: '没有写明最多扣多少分，暂不计入',
    en: 'how much it takes off at most is not stated: it does not count yet',
  },
};
