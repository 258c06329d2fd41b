import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, exact } from '../exact.ts';
import { readFacts } from '../facts-file/read.ts';
import { loadRubric } from '../load.ts';
import { type RandomTable, factsFrom, randomTable } from '../random-table.fixture.ts';
import { score } from '../score.ts';
import type { Scorecard } from '../scorecard.ts';

type Line = Record<string, unknown> & { children?: Line[]; steps?: object[] };

const plainTable = {
  schema: 'mofan-rubric/2',
  id: 'lifts',
  version: '2026',
  title: '物业服务',
  source: { document: '物业服务', issuedBy: '办公室', printedOn: '2026-01-05' },
  rounding: { mode: 'half-up', places: '1' },
  grades: [],
  scales: {},
  metrics: [],
  evidenceKinds: [],
  documents: [],
  rulings: { proposedOn: '2026-01-05', items: [] },
};

const figuresOf = ({ total, groups, leaves }: Scorecard) => [total, ...groups, ...leaves];

/**
 * The table with lines that a count of sessions leaves out, before or after their own steps, and groups that rescale:
 * all that have steps of their own do, whose bands and limits speak of the group's points as they stand in the table.
 */
const withExclusions = ({ content, known }: RandomTable): fc.Arbitrary<RandomTable> =>
  fc.infiniteStream(fc.nat(7)).map((choices) => {
    const next = () => choices.next().value as number;
    const changed = (line: Line): Line => {
      const gate = { gate: { when: `count('study') < ${2 + next()}`, because: '不适用', exclude: 'line' } };
      const steps = line.steps ?? [];
      const gated = [steps, [gate, ...steps], [...steps, gate]][Math.min(next(), 2)]!;
      const group = line.children && {
        children: line.children.map(changed),
        ...(next() > 3 || steps.length > 0 ? { notApplicable: 'rescale' } : {}),
      };
      return { ...line, ...group, steps: gated };
    };
    const root = content as Line;
    return { known, content: { ...root, children: root.children!.map(changed), notApplicable: 'rescale' } };
  });

describe('a line that a rule leaves out', () => {
  it('leaves its group what the others and it come to, with it and without', () => {
    const part = (id: string, points: string) => ({ id, text: id, points, from: { mark: { step: '1' } } });
    const gate = { when: 'not lift', because: '没有电梯', exclude: 'line' };
    const rubric = loadRubric({
      ...plainTable,
      points: '30',
      notApplicable: 'rescale',
      inputs: [{ id: 'lift', title: '有电梯', kind: 'statement' }],
      children: [part('a', '25'), { ...part('b', '5'), steps: [{ gate }] }],
    });
    const { total } = score(rubric, readFacts({ marks: { a: 25, b: 3 } }).units[0]!.facts, 'marks');
    expect([total.floor, total.ceiling]).toEqual(['28', '30']);
  });

  it('leaves every figure within what it could be before', () =>
    fc.assert(
      fc.property(randomTable.chain(withExclusions), ({ content, known }) => {
        const rubric = loadRubric(content);
        let before = figuresOf(score(rubric, factsFrom([], false), 'marks'));
        for (const facts of [...known.map((_, n) => factsFrom(known.slice(0, n + 1), false)), factsFrom(known, true)]) {
          const after = figuresOf(score(rubric, facts, 'marks'));
          after.forEach(({ floor, ceiling }, n) => {
            expect(compare(exact(floor), exact(before[n]!.floor))).toBeGreaterThanOrEqual(0);
            expect(compare(exact(ceiling), exact(before[n]!.ceiling))).toBeLessThanOrEqual(0);
          });
          before = after;
        }
      }),
      { numRuns: 150 },
    ));
});
