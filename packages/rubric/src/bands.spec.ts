import { expect, it } from 'vitest';
import { compileBand, highestIn } from './bands.ts';
import { exact, written } from './exact.ts';

const twenty = exact('20');

it.each([
  ['an end that belongs to it', { from: '15', to: '18' }, '1', '18'],
  ['an end that does not', { from: '15', below: '18' }, '1', '17'],
  ['an end between two steps', { from: '15', below: '17.8' }, '0.5', '17.5'],
  ['no end but the points of the line', { from: '18' }, '1', '20'],
  ['no mark in it', { from: '17.2', below: '17.8' }, '1', null],
])('the highest mark in a band with %s', (_, band, step, highest) => {
  const found = highestIn(compileBand(band, 0, twenty), exact(step), twenty);
  expect(found && written(found)).toBe(highest);
});
