import { ZERO, add, compare, exact, multiply } from '@mofan/rubric/exact';
import { ratio } from '@mofan/rubric/ratio';
import type { OutlineNode } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { sumOf } from './sum.ts';

/** The sum of weights that are all percentages or all plain; null where they are not, or one is missing. */
export function weightSum(children: readonly Pick<OutlineNode, 'weight'>[]): string | null {
  const weights = children.map(({ weight }) => weight ?? '');
  const percent = weights.every((weight) => weight.endsWith('%'));
  if (!percent && weights.some((weight) => weight.endsWith('%'))) return null;
  const sum = sumOf(weights.map((weight) => ({ points: weight.replace('%', '') || null, counts: 'points' as const })));
  return sum === null ? null : sum + (percent ? '%' : '');
}

export const isWhole = (sum: string): boolean => ['100%', '100', '1'].includes(sum);

/**
 * Whether the parts of a group are marked out of their own points and count by weights, which then make a whole. `points`
 * null: the group states none. Weights that only repeat what part of the whole the points are make no weighted group.
 */
export function isWeighted(points: string | null, children: readonly OutlineNode[]): boolean {
  const counted = children.filter(({ counts }) => counts === 'points');
  if (counted.length === 0 || counted.some(({ weight }) => weight === null)) return false;
  const shares = counted.map(({ weight }) => ratio(weight ?? '0'));
  if (compare(shares.reduce(add, ZERO), exact('1')) !== 0) return false;
  const sum = sumOf(counted);
  if (sum === null || (points !== null && !same(sum, points))) return true;
  const repeats = counted.every(
    (part, n) => compare(exact(part.points ?? '0'), multiply(exact(sum), shares[n]!)) === 0,
  );
  return !repeats || (points === null && counted.length > 1 && counted.every((part) => part.points === HUNDRED));
}

/** What a weighted group is worth that does not say so. */
export const HUNDRED = '100';

/** Whether the parts of a group are each worth as much as it, so that it can only be their mean. */
export function isMean(points: string | null, children: readonly OutlineNode[]): boolean {
  const counted = children.filter(({ counts }) => counts === 'points');
  const alike = counted.every((part) => part.points !== null && points !== null && same(part.points, points));
  return alike && counted.length > 1;
}

const same = (a: string, b: string): boolean => compare(exact(a), exact(b)) === 0;

/**
 * Where the leaves' weights make a whole, a group without a weight is worth what its parts are. Leaves without one are
 * reported, and outermost weights that make no whole.
 */
export function settleWeights(children: readonly OutlineNode[]): ReportEntry[] {
  const leaves = leavesOf(children);
  const ofLeaves = weightSum(leaves);
  const derived = ofLeaves !== null && isWhole(ofLeaves) ? children.flatMap(derive) : [];
  const missing = leaves.filter(({ weight }) => weight === null).map(withoutWeight);
  const sum = weightSum(children);
  const [first] = children;
  return [...derived, ...missing, ...(first && sum !== null && !isWhole(sum) ? [noWhole(first.place, sum)] : [])];
}

const withoutWeight = ({ place, number, text }: OutlineNode): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `${number} ${text}：没有写明权重`,
  en: `${number} ${text}: no weight is stated`,
});

const noWhole = (place: string, sum: string): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `各项权重合计 ${sum}，不是 100%`,
  en: `the weights add up to ${sum} and not to 100%`,
});

function derive(node: OutlineNode): ReportEntry[] {
  const report = node.children.flatMap(derive);
  if (node.weight !== null) return report;
  node.weight = weightSum(node.children);
  return [
    ...report,
    {
      kind: 'guessed',
      place: node.place,
      zh: `${node.text}：权重 ${node.weight}，由下级合计`,
      en: `${node.text}: a weight of ${node.weight}, the sum of its parts`,
    },
  ];
}

const leavesOf = (children: readonly OutlineNode[]): OutlineNode[] =>
  children.flatMap((node) => (node.children.length === 0 ? [node] : leavesOf(node.children)));
