import { describe, expect, it } from 'vitest';
import { businessDate, endOfBusinessDate } from './business-date.ts';

describe('the business date in Shanghai', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
    ['2026-03-01T00:00:00.000Z', '2026-03-01'],
    ['2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
    ['2027-02-28T16:00:00.000Z', '2027-03-01'],
    ['2026-03-01T23:59:59.999+08:00', '2026-03-01'],
    ['2026-03-02T00:00:00.000+08:00', '2026-03-02'],
  ])('of %s is %s', (instant, date) => {
    expect(businessDate(instant)).toBe(date);
    expect(businessDate(Date.parse(instant))).toBe(date);
  });

  it.each([
    ['2026-03-01', '2026-03-01T16:00:00.000Z'],
    ['2026-12-31', '2026-12-31T16:00:00.000Z'],
    ['2028-02-29', '2028-02-29T16:00:00.000Z'],
  ])('%s ends at %s, the first instant of the next', (date, end) => {
    expect(endOfBusinessDate(date)).toBe(end);
    expect(businessDate(Date.parse(end) - 1)).toBe(date);
    expect(businessDate(end)).not.toBe(date);
  });
});
