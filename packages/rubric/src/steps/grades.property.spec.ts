import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../exact.ts';
import type { UnitFacts } from '../facts.ts';
import { readFacts } from '../facts-file/read.ts';
import type { Figure } from '../figure.ts';
import { loadRubric } from '../load.ts';
import { stateOfAll } from '../score.ts';

const grade = fc.constantFrom('excellent', 'good', 'fair', 'poor');
const limit = fc.integer({ min: 0, max: 20 }).map(String);
const condition = fc.oneof(
  limit.map((at) => `score < ${at}`),
  fc.tuple(fc.constantFrom('a', 'b'), limit).map(([line, at]) => `line('${line}') >= ${at} / 2`),
  fc.tuple(fc.constantFrom('a', 'b'), grade).map(([line, least]) => `grade('${line}') >= '${least}'`),
  fc.tuple(grade, fc.constantFrom('1', '2')).map(([least, count]) => `graded('${least}') >= ${count}`),
  limit.map((at) => `parts('<', ${at}) >= 1`),
  fc.integer({ min: 1, max: 6 }).map((least) => `count('study') < ${least}`),
);

const band = fc.tuple(limit, grade, grade, fc.boolean()).map(([at, upper, lower, points]) => ({
  band: [
    { from: at, grade: upper, ...(points && { points: '18' }) },
    { below: at, grade: lower },
  ],
}));
const decide = fc
  .tuple(fc.array(fc.tuple(condition, grade, fc.option(limit)), { maxLength: 2 }), grade)
  .map(([cases, otherwise]) => ({
    decide: [
      ...cases.map(([when, given, points]) => ({ when, grade: given, ...(points !== null && { points }) })),
      { grade: otherwise },
    ],
  }));
const effect = fc.oneof(
  grade.map((given) => ({ grade: given })),
  grade.map((most) => ({ gradeAtMost: most })),
  fc.constantFrom({ gradeDown: '1' }, { becomes: '0' }, { atMost: '9' }, { exclude: 'line' }),
  fc.record({ atMost: limit, gradeAtMost: grade }),
);
const gate = fc.tuple(condition, effect).map(([when, does]) => ({ gate: { when, because: '规则', ...does } }));
const steps = fc.array(fc.oneof(band, decide, gate), { maxLength: 4 });

/** A line that is judged by points, graded in bands, with whatever else may befall a grade. */
const lineSteps = fc
  .tuple(
    band,
    fc.array(
      gate.filter(({ gate: { when } }) => !/line|grade|parts/.test(when)),
      { maxLength: 2 },
    ),
  )
  .map(([first, more]) => [first, ...more]);

const table = fc.tuple(lineSteps, lineSteps, steps).map(([ofA, ofB, ofTotal]) => ({
  schema: 'mofan-rubric/2',
  id: 'random',
  version: '2026',
  title: 'random',
  source: { document: '随机', issuedBy: '随机', printedOn: '2026-01-01' },
  rounding: { mode: 'half-up', places: '2' },
  grades: ['excellent', 'good', 'fair', 'poor'].map((code) => ({ code, title: code })),
  scales: {},
  metrics: [],
  evidenceKinds: [{ id: 'study', title: '学习', en: 'study', group: 'other', criteria: [] }],
  documents: [],
  points: '20',
  notApplicable: 'rescale',
  children: [
    { id: 'a', text: 'a', points: '10', from: { mark: { step: '1' } }, steps: ofA },
    { id: 'b', text: 'b', points: '10', from: { mark: { step: '1' } }, steps: ofB },
  ],
  steps: ofTotal,
  rulings: { proposedOn: '2026-01-01', items: [] },
}));

const known = fc.record({ a: fc.nat(10), b: fc.nat(10), study: fc.nat(6) });

/** Nothing known, one mark, a session, both marks, and all that there will ever be. */
const stages = ({ a, b, study }: { a: number; b: number; study: number }): UnitFacts[] =>
  [
    {},
    { marks: { a } },
    { marks: { a }, records: { study: Math.min(study, 1) } },
    { marks: { a, b }, records: { study: Math.min(study, 1) } },
    { marks: { a, b }, records: { study }, recordingClosed: true },
  ].map((facts) => readFacts({ recordingClosed: false, ...facts }).units[0]!.facts);

const narrows = (before: Figure, after: Figure): void => {
  if (before.range.low) expect(compare(after.range.low!, before.range.low)).toBeGreaterThanOrEqual(0);
  if (before.range.high) expect(compare(after.range.high!, before.range.high)).toBeLessThanOrEqual(0);
  if (after.hold) return;
  if (!after.ranks) expect(before.ranks?.orNone ?? true).toBe(true);
  if (!before.ranks || !after.ranks) return;
  expect(after.ranks.best).toBeGreaterThanOrEqual(before.ranks.best);
  expect(after.ranks.worst).toBeLessThanOrEqual(before.ranks.worst);
};

describe('grades and points while facts are missing', () => {
  it('only ever narrow, whatever bands, decisions and gates there are', () =>
    fc.assert(
      fc.property(table, known, (content, facts) => {
        const rubric = loadRubric(content);
        const states = stages(facts).map((each) => stateOfAll(rubric, [each], 'marks')[0]!);
        for (const [n, after] of states.slice(1).entries())
          after.figures.forEach((figure, line) => narrows(states[n]!.figures[line]!, figure));
      }),
      { numRuns: 300 },
    ));
});
