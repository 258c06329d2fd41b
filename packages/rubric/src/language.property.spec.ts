import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZERO, add, compare, exact, written } from './exact.ts';
import { explainTree } from './explain/explain.ts';
import type { ExplanationTree } from './explain/explanation.ts';
import type { UnitFacts } from './facts.ts';
import { loadRubric } from './load.ts';
import { factsFrom, randomTable } from './random-table.fixture.ts';
import { score, scoreAll } from './score.ts';
import type { GroupScore, LeafScore, Scorecard } from './scorecard.ts';

const RUNS = { numRuns: 150 };
const figuresOf = ({ total, groups, leaves }: Scorecard): (GroupScore | LeafScore)[] => [total, ...groups, ...leaves];

const within = (inner: GroupScore | LeafScore, outer: GroupScore | LeafScore): boolean =>
  compare(exact(inner.floor), exact(outer.floor)) >= 0 && compare(exact(inner.ceiling), exact(outer.ceiling)) <= 0;

describe('any table', () => {
  it('has figures that narrow as facts arrive, and are settled by all of them', () =>
    fc.assert(
      fc.property(randomTable, ({ content, known }) => {
        const rubric = loadRubric(content);
        let before = score(rubric, factsFrom([], false), 'marks');
        const stages: UnitFacts[] = known.map((_, n) => factsFrom(known.slice(0, n + 1), false));
        for (const facts of [...stages, factsFrom(known, true)]) {
          const after = score(rubric, facts, 'marks');
          for (const [n, figure] of figuresOf(after).entries())
            expect(within(figure, figuresOf(before)[n]!)).toBe(true);
          before = after;
        }
      }),
      RUNS,
    ));

  it('has a total that is the sum of its explained parts, all the way down', () =>
    fc.assert(
      fc.property(randomTable, ({ content, known }) => {
        const rubric = loadRubric(content);
        const tree = explainTree(rubric, score(rubric, factsFrom(known, true), 'marks'), rubric.total.id);
        const check = (node: ExplanationTree): void => {
          const line = rubric.inOrder.find(({ id }) => id === node.leaf)!;
          const isPlainSum = line.from.kind === 'combine' && line.from.by === 'sum' && line.from.best === null;
          if (isPlainSum && line.steps.length === 0)
            for (const end of ['floor', 'ceiling'] as const)
              expect(written(node.parts.reduce((sum, part) => add(sum, exact(part[end]!)), ZERO))).toBe(node[end]);
          expect(node.arithmetic.zh.length).toBeGreaterThan(0);
          node.parts.forEach(check);
        };
        check(tree);
      }),
      RUNS,
    ));

  it('gives the same whatever the order of the facts', () =>
    fc.assert(
      fc.property(
        randomTable.chain((table) =>
          fc.tuple(fc.constant(table), fc.shuffledSubarray(table.known, { minLength: table.known.length })),
        ),
        ([{ content, known }, shuffled]) => {
          const rubric = loadRubric(content);
          const [a, b] = [factsFrom(known, true), factsFrom(shuffled, true)];
          expect(figuresOf(score(rubric, b, 'marks'))).toEqual(figuresOf(score(rubric, a, 'marks')));
        },
      ),
      RUNS,
    ));

  it('gives a value, a refusal or an open interval for any facts at all, and never throws', () =>
    fc.assert(
      fc.property(randomTable, nonsense, ({ content }, facts) => {
        const rubric = loadRubric(content);
        for (const card of [
          score(rubric, facts, 'marks'),
          score(rubric, facts, 'facts'),
          ...scoreAll(rubric, [facts, facts], 'marks'),
        ])
          for (const { floor, ceiling } of figuresOf(card))
            expect(compare(exact(floor), exact(ceiling))).toBeLessThanOrEqual(0);
      }),
      RUNS,
    ));
});

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('a.1', 'b.1', 'in-a-1', 'study', 'good', '1e9', '-3', '0.5', '999999999', '7'),
);
const nonsense: fc.Arbitrary<UnitFacts> = fc.record({
  asOf: text,
  period: fc.record({ from: text, to: text }),
  recordingClosed: fc.boolean(),
  records: fc.array(
    fc.record({
      id: text,
      kind: text,
      occurredOn: text,
      session: text,
      criteria: fc.array(text),
      accepted: fc.boolean(),
    }),
  ),
  cases: fc.array(
    fc.record({
      id: text,
      category: text,
      role: text,
      person: text,
      act: text,
      effectiveOn: text,
      documentNumber: text,
      sharedBy: fc.integer(),
    }),
  ),
  marks: fc.array(
    fc.record({
      id: text,
      criterion: text,
      grade: text,
      points: text,
      final: fc.boolean(),
      discretion: fc.boolean(),
      group: text,
    }),
  ),
  numbers: fc.array(fc.record({ id: text, name: text, value: text, period: text })),
  statements: fc.array(fc.record({ id: text, name: text, holds: fc.boolean() })),
  tallies: fc.array(
    fc.record({
      id: text,
      line: text,
      group: text,
      entitled: fc.double(),
      valid: fc.integer(),
      counts: fc.dictionary(text, fc.double()),
    }),
  ),
  notApplicable: fc.array(fc.record({ id: text, line: text, reason: text })),
  decisions: fc.array(fc.record({ id: text, line: text, points: text, grade: text, reason: text })),
  previous: fc.array(fc.record({ line: text, points: text, grade: text })),
  attributes: fc.dictionary(text, text),
});
