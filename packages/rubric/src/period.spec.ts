import { describe, expect, it } from 'vitest';
import { smallTable } from './explain/small-table.fixture.ts';
import { readFacts } from './facts-file/read.ts';
import { comesNext, overlapsPeriod } from './period.ts';
import { score } from './score.ts';
import { strayFacts } from './stray-facts.ts';

const table = smallTable({
  points: 10,
  inputs: [{ id: 'monthly', title: '月度', kind: 'series', least: 0, most: 10 }],
  children: [
    {
      id: 'a',
      text: '甲',
      points: 10,
      from: {
        cases: {
          charge: 'every',
          deduct: [{ id: 'late', title: '迟到', category: 'late', per: 'occurrence', points: 2 }],
        },
      },
    },
  ],
  figures: [
    { id: 'before', text: '近两年', from: { formula: "cases('late', 24)" } },
    { id: 'mean', text: '月均', from: { formula: "mean('monthly')" } },
  ],
});
const period = { from: '2026-01-01', to: '2026-12-31' };
const late = (effectiveOn: string) => ({ category: 'late', effectiveOn });

function scored(facts: object) {
  const { leaves, figures = [] } = score(table, readFacts({ period, ...facts }).units[0]!.facts, 'marks');
  return [...leaves, ...figures].map(({ floor }) => floor);
}
const strayIn = (facts: object) =>
  strayFacts(table, readFacts({ period, ...facts }).units[0]!.facts).map(({ part, reason }) => `${part} ${reason}`);

describe('facts dated outside the period', () => {
  it.each([
    ['2025-12-31', ['10', '1']],
    ['2026-01-01', ['8', '1']],
    ['2026-12-31', ['8', '1']],
    ['2027-01-01', ['10', '0']],
  ])('a case of %s: charged within it alone, counted by a window that reaches back', (day, expected) =>
    expect(scored({ cases: [late(day)] }).slice(0, 2)).toEqual(expected),
  );

  it('a case goes by its date, wherever it was written', () =>
    expect(scored({ earlierCases: [late('2025-05-01'), late('2026-05-01')] }).slice(0, 2)).toEqual(['8', '2']));

  it('a part of a series does not count', () =>
    expect(scored({ numbers: { monthly: { '2025-12': 0, '2026-01': 6, '2026-12': 8, '2027-01': 0 } } })[2]).toBe('7'));

  it('are told', () => {
    const numbers = { monthly: { '2025-12': 1, '2026-01': 1 } };
    const records = [{ kind: 'study', occurredOn: '2027-02-01', criteria: [], accepted: true }];
    const facts = { cases: [late('2025-12-31'), late('2026-05-01')], earlierCases: [late('2027-01-01')] };
    expect(strayIn({ ...facts, numbers, records })).toEqual([
      'records fact.outside-period',
      'cases fact.outside-period',
      'earlierCases fact.outside-period',
      'numbers fact.outside-period',
    ]);
  });
});

describe('a part of a series belongs to a period that begins in September', () => {
  it.each([
    ['2025', true],
    ['2024', false],
    ['2025-08', false],
    ['2025-09', true],
    ['2025-Q3', true],
    ['2025-Q2', false],
    ['2026-H2', false],
    ['2026-H1', true],
    ['2025-08-31', false],
    ['2025-09-01', true],
    ['第一次', true],
  ])('%s: %s', (key, belongs) => expect(overlapsPeriod(key, { from: '2025-09-01', to: '2026-06-30' })).toBe(belongs));
});

describe('a part of a series comes right after another', () => {
  it.each([
    ['2026-02', '2026-01', true],
    ['2026-01', '2025-12', true],
    ['2026-03', '2026-01', false],
    ['2026-Q1', '2025-Q4', true],
    ['2026-Q3', '2026-Q1', false],
    ['2026-H1', '2025-H2', true],
    ['2027', '2026', true],
    ['2028', '2026', false],
    ['2026-03-01', '2026-02-28', true],
    ['2026-03-01', '2026-01-31', false],
    ['第二次', '第一次', true],
  ])('%s after %s: %s', (key, after, next) => expect(comesNext(key, after)).toBe(next));

  it('or ends a run', () => {
    const months = (...keys: string[]) => ({ numbers: { monthly: Object.fromEntries(keys.map((key) => [key, 5])) } });
    const runs = smallTable({
      points: 10,
      inputs: [{ id: 'monthly', title: '月度', kind: 'series', least: 0, most: 10 }],
      children: [{ id: 'a', text: '连续', points: 10, from: { formula: "run('monthly', '<', 6)" } }],
    });
    const longest = (facts: object) =>
      score(runs, readFacts({ period, ...facts }).units[0]!.facts, 'marks').leaves[0]!.floor;
    expect(longest(months('2026-01', '2026-02', '2026-03'))).toBe('3');
    expect(longest(months('2026-01', '2026-02', '2026-05', '2026-06', '2026-07'))).toBe('3');
    expect(longest(months('2026-01', '2026-03', '2026-05'))).toBe('1');
  });
});
