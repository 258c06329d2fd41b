import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, exact, toDecimal } from './exact.ts';
import type { UnitFacts } from './facts.ts';
import { score } from './score.ts';
import { type Scorecard as Card, Scorecard } from './scorecard.ts';
import { literal, rubric } from './scoring.fixture.ts';
import { isLeaf, leavesOf, nodesOf } from './tree.ts';

const leafIds = rubric.leaves.map(({ id }) => id);
const likely = (...values: string[]) => fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values) }, fc.string());
const day = fc
  .date({ min: new Date('2025-11-01'), max: new Date('2027-02-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const id = fc.string({ minLength: 1 });
const uniquely = <T extends { id: string }>(fact: fc.Arbitrary<T>) =>
  fc.uniqueArray(fact, { selector: (each) => each.id, maxLength: 30 });

const facts: fc.Arbitrary<UnitFacts> = fc.record({
  asOf: day,
  period: fc.record({ from: fc.constant('2026-01-01'), to: fc.constant('2026-12-31') }),
  recordingClosed: fc.boolean(),
  records: uniquely(
    fc.record({
      id,
      kind: likely('group-study-session', 'party-lecture'),
      occurredOn: fc.oneof(day, fc.string()),
      session: likely('s1', 's2', 's3'),
      criteria: fc.array(likely('2.2', '6.3', '10.4')),
      accepted: fc.boolean(),
    }),
  ),
  cases: uniquely(
    fc.record({
      id,
      category: likely('efficiency-admonition', 'other-handling', 'criminal-penalty', 'disciplinary-action'),
      role: likely('unit-head', 'staff'),
      person: likely('p', 'q'),
      act: likely('x', 'y', 'z'),
      effectiveOn: day,
      documentNumber: fc.string(),
    }),
  ),
  marks: uniquely(
    fc.record({
      id,
      criterion: likely('2.2', '4.2', '6.5', '7.1', '10.4', ...leafIds),
      grade: likely('excellent', 'good', 'fair', 'unqualified'),
      points: likely('0', '2', '4', '5', '5.5', '7', '8', '12', '6.25'),
      final: fc.boolean(),
      discretion: fc.boolean(),
    }),
  ),
});
const audience = fc.constantFrom('facts' as const, 'marks' as const);
const read = fc.constantFrom(rubric, literal);

const sum = (parts: readonly string[]): string => toDecimal(parts.map(exact).reduce(add, exact('0')));
const lineOf = (card: Card, place: string) => [...card.groups, ...card.leaves].find((line) => line.id === place);

describe('whatever the facts', () => {
  it('there is a scorecard of the agreed shape', () =>
    fc.assert(
      fc.property(read, facts, audience, (table, given, who) => void Scorecard.parse(score(table, given, who))),
    ));

  it('their order does not matter', () =>
    fc.assert(
      fc.property(facts, audience, fc.func(fc.integer()), (given, who, rank) => {
        const shuffled = <T>(list: readonly T[]): T[] => [...list].sort((a, b) => rank(a) - rank(b));
        const { records, cases, marks } = given;
        const other = { ...given, records: shuffled(records), cases: shuffled(cases), marks: shuffled(marks) };
        expect(score(rubric, other, who)).toEqual(score(rubric, given, who));
      }),
    ));

  it('every sum is the sum of its parts', () =>
    fc.assert(
      fc.property(read, facts, audience, (table, given, who) => {
        const card = score(table, given, who);
        for (const { node } of nodesOf(table.table)) {
          if (isLeaf(node)) continue;
          for (const figure of ['points', 'floor', 'ceiling'] as const)
            expect(sum(node.children.map((child) => lineOf(card, child.id)![figure]))).toBe(
              lineOf(card, node.id)![figure],
            );
        }
        expect(sum(card.leaves.map(({ floor }) => floor))).toBe(card.total.floor);
        expect(sum(card.leaves.map(({ ceiling }) => ceiling))).toBe(card.total.ceiling);
        expect(card.leaves.filter(({ settled }) => settled)).toHaveLength(card.total.settled);
      }),
    ));

  it('under the rulings no figure leaves 0 to its points, and floor never passes ceiling', () =>
    fc.assert(
      fc.property(facts, audience, (given, who) => {
        const card = score(rubric, given, who);
        for (const { floor, ceiling, points, settled } of card.leaves) {
          const order = ['0', floor, ceiling, points].map(exact);
          expect([...order].sort(compare)).toEqual(order);
          expect(settled).toBe(floor === ceiling);
        }
      }),
    ));

  it('they stay as they were given', () =>
    fc.assert(
      fc.property(facts, (given) => {
        const before = JSON.stringify(given);
        score(rubric, given, 'marks');
        expect(JSON.stringify(given)).toBe(before);
      }),
    ));

  it('every leaf of the table has one line, in its order', () =>
    fc.assert(
      fc.property(facts, (given) => {
        const lines = score(rubric, given, 'marks').leaves.map((leaf) => leaf.id);
        expect(lines).toEqual(leavesOf(rubric.table).map((leaf) => leaf.id));
      }),
    ));
});
