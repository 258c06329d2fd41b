import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BusinessDate, message, OpaqueRef, Slug, Text } from './message.ts';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('a message', () => {
  const Greet = message('Greet', { times: z.int() });

  it('is its type and its fields', () =>
    expect(Greet.parse({ type: 'Greet', times: 2 })).toEqual({ type: 'Greet', times: 2 }));
  it.each([
    ['another type', { type: 'Leave', times: 2 }],
    ['a missing field', { type: 'Greet' }],
    ['a field of another kind', { type: 'Greet', times: '2' }],
    ['an unknown field', { type: 'Greet', times: 2, name: 'x' }],
  ])('refuses %s', (_, value) => expect(accepts(Greet, value)).toBe(false));
});

describe('a slug', () => {
  it.each(['a', '2026', 'organisation-dept-2', 'x'.repeat(48)])('may be %s', (slug) =>
    expect(accepts(Slug, slug)).toBe(true),
  );
  it.each(['', '-a', 'A', 'a b', 'a_b', 'a/b', 'a\n', '单位', 'x'.repeat(49)])('may not be %j', (slug) =>
    expect(accepts(Slug, slug)).toBe(false),
  );
});

describe('a business date', () => {
  it.each(['2026-03-01', '2028-02-29', '2026-12-31'])('may be %s', (date) =>
    expect(accepts(BusinessDate, date)).toBe(true),
  );
  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-3-1',
    '20260301',
    '2026-03-01T00:00:00Z',
    '2026年3月1日',
    '',
  ])('may not be %s', (date) => expect(accepts(BusinessDate, date)).toBe(false));
});

describe('an opaque reference', () => {
  it('is a uuid', () => expect(accepts(OpaqueRef, '5b0f6c1e-7d7e-4c53-9a52-0f6f0c6f2a11')).toBe(true));
  it.each(['张三', 'registrar-1', '330382199001011234', ''])('is never %j', (ref) =>
    expect(accepts(OpaqueRef, ref)).toBe(false),
  );
});

describe('a short text', () => {
  const Short = Text(5);

  it('is trimmed', () => expect(Short.parse('  集中学习 ')).toBe('集中学习'));
  it.each(['a', '12345', '😀'])('may be %j', (text) => expect(accepts(Short, text)).toBe(true));
  it.each([
    ['empty', ''],
    ['blank', '   '],
    ['too long', '123456'],
    ['broken over lines', 'a\nb'],
    ['tabulated', 'a\tb'],
    ['cut by a NUL', 'a\u0000b'],
    ['half an emoji', '\ud83d'],
  ])('may not be %s', (_, text) => expect(accepts(Short, text)).toBe(false));
});
