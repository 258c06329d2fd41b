import { describe, expect, it } from 'vitest';
import { smallContent } from '../explain/small-table.fixture.ts';
import { loadRubric } from '../load.ts';
import { score } from '../score.ts';
import { readFacts } from './read.ts';
import { refusedFacts } from './refused.ts';

const rubric = loadRubric(
  smallContent({
    points: 20,
    inputs: [{ id: 'rate', title: '满意率', kind: 'number', unit: '%', least: 0, most: 100 }],
    categories: [
      { id: 'late', title: '迟到' },
      { id: 'rude', title: '态度' },
    ],
    children: [
      { id: 'a', text: '测评', points: 10, from: { mark: { step: 1, raters: { combine: { by: 'mean' } } } } },
      { id: 'b', text: '满意', points: 10, from: { formula: 'rate / 10' } },
    ],
    steps: [
      { gate: { when: "cases('late', 24) >= 3", because: '两年三次', atMost: 6 } },
      { gate: { when: "cases('rude') >= 3", because: '三次', atMost: 6 } },
    ],
  }),
);

const toldOf = (facts: object): { noted: boolean; zh: string }[] => {
  const unit = readFacts(facts).units[0]!;
  return refusedFacts(rubric, unit, score(rubric, unit.facts, 'marks')).map(({ noted, said: { zh } }) => ({
    noted,
    zh,
  }));
};
const noted = (zh: string) => [{ noted: true, zh }];

describe('what counts, but perhaps not as it was meant, is told as a note', () => {
  it.each([
    [
      'one mark where several assessors mark',
      { marks: { a: 6 } },
      '“测评”（a）：本条由多人评分，单独一个分数作为最终评分计入；如是其中一人的评分，请写成列表',
    ],
    [
      'a part of one where a hundred is the whole',
      { numbers: { rate: 0.965 } },
      '“满意率”（rate）：0.965 按 0.965% 计；如指 96.5%，请写 96.5',
    ],
    [
      'what happened after the day up to which facts were recorded',
      { asOf: '2026-06-30', cases: [{ category: 'rude', effectiveOn: '2026-08-01' }] },
      '2026-08-01 晚于截至日期（asOf）2026-06-30，仍计入',
    ],
    [
      'a case of another year that nothing counts',
      { cases: [{ category: 'rude', effectiveOn: '2025-08-01' }] },
      '2025-08-01 不在考核期（2026-01-01 至 2026-12-31）内，不计入',
    ],
    [
      'a case of another year that a window reaches',
      { cases: [{ category: 'late', effectiveOn: '2025-08-01' }] },
      '2025-08-01 不在考核期（2026-01-01 至 2026-12-31）内，只在设有时限的条件中计算',
    ],
  ])('%s', (_, facts, said) => expect(toldOf(facts)).toEqual(noted(said)));

  it.each([
    ['a list of marks', { marks: { a: [6, 7] } }],
    ['a mark that says that it is final', { marks: { a: [6, { points: 7, final: 'yes' }] } }],
    ['a rate of a hundred', { numbers: { rate: 96.5 } }],
    ['a rate of nothing', { numbers: { rate: '0.0' } }],
    ['a case within the days', { cases: [{ category: 'rude', effectiveOn: '2026-08-01' }] }],
  ])('and not %s', (_, facts) => expect(toldOf(facts)).toEqual([]));

  it('and a case of this period among the earlier ones, which counts by its date', () =>
    expect(toldOf({ earlierCases: [{ category: 'late', effectiveOn: '2026-08-01' }] })).toEqual([
      { noted: true, zh: '2026-08-01 在考核期内，按本期的情形计算' },
    ]));
});
