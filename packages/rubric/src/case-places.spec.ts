import { describe, expect, it } from 'vitest';
import { smallTable } from './explain/small-table.fixture.ts';
import { readFacts } from './facts-file/read.ts';
import { score } from './score.ts';

const rate = (category: string, more: object = {}) => ({
  id: category,
  title: category,
  category,
  per: 'case',
  points: 2,
  ...more,
});
const charging = (id: string, cases: object, more: object = {}) => ({
  id,
  text: id,
  from: { cases: { charge: 'every', ...cases } },
  ...more,
});
const table = smallTable({
  points: 30,
  categories: [{ id: 'accident', title: '事故' }],
  children: [
    charging('a', { deduct: [rate('late')] }, { points: 10 }),
    charging('b', { deduct: [rate('leak', { role: 'head' })] }, { points: 10 }),
    charging('c', { add: [rate('praise')] }, { bonus: 4 }),
    {
      id: 'd',
      text: 'd',
      points: 10,
      from: { formula: '10' },
      steps: [{ gate: { when: "cases('accident') > 0", because: '事故', becomes: 0 } }],
    },
  ],
});

const cardOf = (...cases: object[]) => score(table, readFacts({ cases }).units[0]!.facts, 'marks');
const figuresOf = (...cases: object[]) =>
  cardOf(...cases).leaves.map(({ floor, ceiling }) => (floor === ceiling ? floor : `${floor}–${ceiling}`));

describe('a case', () => {
  it('is charged by the line with its rate, or only counted', () => {
    expect(figuresOf({ category: 'late' }, { category: 'praise' })).toEqual(['8', '10', '2', '10']);
    expect(figuresOf({ category: 'accident' })).toEqual(['10', '10', '0', '0']);
  });

  it('of no known category leaves open whatever it may have meant', () => {
    const card = cardOf({ category: 'accidnet' });
    expect(figuresOf({ category: 'accidnet' })).toEqual(['0–10', '0–10', '0–4', '0–10']);
    for (const { contributions } of card.leaves)
      expect(contributions).toContainEqual(
        expect.objectContaining({ kind: 'refused', reason: 'case.unknown-category', fact: 'case-1' }),
      );
  });

  it('of a role without a rate leaves open the lines of its category alone', () =>
    expect(figuresOf({ category: 'leak', role: 'guest' })).toEqual(['10', '0–10', '0', '10']));
});
