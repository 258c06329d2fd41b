import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import annex from '../../rubrics/yueqing-2020.json' with { type: 'json' };
import { parseRubric, readContent } from '../content.ts';
import { randomTable } from '../random-table.fixture.ts';
import type { Rubric } from '../rubric.ts';
import { type Change, diffRubrics } from './diff.ts';
import { editedTable } from './random-edit.fixture.ts';

const RUNS = { numRuns: 200 };
type Diff = (older: Rubric, newer: Rubric) => Change[];

/** Whatever is edited in one line is told of that line, with what stands there now. */
const everyEditIsTold = (diff: Diff) =>
  fc.property(editedTable, ({ older, newer, line, told }) => {
    const changes = diff(older, newer).filter(({ place }) => place === line);
    expect(changes.map(({ zh }) => zh).join('\n')).toContain(told);
  });

/** The way to every text and number of a content, however deep. */
function scalarsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return [path];
  return Object.entries(value as object).flatMap(([key, each]) => scalarsIn(each, [...path, key]));
}

/** A copy in which a 9 is added to one scalar, and what stands there then. */
function withNine(content: object, path: readonly string[]): { table: Rubric; now: string } {
  const table = JSON.parse(JSON.stringify(content)) as Rubric;
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], table);
  const now = `${String((parent as Record<string, string>)[path.at(-1)!])}9`;
  (parent as Record<string, string>)[path.at(-1)!] = now;
  return { table, now };
}

describe('the diff of the 2020 annex', () => {
  const published = parseRubric(annex);

  it('tells every single text and number, in rulings, documents and patches too', () =>
    fc.assert(
      fc.property(fc.constantFrom(...scalarsIn(published)), (path) => {
        const { table, now } = withNine(published, path);
        const said = diffRubrics(published, table).map(({ zh }) => zh);
        expect(said.join('\n')).toContain(now.slice(-6));
      }),
      RUNS,
    ));
});

describe('the diff of any table', () => {
  it('with itself is empty, however it was written', () =>
    fc.assert(
      fc.property(randomTable, ({ content }) => {
        const backwards = Object.fromEntries(Object.entries(content).toReversed());
        expect(diffRubrics(parseRubric(content), parseRubric(backwards))).toEqual([]);
      }),
      RUNS,
    ));

  it('tells every edit at its line, with the new value', () => fc.assert(everyEditIsTold(diffRubrics), RUNS));

  it('tells an edit of one value in one sentence', () =>
    fc.assert(
      fc.property(editedTable, ({ older, newer }) => {
        const changes = diffRubrics(older, newer).filter(({ kind }) => kind !== 'moved');
        expect(changes.length).toBeLessThanOrEqual(1);
      }),
      RUNS,
    ));

  it('is silent only where the contents have the same canonical text', () =>
    fc.assert(
      fc.property(randomTable, randomTable, ({ content: a }, { content: b }) => {
        const [older, newer] = [readContent(a), readContent(b)];
        expect(diffRubrics(older.rubric, newer.rubric).length === 0).toBe(older.canonical === newer.canonical);
      }),
      RUNS,
    ));

  it('control: a diff that does not look at steps is caught', () => {
    const withoutSteps = (table: Rubric): Rubric =>
      JSON.parse(JSON.stringify(table, (key, value: unknown) => (key === 'steps' ? undefined : value))) as Rubric;
    const blind: Diff = (older, newer) => diffRubrics(withoutSteps(older), withoutSteps(newer));
    expect(fc.check(everyEditIsTold(blind), RUNS).failed).toBe(true);
  });
});
