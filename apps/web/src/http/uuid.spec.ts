import { afterEach, expect, it, vi } from 'vitest';
import { uuid } from './uuid.ts';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

it('is a version 4 UUID', () => expect(uuid()).toMatch(shape));

it('is one without a secure context too', () => {
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  vi.stubGlobal('crypto', { getRandomValues });
  expect(uuid()).toMatch(shape);
  expect(uuid()).not.toBe(uuid());
});
