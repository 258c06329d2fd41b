import { type Exact, ZERO, add, exact, toDecimal } from '@mofan/rubric/exact';
import type { OutlineNode } from '../outline.ts';

/** The sum of the children's points, or null where one of them has none. */
export function sumOf(children: readonly Pick<OutlineNode, 'points'>[]): string | null {
  if (children.length === 0) return null;
  let sum: Exact = ZERO;
  for (const { points } of children) {
    if (points === null) return null;
    sum = add(sum, exact(points));
  }
  return toDecimal(sum);
}
