import { expect, it } from 'vitest';
import { quotedParts } from './quoted-parts.ts';

const marked = (text: string, ...quotes: string[]) =>
  quotedParts(text, quotes)
    .map(({ text: part, quoted }) => (quoted ? `[${part}]` : part))
    .join('');

it('marks a phrase where it stands', () =>
  expect(marked('被效能告诫的每例扣 1分，其他', '被效能告诫的每例扣 1分')).toBe('[被效能告诫的每例扣 1分]，其他'));
it('marks several in the order of the text', () => expect(marked('甲乙丙丁', '丁', '乙')).toBe('甲[乙]丙[丁]'));
it('joins what overlaps', () => expect(marked('甲乙丙', '甲乙', '乙丙')).toBe('[甲乙][丙]'));
it('leaves the text alone without a quote of it', () => expect(marked('甲乙', '戊', '')).toBe('甲乙'));
