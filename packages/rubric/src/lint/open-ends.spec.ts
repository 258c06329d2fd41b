import { expect, it } from 'vitest';
import { smallContent } from '../explain/small-table.fixture.ts';
import { lint } from './lint.ts';

const banded = (band: object[], input: object = {}) =>
  lint(
    smallContent({
      points: 10,
      inputs: [{ id: 'faults', title: '差错', kind: 'number', ...input }],
      children: [{ id: 'a', text: '差错', points: 10, from: { formula: 'faults' }, steps: [{ band }] }],
    }),
  ).map(({ finding }) => (finding.code === 'band.gap' ? `gap ${finding.from}–${finding.to}` : finding.code));

it.each([
  [
    'a gap between bands',
    [
      { above: 5, points: 0 },
      { to: 3, points: 10 },
    ],
    { least: 0 },
    ['gap 3–5'],
  ],
  [
    'a number above all bands',
    [
      { above: 3, to: 9, points: 0 },
      { to: 3, points: 10 },
    ],
    { least: 0 },
    ['gap 9–10'],
  ],
  [
    'a number below all bands',
    [
      { from: 3, points: 0 },
      { from: 1, below: 3, points: 10 },
    ],
    {},
    ['gap 0–1'],
  ],
  [
    'bands that cover all',
    [
      { above: 3, points: 0 },
      { to: 3, points: 10 },
    ],
    {},
    [],
  ],
])('of a number that nothing limits, %s', (_, band, input, found) => expect(banded(band, input)).toEqual(found));
