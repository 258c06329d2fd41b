import { expect, it } from 'vitest';
import { gapOf } from './coverage.ts';

it.each([
  [5, 5, 0],
  [4, 5, 1],
  [3, 5, 2],
  [1, 2, 2],
  [1, 3, 3],
  [0, 5, 4],
  [0, 0, 0],
])('%i of %i is gap %i', (covered, coverable, gap) => expect(gapOf({ covered, coverable })).toBe(gap));
