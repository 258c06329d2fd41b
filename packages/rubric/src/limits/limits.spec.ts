import { describe, expect, it } from 'vitest';
import { smallContent } from '../explain/small-table.fixture.ts';
import { findingWording } from '../lint/wording.ts';
import { isOpen, lint } from '../lint/lint.ts';
import { loadRubric } from '../load.ts';
import { RubricError } from '../rubric-error.ts';
import { parseRubric } from '../content.ts';

const marked = { mark: { step: 1 } };
const line = (differs: object) =>
  smallContent({ points: 10, children: [{ id: 'a', text: '甲', points: 10, from: marked, ...differs }] });
const rated = { id: 'n', title: '比率', kind: 'number', least: 0, most: 100 };
const gate = (effects: object) =>
  line({ steps: [{ gate: { when: "count('study') < 3", because: '学习不足', ...effects } }] });
const group = (combine: object, points = 10) =>
  smallContent({
    points,
    from: { combine },
    children: ['a', 'b', 'c'].map((id) => ({ id, text: id, points: 5, from: marked })),
  });

const refusalOf = (content: object): string => {
  try {
    loadRubric(content);
    return 'none';
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    return `${error.code} at ${error.place}: ${error.said.zh}`;
  }
};
const openIn = (content: object) =>
  lint(content)
    .filter(isOpen)
    .map(({ finding }) => `${finding.code} ${findingWording(parseRubric(content), finding).zh}`);

describe('limits that contradict each other', () => {
  it.each([
    [
      'a floor above its cap',
      line({ steps: [{ clamp: { least: 9, most: 3 } }] }),
      'a：下限 9 高于上限 3，无论算出多少都是 9，上限不起作用',
    ],
    [
      'a floor above its cap, as parts of the points',
      line({ steps: [{ clamp: { least: '60%', most: { minus: 5 } } }] }),
      'a：下限 6 高于上限 5，无论算出多少都是 6，上限不起作用',
    ],
    [
      'a floor above the points',
      line({ steps: [{ clamp: { least: '120%' } }] }),
      'a：下限 12 高于分值 10，一分未得的也计 12 分',
    ],
    [
      'a cap below what any line comes to',
      line({ steps: [{ clamp: { most: -1 } }] }),
      'a：上限 −1 低于本条最少的 0 分，得满分的也只计 −1 分',
    ],
    [
      'an input whose least is above its most',
      { ...line({}), inputs: [{ ...rated, least: 9, most: 3 }] },
      'n：“比率”最小 9，最大 3，填什么数都不能接受',
    ],
    [
      'a band that ends before it begins',
      line({
        steps: [
          {
            band: [
              { from: 8, to: 2, points: 10 },
              { below: 8, points: 5 },
            ],
          },
        ],
      }),
      'a：第 1 档从 8 到 2，首尾颠倒，没有得数落在其中',
    ],
    [
      'a gate that puts more than it allows',
      gate({ becomes: 8, atMost: 5 }),
      'a：“学习不足”要计 8 分，又规定不超过 5 分，只计 5 分',
    ],
    [
      'a gate that gives a better grade than it allows',
      gate({ grade: 'excellent', gradeAtMost: 'qualified' }),
      'a：“学习不足”评为优秀，又规定最高为合格',
    ],
    [
      'so many that fall away that none is left',
      group({ by: 'mean', drop: [{ from: 2, each: 1 }] }),
      'small：有 2 个时两头各去掉 1 个，一个也不剩，无法计算',
    ],
  ])('are refused and found: %s', (_, content, sentence) => {
    const [place, ...words] = sentence.split('：');
    expect(refusalOf(content)).toBe(`rubric.limits-crossed at ${place}: ${words.join('：')}`);
    expect(openIn(content)).toContain(`limits.crossed ${sentence}`);
  });

  it.each([
    [
      'more of the best than there are parts',
      group({ by: 'sum', best: 5 }),
      'small：只计最好的 5 项，下级却只有 3 项，等于全部计入',
    ],
    [
      'a document that is valid for no day',
      {
        ...line({}),
        documents: [{ id: 'd', title: '办法', where: '第1条', validFrom: '2026-03-01', validTo: '2025-03-01' }],
      },
      'd：“办法”自 2026-03-01 起有效，却到 2025-03-01 为止，没有一天有效',
    ],
  ])('are found where they can still be computed: %s', (_, content, sentence) => {
    expect(refusalOf(content)).toBe('none');
    expect(openIn(content)).toContain(`limits.crossed ${sentence}`);
  });

  it('are mended by a reading', () => {
    const clamped = line({ steps: [{ clamp: { least: 9, most: 3 } }] });
    const reading = {
      id: 'A01',
      on: '下限',
      problem: '下限高于上限',
      reading: '以3分为下限',
      alternatives: [],
      leaves: ['a'],
    };
    const rulings = {
      proposedOn: '2026-01-05',
      items: [{ ...reading, patch: { lines: { a: { steps: [{ clamp: { least: 3, most: 9 } }] } } } }],
    };
    expect(refusalOf({ ...clamped, rulings })).toBe('none');
    expect(openIn({ ...clamped, rulings })).toEqual([]);
  });
});

describe('limits that agree', () => {
  it.each([
    ['a floor and a cap that are the same', line({ steps: [{ clamp: { least: 3, most: 3 } }] })],
    [
      'a limit of a number that becomes points only later',
      {
        ...line({ from: { formula: 'n' }, steps: [{ clamp: { least: 60 } }, { compute: 'score / 10' }] }),
        inputs: [rated],
      },
    ],
    [
      'a total with a bonus',
      smallContent({
        points: 10,
        steps: [{ clamp: { most: 12 } }],
        children: [
          { id: 'a', text: '甲', points: 10, from: marked },
          { id: 'b', text: '乙', bonus: 5, from: marked },
        ],
      }),
    ],
    [
      'fewer places than the candidates that are needed',
      {
        ...line({}),
        selections: [{ id: 's', title: '进步', least: 3, places: 1, order: [{ by: "line('a')", best: 'highest' }] }],
      },
    ],
  ])('are neither refused nor found: %s', (_, content) => {
    expect(refusalOf(content)).toBe('none');
    expect(openIn(content).filter((each) => each.startsWith('limits.'))).toEqual([]);
  });
});

describe('a part of a whole that is more than all', () => {
  it('is a percentage without its sign, in a turnout as in a quota', () => {
    const votes = { turnout: 60, options: [{ code: 'good', title: '好', worth: 10 }] };
    expect(refusalOf(line({ from: { votes } }))).toBe(
      'rubric.share-above-one at a: 比例 60 大于 1；百分比要写百分号，如 40%',
    );
  });
});
