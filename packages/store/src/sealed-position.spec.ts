import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PositionSeal } from './sealed-position.ts';

const seal = new PositionSeal(randomBytes(32));

describe('a sealed position', () => {
  it.each([0, 1, 2_376, 2 ** 32, Number.MAX_SAFE_INTEGER])('%d opens as what it was', (position) =>
    expect(seal.open(seal.seal(position))).toBe(position),
  );

  it('stands in a URL as it is', () => expect(seal.seal(123)).toMatch(/^[A-Za-z0-9_-]{16,120}$/));

  it('is another one each time', () => expect(new Set(Array.from({ length: 100 }, () => seal.seal(7))).size).toBe(100));

  it('tells no order and no size', () => {
    const tokens = Array.from({ length: 50 }, (_, n) => seal.seal(n * 1_000_000));
    expect(new Set(tokens.map(({ length }) => length)).size).toBe(1);
    expect(tokens.toSorted()).not.toEqual(tokens);
  });

  it('does not open after any bit was changed', () => {
    const bytes = Buffer.from(seal.seal(7), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged[bit >> 3]! ^= 1 << (bit & 7);
      expect(seal.open(forged.toString('base64url')), `bit ${bit}`).toBeUndefined();
    }
  });

  it('does not open under another key', () =>
    expect(new PositionSeal(randomBytes(32)).open(seal.seal(7))).toBeUndefined());

  it.each(['', '7', 'AAAA', 'A'.repeat(48), 'A'.repeat(400), '位置', '../../etc/passwd', '%00'])(
    'is never %j',
    (token) => expect(seal.open(token)).toBeUndefined(),
  );

  it('cut short or drawn out does not open', () => {
    const token = seal.seal(7);
    expect(seal.open(token.slice(0, -4))).toBeUndefined();
    expect(seal.open(`${token}AAAA`)).toBeUndefined();
  });
});
