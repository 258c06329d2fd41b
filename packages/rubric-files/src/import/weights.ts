import { type Exact, ZERO, add, compare, exact, multiply, written } from '@mofan/rubric/exact';
import { ratio } from '@mofan/rubric/ratio';
import type { OutlineNode } from '../outline.ts';
import { sumOf } from './sum.ts';

type Weighed = Pick<OutlineNode, 'weight' | 'counts'>;

/** The parts that a weight may stand beside: what comes on top of the points, or off them, has none. */
export const countedIn = <Part extends Weighed>(parts: readonly Part[]): Part[] =>
  parts.filter(({ counts }) => counts === 'points');

/** The sum of the weights of all parts that have points, in percent where one of them is; null where one has none. */
export function weightSum(parts: readonly Weighed[]): string | null {
  const weights = countedIn(parts).map(({ weight }) => weight);
  if (weights.length === 0 || weights.includes(null)) return null;
  const sum = weights.map((weight) => ratio(weight ?? '0')).reduce(add, ZERO);
  const percent = weights.some((weight) => weight?.endsWith('%'));
  return percent ? `${written(multiply(sum, exact(HUNDRED)))}%` : written(sum);
}

export const isWhole = (sum: string): boolean => ['100%', '100', '1'].includes(sum);

/**
 * Whether the parts of a group are marked out of their own points and count by weights, which then make a whole. `points`
 * null: the group states none. Weights that only repeat what part of the whole the points are make no weighted group.
 */
export function isWeighted(points: string | null, children: readonly OutlineNode[]): boolean {
  const counted = countedIn(children);
  if (counted.length === 0 || counted.some(({ weight }) => weight === null)) return false;
  const shares = counted.map(({ weight }) => ratio(weight ?? '0'));
  if (compare(shares.reduce(add, ZERO), exact('1')) !== 0) return false;
  const sum = sumOf(counted);
  if (sum === null || (points !== null && !same(sum, points))) return true;
  const alike = counted.length > 1 && counted.every((part) => part.points === HUNDRED);
  return !repeatPoints(counted, exact(sum)) || (points === null && alike);
}

/** Whether the weights say nothing but what part of the whole the points are. */
export const repeatPoints = (parts: readonly Pick<OutlineNode, 'weight' | 'points'>[], whole: Exact): boolean =>
  parts.every(
    ({ weight, points }) =>
      weight !== null && points !== null && compare(exact(points), multiply(whole, ratio(weight))) === 0,
  );

/** What a weighted group is worth that does not say so. */
export const HUNDRED = '100';

/** Whether the parts of a group are each worth as much as it, so that it can only be their mean. */
export function isMean(points: string | null, children: readonly OutlineNode[]): boolean {
  const counted = countedIn(children);
  const alike = counted.every((part) => part.points !== null && points !== null && same(part.points, points));
  return alike && counted.length > 1;
}

const same = (a: string, b: string): boolean => compare(exact(a), exact(b)) === 0;
