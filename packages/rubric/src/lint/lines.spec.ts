import { describe, expect, it } from 'vitest';
import { smallContent } from '../explain/small-table.fixture.ts';
import { lint } from './lint.ts';

const codesIn = (content: unknown) => lint(content).map(({ finding }) => finding.code);

describe('a list of marks', () => {
  const listed = (values: number[]) =>
    smallContent({ points: 10, children: [{ id: 'a', text: '甲', points: 10, from: { mark: { values } } }] });

  it('goes no higher than the points', () => {
    expect(codesIn(listed([0, 5, 15]))).toEqual(['line.beyond-points']);
    expect(codesIn(listed([0, 5, 10]))).toEqual([]);
  });
});

describe('a line without a worth', () => {
  const beside = (line: object, steps: object[] = []) =>
    smallContent({
      points: 10,
      children: [
        { id: 'a', text: '甲', points: 10, from: { mark: { step: 1 } }, steps },
        { id: 'b', text: '乙', ...line },
      ],
    });
  const late = { id: 'late', title: '迟到', category: 'late', points: 1, per: 'occurrence' };
  const cases = { from: { cases: { charge: 'every', deduct: [late] } } };

  it('counts nowhere unless a rule names it', () => {
    expect(codesIn(beside(cases))).toEqual(['line.uncounted']);
    expect(codesIn(beside({ ...cases, penalty: 5 }))).toEqual([]);
    expect(codesIn(beside(cases, [{ gate: { when: "line('b') < -2", because: '迟到多', atMost: 5 } }]))).toEqual([]);
  });

  it('may give a grade alone', () =>
    expect(codesIn(beside({ from: { mark: { grades: [{ grade: 'excellent' }, { grade: 'qualified' }] } } }))).toEqual(
      [],
    ));
});

describe('a line with several rates of deduction', () => {
  const charged = (...rates: { id: string; per: string; role?: string }[]) =>
    smallContent({
      points: 10,
      children: [
        {
          id: 'a',
          text: '甲',
          points: 10,
          from: {
            cases: {
              charge: 'every',
              deduct: rates.map((rate) => ({ ...rate, title: rate.id, category: rate.id, points: 1 })),
            },
          },
          steps: [{ clamp: { least: 0 } }],
        },
      ],
    });

  it('leaves a choice where one act may be several cases', () =>
    expect(codesIn(charged({ id: 'warned', per: 'case' }, { id: 'fined', per: 'case' }))).toEqual([
      'deduction.stacked',
    ]));

  it.each([
    [
      'where each is charged whenever it occurs',
      charged({ id: 'late', per: 'occurrence' }, { id: 'rude', per: 'occurrence' }),
    ],
    [
      'where they are of different people',
      charged({ id: 'head', per: 'case', role: 'head' }, { id: 'staff', per: 'case', role: 'staff' }),
    ],
  ])('leaves none %s', (_, content) => expect(codesIn(content)).toEqual([]));
});

describe('a line with rates beside lines that are graded', () => {
  const beside = (differs: object) =>
    smallContent({
      points: 20,
      scales: {
        judged: {
          step: 1,
          bands: [
            { grade: 'excellent', from: 6 },
            { grade: 'qualified', from: 0, to: 5 },
          ],
        },
      },
      children: [
        { id: 'a', text: '甲', points: 10, from: { mark: { scale: 'judged' } } },
        {
          id: 'b',
          text: '乙',
          points: 10,
          from: {
            cases: {
              charge: 'every',
              deduct: [{ id: 'r', title: '迟到', category: 'late', per: 'occurrence', points: 1 }],
            },
          },
          steps: [{ clamp: { least: 0 } }],
        },
      ],
      ...differs,
    });

  it('leaves a choice where the note has every line graded', () =>
    expect(codesIn(beside({ gradingNote: '每项按优秀、合格评定' }))).toEqual(['deduction.beside-grades']));

  it('leaves none where each line says by itself how it counts', () => expect(codesIn(beside({}))).toEqual([]));
});

describe('the step of a mark', () => {
  const marked = (points: number, mark: object) =>
    lint(smallContent({ points, children: [{ id: 'a', text: '甲', points, from: { mark } }] })).map(
      ({ finding }) => finding,
    );

  it('that does not divide the full marks keeps everybody from them', () => {
    expect(marked(10, { step: 0.3 })).toEqual([
      { code: 'mark.uneven-step', step: '0.3', full: '10', most: '9.9', leaves: ['a'] },
    ]);
    expect(marked(20, { percent: 30 })).toEqual([
      { code: 'mark.uneven-step', step: '30', full: '100', most: '90', leaves: ['a'] },
    ]);
  });

  it.each([
    [10, { step: 0.5 }],
    [7.5, { step: 1.5 }],
    [20, { percent: 5 }],
    [10, { values: [0, 3, 10] }],
  ])('of %s points as %j leaves nothing open', (points, mark) => expect(marked(points, mark)).toEqual([]));
});

describe('a figure that no rule ends', () => {
  const counted = (line: object) =>
    lint(
      smallContent({
        points: 10,
        evidenceKinds: [{ id: 'study', title: '学习', en: 'study', group: 'other', criteria: [] }],
        children: [{ id: 'a', text: '甲', points: 10, ...line }],
      }),
    ).map(({ finding }) => finding);
  const open = (from: string | null, to: string | null) => [
    { code: 'line.beyond-points', points: '10', from, to, leaves: ['a'] },
  ];

  it.each([
    ['upwards', { from: { formula: "count('study')" } }, open('0', null)],
    ['downwards', { from: { formula: "10 - count('study')" } }, open(null, '10')],
    [
      'where a floor stands in place of the cap',
      { from: { formula: "count('study')" }, steps: [{ clamp: { least: 10 } }] },
      open('10', null),
    ],
  ])('%s may leave what the line is worth', (_, line, found) => expect(counted(line)).toEqual(found));

  it('is held by a clamp', () =>
    expect(counted({ from: { formula: "count('study')" }, steps: [{ clamp: { most: 10 } }] })).toEqual([]));
});
