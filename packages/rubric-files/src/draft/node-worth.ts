import { divide } from '@mofan/rubric/exact';
import { ratio } from '@mofan/rubric/ratio';
import type { Group, Leaf } from '@mofan/rubric/rubric';
import { isMean, isWeighted, isWhole, weightSum } from '../import/weights.ts';
import type { OutlineNode } from '../outline.ts';

export type Worth = Pick<Leaf, 'points' | 'bonus' | 'penalty' | 'weight'>;

/** How the parts of a group count: `weightBased`: weights are all that the table states; `weighted`: weights are for this group. */
export interface Counts {
  weightBased: boolean;
  weighted: boolean;
}

/** What a node is worth in the language. Where weights are all that is stated, each is marked out of a hundred. */
export function worthOf(node: OutlineNode, group: OutlineNode | null, { weightBased, weighted }: Counts): Worth {
  const { points, counts, weight } = node;
  if (weightBased && counts === 'points')
    return { points: '100', ...(weight !== null && { weight: shareOf(weight, group) }) };
  const share = weight === null || !weighted ? {} : { weight };
  if (points === null || counts === 'none') return share;
  return { [counts]: points, ...share };
}

/** Tables state shares of the whole as often as of the group; the language has shares of the group. */
function shareOf(weight: string, group: OutlineNode | null): string {
  const sum = group === null ? null : weightSum(group.children);
  if (group === null || sum === null || isWhole(sum))
    return /^\d+$/.test(weight) && weight !== '1' ? `${weight}%` : weight;
  const { n, d } = divide(ratio(weight), ratio(sum));
  return d === 1 ? String(n) : `${n}/${d}`;
}

/** How the parts of a group become one where that is not their sum: by weights, or by the mean of parts as large as it. */
export function combined(
  points: string | null,
  parts: readonly OutlineNode[],
  weightBased: boolean,
): Pick<Group, 'from'> {
  if (isWeighted(points, parts) || (weightBased && parts.some(({ weight }) => weight !== null)))
    return { from: { combine: { by: 'weighted' } } };
  return isMean(points, parts) ? { from: { combine: { by: 'mean' } } } : {};
}
