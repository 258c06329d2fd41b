import { describe, expect, it } from 'vitest';
import { smallContent } from '../explain/small-table.fixture.ts';
import { parseRubric } from '../content.ts';
import { lint } from './lint.ts';
import { findingWording } from './wording.ts';

const sentences = (content: object) =>
  lint(content)
    .filter(({ finding }) => finding.code.endsWith('beyond-points'))
    .map(({ finding }) => findingWording(parseRubric(content), finding));
const part = (id: string, points: number, more: object = {}) => ({
  id,
  text: id,
  points,
  from: { mark: { step: 1 } },
  ...more,
});
const group = (differs: object, more: object[] = []) =>
  smallContent({
    points: 100,
    inputs: [{ id: 'lift', title: '有电梯', kind: 'statement' }],
    children: [
      {
        id: 'A',
        title: '甲类',
        points: 100,
        children: [part('a', 60), part('b', 40, { notApplicable: 'exclude' }), ...more],
        ...differs,
      },
    ],
  });
const full = { compute: 'score / full * 100' };

describe('a group with rules of its own that may lose parts', () => {
  it.each([
    ['is scaled up by its own rule', { steps: [full] }, '0–100'],
    ['has a floor that is more than what is left', { steps: [{ clamp: { least: 70 } }] }, '70'],
    [
      'gives points by bands',
      {
        steps: [
          {
            band: [
              { from: 50, points: 100 },
              { below: 50, points: 0 },
            ],
          },
        ],
      },
      '0–100',
    ],
    ['is put to more by a gate', { steps: [{ gate: { when: 'lift', because: '达标', becomes: 80 } }] }, '0–80'],
  ])('and %s may exceed what can be had', (_, differs, reach) =>
    expect(sentences(group(differs))).toEqual([
      {
        zh: `A：b不适用时只剩 60 分可得，本项却可能得 ${reach}`,
        en: `A: with b left out 60 are left to be had, and it may come to ${reach}`,
      },
    ]),
  );

  it('is found too where a rule leaves the part out', () => {
    const excluded = part('c', 10, { steps: [{ gate: { when: 'not lift', because: '没有电梯', exclude: 'line' } }] });
    const content = group({ points: 100, children: [part('a', 90), excluded], steps: [full] });
    expect(sentences(content).map(({ zh }) => zh)).toEqual(['A：c不适用时只剩 90 分可得，本项却可能得 0–100']);
  });

  it.each([
    ['its points are rescaled', { steps: [full], notApplicable: 'rescale' }],
    ['its rules only take away', { steps: [{ clamp: { most: 50 } }, { round: { mode: 'cut', places: 0 } }] }],
    ['nothing is done to the sum', {}],
    ['it states no points, and so is a figure of its own', { points: undefined, steps: [full] }],
    ['all of it is left out', { children: [part('b', 100, { notApplicable: 'exclude' })], steps: [full] }],
  ])('is not found where %s', (_, differs) => expect(sentences(group(differs))).toEqual([]));
});

describe('the whole table', () => {
  it('may scale itself up again: no sum takes it for less', () => {
    const children = [part('a', 60), part('b', 40, { notApplicable: 'exclude' })];
    expect(sentences(smallContent({ points: 100, steps: [full], children }))).toEqual([]);
  });
});

describe('a group with all its parts', () => {
  it('may exceed its points by its way of combining them', () => {
    const content = smallContent({
      points: 5,
      children: [
        {
          id: 'A',
          title: '平均',
          points: 5,
          from: { combine: { by: 'mean' } },
          children: [part('a', 10), part('b', 10)],
        },
      ],
    });
    expect(sentences(content).map(({ zh }) => zh)).toEqual(['A：可能得 0–10，超出可得的 5 分']);
  });

  it('does not exceed them by a bonus on top or a penalty', () => {
    const more = [
      { id: 'x', text: 'x', bonus: 5, from: { mark: { step: 1 } } },
      { id: 'y', text: 'y', penalty: 5, from: { formula: '-3' } },
    ];
    const content = group({ notApplicable: 'rescale', steps: [{ round: { mode: 'cut', places: 0 } }] }, more);
    expect(sentences(content)).toEqual([]);
  });
});
