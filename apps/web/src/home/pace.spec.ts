import { expect, it } from 'vitest';
import { pace } from './pace.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };

it('carries the rhythm so far to the end of the year', () =>
  expect(pace({ count: 8, least: 12 }, year, '2025-09-18')).toEqual({ reachable: 10, monthsLeft: 4 }));

it('promises nothing once the year is over', () =>
  expect(pace({ count: 8, least: 12 }, year, '2026-01-05')).toEqual({ reachable: 8, monthsLeft: 0 }));

it('reaches twelve with one a month', () =>
  expect(pace({ count: 11, least: 12 }, year, '2025-11-23').reachable).toBe(12));
