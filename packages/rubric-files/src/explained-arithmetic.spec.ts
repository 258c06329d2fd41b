import { exact, written } from '@mofan/rubric/exact';
import type { ExplanationTree } from '@mofan/rubric/explain/explanation';
import { describe, expect, it } from 'vitest';
import { TABLES, explainedTable } from './explained-table.fixture.ts';
import { lastNumber, workedIn } from './worked-arithmetic.fixture.ts';

/** Whoever has the printed sheet and a pencil comes to the same figures. */
const all = (tree: ExplanationTree): ExplanationTree[] => [
  tree,
  ...[...tree.parts, ...tree.beside, ...tree.follows].flatMap(all),
];
const tables = TABLES.map((folder) => [folder, explainedTable(folder)] as const);

describe.each(tables)('%s', (_, { rubric, trees }) => {
  const worked = trees.flatMap((tree) => workedIn(rubric, tree));

  it('every printed computation gives the number that stands behind its sign', () =>
    expect(worked.filter(({ printed, again }) => printed !== again)).toEqual([]));

  it('the last number of a settled line is its figure', () => {
    const settled = trees.flatMap(all).filter(({ floor, ceiling }) => floor !== null && floor === ceiling);
    const wrong = settled.filter((tree) => ![null, written(exact(tree.floor!))].includes(lastNumber(rubric, tree)));
    expect(wrong.map(({ leaf, arithmetic, floor }) => [leaf, arithmetic.zh, floor])).toEqual([]);
  });
});

it('the tables print computations of every kind', () => {
  const worked = tables.flatMap(([, { rubric, trees }]) => trees.flatMap((tree) => workedIn(rubric, tree)));
  const kinds = [/\) ÷ /, /% \+ /, /≈/, /最/, / [例次] /, / ÷ /];
  const without = kinds.filter((sign) => !worked.some(({ said }) => sign.test(said)));
  expect(without).toEqual([]);
  expect(worked.length).toBeGreaterThan(1000);
});
