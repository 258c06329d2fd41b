import { type Interval, type Truth, isBelow, isEqual, negated } from '../interval.ts';
import type { Comparison } from './syntax.ts';

/** What each sign says of two numbers, of which either may still be open. */
export const COMPARE: Record<Comparison, (a: Interval, b: Interval) => Truth> = {
  '<': isBelow,
  '>': (a, b) => isBelow(b, a),
  '<=': (a, b) => negated(isBelow(b, a)),
  '>=': (a, b) => negated(isBelow(a, b)),
  '=': isEqual,
  '!=': (a, b) => negated(isEqual(a, b)),
};

export const isComparison = (text: string): text is Comparison => text in COMPARE;
