import { type Exact, ZERO, add, compare, divide, max, min, multiply, negate } from './exact.ts';

/** Every value that something may still take, both ends included; null: no end on that side. */
export interface Interval {
  readonly low: Exact | null;
  readonly high: Exact | null;
}

/** Whether a condition holds; null: it may still turn out either way. */
export type Truth = boolean | null;

export const ANYTHING: Interval = { low: null, high: null };
export const point = (at: Exact): Interval => ({ low: at, high: at });
export const between = (low: Exact | null, high: Exact | null): Interval => ({ low, high });

/** The one value that is left, or null. */
export const onlyValue = ({ low, high }: Interval): Exact | null =>
  low && high && compare(low, high) === 0 ? low : null;

/** The smallest interval around both. */
export const hull = (a: Interval, b: Interval): Interval => ({
  low: a.low && b.low && min(a.low, b.low),
  high: a.high && b.high && max(a.high, b.high),
});

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low && b.low && add(a.low, b.low),
  high: a.high && b.high && add(a.high, b.high),
});

export const minus = (a: Interval, b: Interval): Interval => plus(a, opposite(b));

export const opposite = ({ low, high }: Interval): Interval => ({
  low: high && negate(high),
  high: low && negate(low),
});

/** Exact where both have ends, or one is a point, or both are not negative; else anything, which is never wrong. */
export function times(a: Interval, b: Interval): Interval {
  const factor = onlyValue(a) ?? onlyValue(b);
  if (factor) return scaled(onlyValue(a) ? b : a, factor);
  if (a.low && a.high && b.low && b.high) {
    const [first, ...others] = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => multiply(x, y!)));
    return { low: others.reduce(min, first!), high: others.reduce(max, first!) };
  }
  if (!a.low || !b.low || compare(a.low, ZERO) < 0 || compare(b.low, ZERO) < 0) return ANYTHING;
  return { low: multiply(a.low, b.low), high: a.high && b.high && multiply(a.high, b.high) };
}

export function scaled({ low, high }: Interval, factor: Exact): Interval {
  if (factor.n === 0) return point(ZERO);
  const ends = { low: low && multiply(low, factor), high: high && multiply(high, factor) };
  return factor.n > 0 ? ends : { low: ends.high, high: ends.low };
}

/** null where the divisor is zero; anything where it may be. */
export function over(a: Interval, b: Interval): Interval | null {
  if (onlyValue(b)?.n === 0) return null;
  const positive = b.low !== null && b.low.n > 0;
  const negative = b.high !== null && b.high.n < 0;
  if (!positive && !negative) return ANYTHING;
  return times(a, { low: b.high ? divide(ONE, b.high) : ZERO, high: b.low ? divide(ONE, b.low) : ZERO });
}

export const lowest = (a: Interval, b: Interval): Interval => ({
  low: a.low && b.low && min(a.low, b.low),
  high: a.high && b.high ? min(a.high, b.high) : (a.high ?? b.high),
});

export const highest = (a: Interval, b: Interval): Interval => opposite(lowest(opposite(a), opposite(b)));

/** Each end by itself: for what never falls while its argument rises. */
export const rising = ({ low, high }: Interval, change: (value: Exact) => Exact): Interval => ({
  low: low && change(low),
  high: high && change(high),
});

export function isBelow(a: Interval, b: Interval): Truth {
  if (a.high && b.low && compare(a.high, b.low) < 0) return true;
  if (a.low && b.high && compare(a.low, b.high) >= 0) return false;
  return null;
}

export function isEqual(a: Interval, b: Interval): Truth {
  const [x, y] = [onlyValue(a), onlyValue(b)];
  if (x && y) return compare(x, y) === 0;
  return isBelow(a, b) === true || isBelow(b, a) === true ? false : null;
}

export const negated = (truth: Truth): Truth => (truth === null ? null : !truth);
export const both = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === null || b === null ? null : true;
export const either = (a: Truth, b: Truth): Truth => negated(both(negated(a), negated(b)));

const ONE: Exact = { n: 1, d: 1 };
