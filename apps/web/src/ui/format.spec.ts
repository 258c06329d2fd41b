import { describe, expect, it } from 'vitest';
import { dayOf, fileSize, interval, loss, moment, points } from './format.ts';

describe('points', () => {
  it.each([
    ['12', '12'],
    ['100', '100'],
    ['7.50', '7.5'],
    ['7.0', '7'],
    ['-1', '−1'],
    ['37/3', '12.33'],
    ['-1/2', '−0.5'],
    ['0', '0'],
  ])('writes %s as %s', (decimal, text) => expect(points(decimal)).toBe(text));
});

describe('interval', () => {
  it('shows both ends with an en dash', () => expect(interval('9', '12')).toBe('9–12'));
  it('shows one figure when they meet', () => expect(interval('11', '11.0')).toBe('11'));
});

describe('loss', () => {
  it('carries a true minus', () => expect(loss('0.5')).toBe('−0.5'));
  it('has no sign when nothing is lost', () => expect(loss('0')).toBe('0'));
});

describe('time', () => {
  it('stands on the clock of Shanghai', () => expect(moment('2025-09-15T16:30:00Z')).toBe('2025-09-16 00:30'));
  it('turns the day at midnight in Shanghai', () => expect(dayOf('2025-09-15T16:00:00Z')).toBe('2025-09-16'));
});

describe('fileSize', () => {
  it('is never nothing', () => expect(fileSize(12)).toBe('1 KB'));
  it('uses megabytes from one on', () => expect(fileSize(1_572_864)).toBe('1.5 MB'));
});
