import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../content.ts';
import { randomTable } from '../random-table.fixture.ts';
import type { Rubric } from '../rubric.ts';
import { compareRubrics } from './diff.ts';
import { editedTable } from './random-edit.fixture.ts';

const RUNS = { numRuns: 200 };
const textOf = (content: unknown): string => readContent(content).canonical;
const all = (changes: readonly unknown[]): number[] => [...changes.keys()];

describe('a table with changes put back', () => {
  const twoTables = fc
    .tuple(randomTable, randomTable)
    .map(([a, b]): [Rubric, Rubric] => [
      readContent(a.content).rubric,
      readContent({ ...b.content, id: (a.content as { id: string }).id }).rubric,
    ]);

  it('is the older one where all of them are, and the newer one where none is', () =>
    fc.assert(
      fc.property(twoTables, ([older, newer]) => {
        const { changes, without } = compareRubrics(older, newer);
        expect(textOf(without(all(changes)))).toBe(textOf(older));
        expect(textOf(without([]))).toBe(textOf(newer));
      }),
      RUNS,
    ));

  it('is the older one where the only change is', () =>
    fc.assert(
      fc.property(editedTable, ({ older, newer }) => {
        const { changes, without } = compareRubrics(older, newer);
        fc.pre(changes.length === 1);
        expect(textOf(without([0]))).toBe(textOf(older));
      }),
      RUNS,
    ));

  it('differs from the newer one by the changes that were put back, whatever else changed', () =>
    fc.assert(
      fc.property(editedTable, editedTable, ({ older, newer }, { newer: stranger }) => {
        const { changes } = compareRubrics(older, newer);
        fc.pre(changes.length === 1);
        const titled = { ...newer, title: stranger.title === older.title ? '另一张表' : stranger.title };
        const both = compareRubrics(older, titled);
        const title = both.changes.findIndex(({ path }) => path[0] === 'title' && path.length === 1);
        const back = all(both.changes).filter((n) => n !== title);
        expect(textOf(both.without(back))).toBe(textOf({ ...older, title: titled.title }));
      }),
      RUNS,
    ));
});
