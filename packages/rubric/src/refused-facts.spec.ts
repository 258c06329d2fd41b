import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, exact } from './exact.ts';
import { smallTable } from './explain/small-table.fixture.ts';
import { readFacts } from './facts-file/read.ts';
import { loadRubric } from './load.ts';
import { randomField } from './random-field.fixture.ts';
import { score } from './score.ts';
import type { Scorecard } from './scorecard.ts';

const scored = (rubric: ReturnType<typeof smallTable>, facts: object): Scorecard =>
  score(rubric, readFacts(facts).units[0]!.facts, 'marks');

const linesOf = ({ total, groups, leaves, figures = [] }: Scorecard) => [total, ...groups, ...leaves, ...figures];

/** Line `a` of ten points beside a line `b` of ten that is settled at 7. */
const beside = (a: object, more: object = {}) =>
  smallTable({
    points: 20,
    children: [
      { id: 'a', text: '甲', points: 10, ...a },
      { id: 'b', text: '乙', points: 10, from: { mark: { step: 1 } } },
    ],
    ...more,
  });
const b = { criterion: 'b', points: 7 };
const series = (formula: string) =>
  beside({ from: { formula } }, { inputs: [{ id: 'n', title: '月度', kind: 'series', least: 0, most: 10 }] });
const rates = [{ id: 'late', title: '迟到', category: 'late', role: 'staff', per: 'occurrence', points: 2 }];
const votes = {
  options: [
    { code: 'good', title: '好', worth: 10 },
    { code: 'poor', title: '差', worth: 0 },
  ],
  groups: [
    { id: 'leaders', weight: '1/2' },
    { id: 'staff', weight: '1/2' },
  ],
};
const tally = (group: string) => ({ line: 'a', group, entitled: 2, valid: 2, counts: { good: 2 } });

describe('a fact that the rules refuse', () => {
  it.each<[string, ReturnType<typeof smallTable>, object, string, string]>([
    [
      'a mark beyond the points',
      beside({ from: { mark: { step: 1 } } }),
      { marks: [{ criterion: 'a', points: 30 }, b] },
      'mark.beyond-points',
      '0–10',
    ],
    [
      'a mark outside the list',
      beside({ from: { mark: { values: [0, 4, 10] } } }),
      { marks: [{ criterion: 'a', points: 5 }, b] },
      'mark.not-admitted',
      '0–10',
    ],
    [
      'a grade that the line does not have',
      beside({
        from: {
          mark: {
            grades: [
              { grade: 'excellent', points: 10 },
              { grade: 'qualified', points: 6 },
            ],
          },
        },
      }),
      { marks: [{ criterion: 'a', grade: 'unqualified' }, b] },
      'mark.unknown-grade',
      '6–10',
    ],
    [
      'the mark of one of several assessors',
      beside({ from: { mark: { step: 1, raters: { combine: { by: 'mean' } } } } }),
      {
        marks: [
          { criterion: 'a', rater: 'r1', points: 6, final: false },
          { criterion: 'a', rater: 'r2', points: 80, final: false },
          b,
        ],
      },
      'mark.beyond-points',
      '0–10',
    ],
    [
      'a case of a role that has no rate',
      beside({ from: { cases: { charge: 'every', deduct: rates } } }),
      {
        marks: [b],
        cases: [
          { category: 'late', role: 'staff' },
          { category: 'late', role: 'guest' },
        ],
      },
      'case.no-rate',
      '0–8',
    ],
    [
      'ballots of a group that does not vote',
      beside({ from: { votes } }),
      { marks: [b], tallies: [tally('leaders'), tally('staff'), tally('guests')] },
      'votes.unknown-group',
      '0–10',
    ],
    [
      'one number of a series beyond its input',
      series("mean('n')"),
      { marks: [b], numbers: { n: { '2026-01': 6, '2026-02': 80 } } },
      'fact.out-of-range',
      '0–10',
    ],
    [
      'a number in the condition of a gate',
      beside(
        { from: { mark: { step: 1 } }, steps: [{ gate: { when: 'n < 60', because: '不足60', becomes: 0 } }] },
        { inputs: [{ id: 'n', title: '比率', kind: 'number', least: 0, most: 100 }] },
      ),
      { marks: [{ criterion: 'a', points: 8 }, b], numbers: { n: 700 } },
      'fact.out-of-range',
      '0–8',
    ],
  ])('leaves its line and the total open, with the reason: %s', (_, rubric, facts, reason, figure) => {
    const card = scored(rubric, facts);
    const [a] = card.leaves;
    expect(`${a!.floor}–${a!.ceiling}`).toBe(figure);
    expect(a!.settled).toBe(false);
    expect(a!.contributions.flatMap((each) => (each.kind === 'refused' ? [each.reason] : []))).toEqual([reason]);
    expect(card.total.floor).not.toBe(card.total.ceiling);
    expect(card.total).toMatchObject({ leaves: 2, settled: 1 });
  });

  it('leaves a grade open even where every grade gives the same points', () => {
    const grades = [
      { grade: 'excellent', points: 10 },
      { grade: 'qualified', points: 10 },
    ];
    const [a] = scored(beside({ from: { mark: { grades } } }), { marks: { a: 'unqualified' } }).leaves;
    expect(a).toMatchObject({ floor: '10', ceiling: '10', settled: false, grade: null });
  });

  it.each<[string, ReturnType<typeof smallTable>, object]>([
    [
      'a mark before the final one',
      beside({ from: { mark: { step: 1 } } }),
      {
        marks: [
          { criterion: 'a', points: 50, final: false },
          { criterion: 'a', points: 5 },
        ],
      },
    ],
    [
      'a claim of what always applies',
      beside({ from: { mark: { step: 1 } } }),
      { marks: { a: 5 }, notApplicable: { a: '忙' } },
    ],
  ])('leaves settled what is decided without it: %s', (_, rubric, facts) => {
    expect(scored(rubric, facts).leaves[0]).toMatchObject({ floor: '5', ceiling: '5', settled: true });
  });

  it('leaves the line open where two marks are final and one of them is refused', () => {
    const { facts } = readFacts({ marks: { a: 5 } }).units[0]!;
    const second = { id: 'second', criterion: 'a', grade: '', points: '50', final: true };
    const card = score(beside({ from: { mark: { step: 1 } } }), { ...facts, marks: [...facts.marks, second] }, 'marks');
    expect(card.leaves[0]).toMatchObject({ floor: '0', ceiling: '10', settled: false });
  });

  it('leaves every figure of any table room for what the right fact would have given', () =>
    fc.assert(
      fc.property(randomField, fc.nat(), ({ content, units }, choice) => {
        const rubric = loadRubric(content);
        const { facts } = readFacts({ units: { u: units[0]! } }).units[0]!;
        fc.pre(facts.marks.length > 0);
        const spoilt = facts.marks[choice % facts.marks.length]!;
        const marks = facts.marks.map((each) =>
          each === spoilt ? { ...each, grade: 'none-such', points: '-1' } : each,
        );
        const [right, wrong] = [facts, { ...facts, marks }].map((each) => linesOf(score(rubric, each, 'marks')));
        fc.pre(![...right!, ...wrong!].some(({ outcome }) => outcome?.reason === 'figure.out-of-range'));
        right!.forEach(({ floor, ceiling }, n) => {
          expect(compare(exact(wrong![n]!.floor), exact(floor))).toBeLessThanOrEqual(0);
          expect(compare(exact(wrong![n]!.ceiling), exact(ceiling))).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 200 },
    ));
});

it('a number that no band covers leaves the line within its points, whatever the number is', () => {
  const rate = { id: 'rate', title: '比率', kind: 'number', least: 0, most: 100 };
  const rubric = beside(
    { from: { formula: 'rate' }, steps: [{ band: [{ from: 90, points: 10 }] }] },
    { inputs: [rate] },
  );
  const [a] = scored(rubric, { marks: [b], numbers: { rate: 89 } }).leaves;
  expect(a).toMatchObject({ floor: '0', ceiling: '10', settled: false, outcome: { reason: 'band.none-covers' } });
});

describe('a record of an unknown kind may be of any', () => {
  const counted = beside({ from: { formula: "count('study')" } });
  const capped = beside(
    {
      from: {
        mark: {
          grades: [
            { grade: 'excellent', points: 10 },
            { grade: 'qualified', points: 6 },
          ],
          caps: [{ metric: 'studies', least: 2, gradeAtMost: 'qualified' }],
        },
      },
    },
    { metrics: [{ id: 'studies', title: '学习次数', counts: 'study' }] },
  );
  const marks = [{ criterion: 'a', grade: 'qualified' }, b];
  const first = (rubric: typeof counted, facts: object) => {
    const [a] = scored(rubric, { marks, ...facts }).leaves;
    return `${a!.floor}–${a!.ceiling}`;
  };

  it('a count is open as far as it may go', () => {
    expect(first(counted, { marks: [b], records: { study: 2 } })).toBe('2–2');
    expect(first(counted, { marks: [b], records: { study: 2, stduy: 3 } })).toBe('2–5');
  });

  it('and so is a mark whose cap it decides', () => {
    expect(first(capped, { records: { study: 1 } })).toBe('6–6');
    expect(first(capped, { records: { study: 1, stduy: 1 } })).toBe('6–10');
    expect(first(capped, { records: { study: 2, stduy: 1 } })).toBe('6–6');
  });
});
