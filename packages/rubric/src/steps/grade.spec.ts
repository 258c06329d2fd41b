import { describe, expect, it } from 'vitest';
import { readFacts } from '../facts-file/read.ts';
import { loadRubric } from '../load.ts';
import { score } from '../score.ts';

const table = (steps: object[], onTotal: object[] = []) =>
  loadRubric({
    schema: 'mofan-rubric/2',
    id: 'graded-in-part',
    version: '2026',
    title: '部分分等',
    source: { document: '部分分等', issuedBy: '办公室', printedOn: '2026-01-05' },
    points: '100',
    rounding: { mode: 'half-up', places: '1' },
    grades: [
      { code: 'good', title: '好' },
      { code: 'poor', title: '差' },
    ],
    scales: {},
    inputs: [{ id: 'n', title: '得分', kind: 'number', least: '0', most: '100' }],
    metrics: [],
    evidenceKinds: [],
    documents: [],
    rulings: { proposedOn: '2026-01-05', items: [] },
    children: [{ id: 'a', text: '甲', points: '100', from: { formula: 'n' }, steps }],
    steps: onTotal,
  });

const leafOf = (rubric: ReturnType<typeof table>, facts: object) =>
  score(rubric, readFacts(facts).units[0]!.facts, 'marks').leaves[0]!;

describe.each([
  ['bands', table([{ band: [{ from: '80', grade: 'good' }, { below: '80' }] }])],
  ['cases', table([{ decide: [{ when: 'score >= 80', grade: 'good' }, { points: '50' }] }])],
])('%s of which only some give a grade', (_, rubric) => {
  it('settle a figure that gets none', () =>
    expect(leafOf(rubric, { numbers: { n: 50 } })).toMatchObject({ ceiling: '50', settled: true, grade: null }));

  it('tell no grade of a figure that may still get none', () => expect(leafOf(rubric, {}).grade).toBeNull());

  it('tell the grade of one that gets it', () => expect(leafOf(rubric, { numbers: { n: 80 } }).grade).toBe('good'));
});

describe('a grade that somebody decides on a table which no rule grades', () => {
  it('is told', () => {
    const rubric = table([], [{ gate: { when: 'score >= 0', because: '集体认定', ask: '由领导小组认定' } }]);
    const decisions = { 'graded-in-part': { grade: 'good', reason: '会议认定' } };
    const { facts } = readFacts({ numbers: { n: 50 }, decisions }).units[0]!;
    expect(score(rubric, facts, 'marks').total).toMatchObject({ floor: '50', grade: 'good' });
  });
});
