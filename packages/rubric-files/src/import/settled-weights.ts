import { ZERO, add, compare, exact } from '@mofan/rubric/exact';
import { ratio } from '@mofan/rubric/ratio';
import { type OutlineNode, nodesOf } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import type { AddedUp } from './printed-tables.ts';
import { countedIn, isWeighted, isWhole, repeatPoints, weightSum } from './weights.ts';

/** Whether weights are all that the table states of what counts. */
export function countsByWeights(children: readonly OutlineNode[]): boolean {
  const counted = countedIn([...nodesOf(children)]);
  return counted.every(({ points }) => points === null) && counted.some(({ weight }) => weight !== null);
}

/**
 * Writes plain weights as percent, as 30 beside 0.4 and 30% is, since 1 is a whole elsewhere: all of them where that makes a
 * whole of the lines' weights, else those above 1.
 */
export function weightsInPercent(children: readonly OutlineNode[]): void {
  const plain = [...nodesOf(children)].filter(({ weight }) => weight !== null && PLAIN.test(weight));
  if (!plain.some(isAboveOne)) return;
  const asPercent = (node: OutlineNode) => ratio(plain.includes(node) ? `${node.weight}%` : node.weight!);
  const leaves = countedIn(leavesOf(children)).filter(({ weight }) => weight !== null);
  const whole = compare(leaves.map(asPercent).reduce(add, ZERO), exact('1')) === 0;
  for (const node of plain) if (whole || isAboveOne(node)) node.weight = `${node.weight}%`;
}

const PLAIN = /^[\d.]+$/;
const isAboveOne = ({ weight }: OutlineNode): boolean => Number(weight) > 1;

/**
 * Where the leaves' weights make a whole, a group without a weight is worth what its parts are. Leaves without one are
 * reported, unless they are all that their group has, and outermost weights that make no whole.
 */
export function settleWeights(children: readonly OutlineNode[]): ReportEntry[] {
  const ofLeaves = weightSum(leavesOf(children));
  const derived = ofLeaves !== null && isWhole(ofLeaves) ? children.flatMap(derive) : [];
  const sum = weightSum(children);
  const [first] = children;
  return [
    ...derived,
    ...withoutWeight(children),
    ...(first && sum !== null && !isWhole(sum) ? [noWhole(first.place, sum)] : []),
  ];
}

function withoutWeight(parts: readonly OutlineNode[], within: OutlineNode | null = null): ReportEntry[] {
  const only = within !== null && within.weight !== null && countedIn(parts).length === 1;
  return parts.flatMap((node) => {
    if (node.children.length > 0) return withoutWeight(node.children, node);
    return only || node.counts !== 'points' || node.weight !== null ? [] : [missing(node)];
  });
}

/** Weights beside points that nothing counts by: those that repeat the points are left aside, all others not understood. */
export function unusedWeights(
  points: string | null,
  children: readonly OutlineNode[],
  isAddedUp: AddedUp,
): ReportEntry[] {
  const groups = [
    { group: null, parts: children },
    ...[...nodesOf(children)].map((group) => ({ group, parts: group.children })),
  ];
  const having = groups.flatMap(({ group, parts }) =>
    isAddedUp(group) === false ? [] : parts.filter(({ weight }) => weight !== null),
  );
  const used = new Set(weightedParts(points, children));
  const unused = having.filter((node) => !used.has(node));
  const [first] = unused;
  if (!first) return [];
  const repeats = repeatWithin(points, children);
  return unused.every((node) => repeats.has(node)) ? [leftAside(first)] : unused.map(notUsed);
}

function weightedParts(points: string | null, parts: readonly OutlineNode[]): OutlineNode[] {
  const own = isWeighted(points, parts) ? countedIn(parts) : [];
  return [...own, ...parts.flatMap((part) => weightedParts(part.points, part.children))];
}

/** The nodes whose weights are what part of their group, or of the whole, their points are. */
function repeatWithin(points: string | null, children: readonly OutlineNode[]): Set<OutlineNode> {
  const groups = [{ points, children }, ...nodesOf(children)];
  const found = groups.flatMap((group) => {
    const own = countedIn(group.children).filter(({ weight }) => weight !== null);
    const wholes = [group.points, points].flatMap((each) => (each === null ? [] : [exact(each)]));
    return wholes.some((whole) => repeatPoints(own, whole)) ? own : [];
  });
  return new Set(found);
}

const titled = ({ number, text }: OutlineNode): string => [number, text].filter((each) => each !== '').join(' ');

const notUsed = (node: OutlineNode): ReportEntry => ({
  kind: 'not-understood',
  place: node.place,
  zh: `${titled(node)}：权重 ${node.weight} 没有用上：已按分值计，各项权重合计也不是 100%`,
  en: `${titled(node)}: the weight ${node.weight} is not used: points count, and the weights do not add up to 100%`,
});

const leftAside = ({ place }: OutlineNode): ReportEntry => ({
  kind: 'left-aside',
  place,
  zh: '权重只是重复各项分值所占的比例，按分值计',
  en: 'the weights only repeat what part of the whole the points are: points count',
});

const missing = (node: OutlineNode): ReportEntry => ({
  kind: 'not-understood',
  place: node.place,
  zh: `${titled(node)}：没有写明权重`,
  en: `${titled(node)}: no weight is stated`,
});

const noWhole = (place: string, sum: string): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `各项权重合计 ${sum}，不是 100%`,
  en: `the weights add up to ${sum} and not to 100%`,
});

function derive(node: OutlineNode): ReportEntry[] {
  if (node.counts !== 'points') return [];
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
