import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import {
  type Exact,
  add,
  compare,
  exact,
  isMultiple,
  max,
  min,
  multiply,
  round,
  subtract,
  toDecimal,
} from './exact.ts';

const whole = fc.maxSafeInteger();
const rational = fc
  .oneof(
    fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 1, max: 1000 })),
    fc.tuple(
      whole,
      whole.map((d) => Math.abs(d) || 1),
    ),
  )
  .map(([n, d]) => exact(`${n}/${d}`));

const oracle = ({ n, d }: Exact): Fraction => new Fraction(n, d);
const inRange = (f: Fraction): boolean =>
  f.n <= BigInt(Number.MAX_SAFE_INTEGER) && f.d <= BigInt(Number.MAX_SAFE_INTEGER);

/** The result that fraction.js has, or RangeError where it does not fit. */
function agrees(operation: () => Exact, expected: Fraction): void {
  if (inRange(expected)) expect(operation()).toEqual({ n: Number(expected.s * expected.n), d: Number(expected.d) });
  else expect(operation).toThrow(/^exact\.out-of-range/);
}

describe('exact numbers agree with fraction.js', () => {
  const operations = { add: [add, 'add'], subtract: [subtract, 'sub'], multiply: [multiply, 'mul'] } as const;

  it.each(Object.entries(operations))('%s', (_, [operation, name]) =>
    fc.assert(fc.property(rational, rational, (a, b) => agrees(() => operation(a, b), oracle(a)[name](oracle(b))))),
  );

  it('compare, min and max', () =>
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(Math.sign(compare(a, b))).toBe(oracle(a).compare(oracle(b)));
        expect([min(a, b), max(a, b)]).toEqual(compare(a, b) <= 0 ? [a, b] : [b, a]);
      }),
    ));

  it('reading and writing decimals', () =>
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (n, places) => {
        const text = toDecimal(exact(`${n}/${10 ** places}`));
        expect(text).not.toMatch(/\.\d*0$|\.$|^-0$/);
        expect(exact(text)).toEqual(exact(`${n}/${10 ** places}`));
        expect(oracle(exact(text)).equals(text)).toBe(true);
      }),
    ));

  it('rounding: never further off than the mode allows', () =>
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 1, max: 999 }), (n, d) => {
        const value = exact(`${n}/${d}`);
        const off = (mode: 'half-up' | 'half-even' | 'cut') =>
          oracle(value)
            .sub(oracle(round(value, mode, 1)))
            .abs();
        expect([off('half-up').lte('1/20'), off('half-even').lte('1/20'), off('cut').lt('1/10')]).toEqual([
          true,
          true,
          true,
        ]);
      }),
    ));
});

describe('exact numbers', () => {
  it.each([
    ['half-up', '0.05', '0.1'],
    ['half-up', '-0.05', '-0.1'],
    ['half-even', '0.05', '0'],
    ['half-even', '0.15', '0.2'],
    ['cut', '0.19', '0.1'],
    ['cut', '-0.19', '-0.1'],
  ] as const)('%s of %s to one place is %s', (mode, value, rounded) =>
    expect(toDecimal(round(exact(value), mode, 1))).toBe(rounded),
  );

  it('write no decimal for a third, but do once it is rounded', () => {
    expect(() => toDecimal(exact('1/3'))).toThrow(/^exact\.non-terminating/);
    expect(toDecimal(round(exact('1/3'), 'half-up', 2))).toBe('0.33');
  });

  it.each(['', '1.', '.5', '1/0', '1e3', '½', 'NaN'])('do not read %j', (text) =>
    expect(() => exact(text)).toThrow(/^exact\.not-a-number/),
  );

  it('know the multiples of a step', () =>
    expect(['6.5', '6.25', '0'].map((points) => isMultiple(exact(points), exact('0.5')))).toEqual([true, false, true]));
});
