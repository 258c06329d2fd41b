import { worthOf } from './worth.ts';
import { type Exact, ZERO, add, compare, exact, toDecimal } from './exact.ts';
import type { Group, Rubric, RubricNode } from './rubric.ts';
import { isLeaf, nodesOf } from './tree.ts';

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
