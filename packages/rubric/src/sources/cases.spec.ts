import { describe, expect, it } from 'vitest';
import type { CaseFact } from '../facts.ts';
import { score } from '../score.ts';
import {
  contributionsOf,
  factsOf,
  figureOf,
  incident,
  leafOf,
  literal,
  mark,
  refusalsOf,
  scoreFacts,
  scoreMarks,
} from '../scoring.fixture.ts';

const ofCases = (...cases: CaseFact[]) => leafOf(scoreFacts({ cases }), '10.4');

describe('10.4, decided by rule', () => {
  it('is a point before anything is judged, and takes no evidence', () =>
    expect(ofCases()).toMatchObject({ floor: '12', ceiling: '12', settled: true, byRule: true, evidence: null }));

  it.each([
    ['efficiency-admonition', 'staff', '11'],
    ['efficiency-admonition', 'unit-head', '11'],
    ['other-handling', 'staff', '11.5'],
    ['criminal-penalty', 'unit-head', '7'],
    ['disciplinary-action', 'unit-head', '9'],
    ['criminal-penalty', 'staff', '10'],
    ['disciplinary-action', 'staff', '11'],
  ])('%s of %s leaves %s', (category, role, left) =>
    expect(figureOf(ofCases(incident('a', category, role)))).toBe(left),
  );

  it('charges one act of one person once, at the heaviest rate (A09)', () => {
    const one = { person: 'p', act: 'x' };
    const discipline = incident('a', 'disciplinary-action', 'unit-head', { ...one, effectiveOn: '2026-01-01' });
    const leaf = ofCases(discipline, incident('b', 'criminal-penalty', 'unit-head', one));
    expect(figureOf(leaf)).toBe('7');
    expect(contributionsOf(leaf, 'deduction')).toMatchObject([
      {
        rate: 'unit-head-criminal-penalty',
        amount: '5',
        facts: ['b', 'a'],
        rulings: ['A07', 'A09', 'A10', 'A11', 'A12'],
      },
    ]);
  });

  it('charges the earliest of equal ones, then the first by id', () => {
    const one = { person: 'p', act: 'x' };
    const at = (id: string, effectiveOn: string) =>
      incident(id, 'efficiency-admonition', 'staff', { ...one, effectiveOn });
    const [deduction] = contributionsOf(
      ofCases(at('c', '2026-02-01'), at('b', '2026-02-01'), at('a', '2026-03-01')),
      'deduction',
    );
    expect(deduction?.facts).toEqual(['b', 'c', 'a']);
  });

  it('charges different acts of one person, and one act of two persons, apart', () => {
    const two = ['x', 'y'].map((act) => incident(act, 'efficiency-admonition', 'staff', { person: 'p', act }));
    expect(figureOf(ofCases(...two))).toBe('10');
    const both = ['p', 'q'].map((person) => incident(person, 'efficiency-admonition', 'staff', { person, act: 'x' }));
    expect(figureOf(ofCases(...both))).toBe('10');
  });

  it('refuses a case that no rate covers, and leaves open what it should have cost', () => {
    const leaf = ofCases(incident('a', 'criminal-penalty', 'visitor'), incident('b', 'criminal-penalty', 'staff'));
    expect(leaf).toMatchObject({ floor: '0', ceiling: '10', settled: false });
    expect(contributionsOf(leaf, 'refused')).toMatchObject([{ reason: 'case.no-rate', fact: 'a' }]);
  });

  it('refuses a mark', () =>
    expect(refusalsOf(scoreMarks({ marks: [mark('10.4', 'good', '11')] }), '10.4')).toEqual(['mark.decided-by-rule']));

  it('literally adds up every handling and has no floor', () => {
    const cases = ['a', 'b', 'c'].map((id) => incident(id, 'criminal-penalty', 'unit-head', { person: 'p', act: 'x' }));
    expect(leafOf(score(literal, factsOf({ cases }), 'facts'), '10.4')).toMatchObject({ floor: '-3', ceiling: '-3' });
  });
});
