import { describe, expect, it } from 'vitest';
import { readFacts } from './facts-file/read.ts';
import { loadRubric } from './load.ts';
import { strayFacts } from './stray-facts.ts';

const rubric = loadRubric({
  schema: 'mofan-rubric/2',
  id: 'stray',
  version: '2026',
  title: '表',
  source: { document: '表', issuedBy: '办公室', printedOn: '2026-01-01' },
  points: '10',
  rounding: { mode: 'half-up', places: '1' },
  grades: [],
  scales: {},
  metrics: [],
  inputs: [{ id: 'rate', title: '比率', kind: 'number', least: '0', most: '100' }],
  categories: [{ id: 'accident', title: '事故' }],
  evidenceKinds: [{ id: 'study', title: '学习', en: 'study', group: 'other', criteria: [] }],
  documents: [],
  children: [{ id: 'a', text: '甲', points: '10', from: { formula: 'rate / 10' } }],
  steps: [{ gate: { when: "cases('accident', 'level-1') > 0", because: '一级事故', becomes: '0' } }],
  rulings: { proposedOn: '2026-01-01', items: [] },
});
const strayIn = (facts: object): string[] =>
  strayFacts(rubric, readFacts(facts).units[0]!.facts).map(({ reason }) => reason);

describe('a fact that nothing in the table asks for is named', () => {
  it.each([
    [{ marks: { b: 5 } }, 'fact.unknown-line'],
    [{ records: { studdy: 1 } }, 'fact.unknown-kind'],
    [{ numbers: { rats: 5 } }, 'fact.unknown-input'],
    [{ numbers: { rate: 935 } }, 'fact.out-of-range'],
    [{ statements: { fire: true } }, 'fact.unknown-input'],
    [{ cases: [{ category: 'accidents' }] }, 'fact.unknown-category'],
    [{ cases: [{ category: 'accident', role: 'level-one' }] }, 'fact.unknown-role'],
  ])('%j', (facts, reason) => expect(strayIn(facts)).toEqual([reason]));

  it('and what it does ask for is not', () =>
    expect(
      strayIn({ records: { study: 2 }, numbers: { rate: 93.5 }, cases: [{ category: 'accident', role: 'level-1' }] }),
    ).toEqual([]));
});
