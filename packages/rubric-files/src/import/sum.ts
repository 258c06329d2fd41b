import { type Exact, ZERO, add, exact, written } from '@mofan/rubric/exact';
import type { OutlineNode } from '../outline.ts';

/** The sum of the points that count towards their group's, or null where there are none, or one is not stated. */
export function sumOf(children: readonly Pick<OutlineNode, 'points' | 'counts'>[]): string | null {
  const counted = children.filter(({ counts }) => counts === 'points');
  if (counted.length === 0) return null;
  let sum: Exact = ZERO;
  for (const { points } of counted) {
    if (points === null) return null;
    sum = add(sum, exact(points));
  }
  return written(sum);
}

/** The most that parts on top of the points (加分) or off them (扣分) come to; null where none says how much that is. */
export function mostOf(children: readonly Pick<OutlineNode, 'points' | 'counts'>[]): string | null {
  const stated = children.filter(
    ({ points, counts }) => points !== null && (counts === 'bonus' || counts === 'penalty'),
  );
  return sumOf(stated.map(({ points }) => ({ points, counts: 'points' as const })));
}

/**
 * The same where a file says whether the parts are added up (null: it says nothing). A group that leaves its points to its
 * own parts has none to add.
 */
export function sumAsSaid(said: boolean | null, children: readonly OutlineNode[]): string | null {
  const open = children.some(({ counts, children: parts }) => counts === 'none' && parts.length > 0);
  return said === false || (said && open) ? null : sumOf(children);
}
