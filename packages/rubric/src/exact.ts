import Fraction from 'fraction.js';

/**
 * A rational number in lowest terms with `d` > 0, both safe integers. Points are computed in these and not in
 * fraction.js alone, because its BigInt arithmetic is too slow for scoring; it steps in where a product is too large.
 */
export interface Exact {
  readonly n: number;
  readonly d: number;
}

export const ZERO: Exact = { n: 0, d: 1 };

/** Reads "12", "-0.5" or "1/2". Throws RangeError `exact.not-a-number` or `exact.out-of-range`. */
export function exact(text: string): Exact {
  const parts = /^(-?\d+)(?:\.(\d+)|\/(\d*[1-9]\d*))?$/.exec(text);
  if (!parts) throw new RangeError(`exact.not-a-number: ${text.slice(0, 40)}`);
  const [, whole = '', decimals = '', divisor] = parts;
  const n = Number(whole + decimals);
  const d = divisor === undefined ? 10 ** decimals.length : Number(divisor);
  return fits(n, d) ? lowest(n, d) : narrow(new Fraction(text));
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === 1 && b.d === 1 && Number.isSafeInteger(a.n + b.n)) return { n: a.n + b.n, d: 1 };
  const left = a.n * b.d;
  const right = b.n * a.d;
  const d = a.d * b.d;
  const safe = fits(left, right) && fits(left + right, d);
  return safe ? lowest(left + right, d) : narrow(wide(a).add(wide(b)));
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { n: 0 - b.n, d: b.d });
}

export function multiply(a: Exact, b: Exact): Exact {
  const n = a.n * b.n;
  const d = a.d * b.d;
  return fits(n, d) ? lowest(n, d) : narrow(wide(a).mul(wide(b)));
}

export const negate = (a: Exact): Exact => ({ n: 0 - a.n, d: a.d });

/** Throws RangeError `exact.division-by-zero`. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.n === 0) throw new RangeError('exact.division-by-zero');
  return multiply(a, b.n < 0 ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Exact, b: Exact): number {
  if (a.d === b.d) return a.n - b.n;
  const left = a.n * b.d;
  const right = b.n * a.d;
  return fits(left, right) ? left - right : wide(a).compare(wide(b));
}

export const min = (a: Exact, b: Exact): Exact => (compare(b, a) < 0 ? b : a);
export const max = (a: Exact, b: Exact): Exact => (compare(b, a) > 0 ? b : a);

/** Whether `a` is a whole multiple of `step`, a positive number. */
export function isMultiple(a: Exact, step: Exact): boolean {
  return multiply(a, { n: step.d, d: step.n }).d === 1;
}

/** The number written out without trailing zeros. Throws RangeError `exact.non-terminating` for the likes of 1/3. */
export function toDecimal(a: Exact): string {
  if (a.d === 1) return String(a.n);
  const places = placesOf(a.d);
  const digits = ((BigInt(Math.abs(a.n)) * 10n ** BigInt(places)) / BigInt(a.d)).toString().padStart(places + 1, '0');
  return `${a.n < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The number written out exactly: a decimal where there is one, else a fraction like "37/3". */
export function written(a: Exact): string {
  return a.d === 1 ? String(a.n) : isTerminating(a.d) ? toDecimal(a) : `${a.n}/${a.d}`;
}

/**
 * `half-up` rounds a tie away from zero (四舍五入), `half-even` to the even neighbour, `cut` drops the rest, `up` goes
 * away from zero whatever the rest.
 */
export function round(a: Exact, mode: 'half-up' | 'half-even' | 'cut' | 'up', places: number): Exact {
  const scale = 10n ** BigInt(places);
  const scaled = BigInt(Math.abs(a.n)) * scale;
  const divisor = BigInt(a.d);
  const cut = scaled / divisor;
  const twiceRest = (scaled % divisor) * 2n;
  const tie = mode === 'half-up' || (mode === 'half-even' && cut % 2n === 1n);
  const away = mode === 'up' && twiceRest > 0n;
  const up = away || (mode !== 'cut' && (twiceRest > divisor || (twiceRest === divisor && tie)));
  const rounded = cut + (up ? 1n : 0n);
  return narrow(new Fraction(a.n < 0 ? -rounded : rounded, scale));
}

function isTerminating(d: number): boolean {
  let rest = d;
  while (rest % 2 === 0) rest /= 2;
  while (rest % 5 === 0) rest /= 5;
  return rest === 1;
}

/** How many decimal places a fraction over `d` needs. */
function placesOf(d: number): number {
  let twos = 0;
  let fives = 0;
  let rest = d;
  for (; rest % 2 === 0; rest /= 2) twos++;
  for (; rest % 5 === 0; rest /= 5) fives++;
  if (rest !== 1) throw new RangeError(`exact.non-terminating: denominator ${d}`);
  return Math.max(twos, fives);
}

const fits = (n: number, d: number): boolean => Number.isSafeInteger(n) && Number.isSafeInteger(d);

function lowest(n: number, d: number): Exact {
  const divisor = d === 1 ? 1 : greatestCommonDivisor(Math.abs(n), d);
  return { n: n / divisor + 0, d: d / divisor }; // + 0 turns -0 into 0
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

const wide = (a: Exact): Fraction => new Fraction(a.n, a.d);

function narrow(wider: Fraction): Exact {
  const n = Number(wider.s * wider.n);
  const d = Number(wider.d);
  if (!fits(n, d)) throw new RangeError(`exact.out-of-range: ${wider.toFraction().slice(0, 40)}`);
  return { n, d };
}
