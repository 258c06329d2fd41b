import fs from 'node:fs';
import path from 'node:path';
import { readContent } from '@mofan/rubric/content';
import { loadRubric } from '@mofan/rubric/load';
import type { Group, Rubric, RubricNode } from '@mofan/rubric/rubric';
import { leavesOf } from '@mofan/rubric/tree';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../draft/draft-of.ts';
import { outlineOfRubric } from '../draft/outline-of-rubric.ts';
import { importOutline } from '../import/outline-of.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { paperOf } from './paper-of.ts';
import { writeDocx } from './write-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

const rubrics = path.join(import.meta.dirname, '../../../rubric');
const files = [
  'rubrics/yueqing-2020.yaml',
  ...fs.readdirSync(path.join(rubrics, 'tables')).map((table) => `tables/${table}/table.yaml`),
];
const IMPRINT = { id: 'again', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };

/** What an export holds of a line: its id, text, worth and place in the tree. */
const printed = (node: RubricNode): unknown => {
  const { id, points, bonus, penalty, weight } = node;
  const worth = { points, bonus, penalty, weight };
  return 'children' in node
    ? { id, ...worth, title: node.title, children: node.children.map(printed) }
    : { id, ...worth, text: node.text };
};
const substance = ({ title, points, gradingNote, children }: Rubric) => ({
  title,
  points,
  gradingNote,
  children: children.map(printed),
});

describe.each(files)('%s', (file) => {
  const rubric = loadRubric(readYaml(fs.readFileSync(path.join(rubrics, file), 'utf8')).value);
  const { outline, around } = paperOf(rubric, 'f'.repeat(64));

  it.each([
    ['.docx', writeDocx],
    ['.xlsx', writeXlsx],
  ])('has the same ids, texts, worth and tree when its %s is imported', async (_, write) => {
    const { rubric: again } = draftOf(await importOutline(await write(outline, around)), IMPRINT);
    expect(substance(again)).toEqual(substance(rubric.published));
  });
});

describe('the way of marking', () => {
  /** Of the leaves of a table: each that is marked in steps or in percent, with which. */
  const waysOf = (rubric: Rubric): string[] =>
    leavesOf(rubric).flatMap(({ id, from: { mark } }) => {
      const way = mark?.step ?? (mark?.percent === undefined ? undefined : `${mark.percent}%`);
      return way === undefined ? [] : [`${id} ${way}`];
    });

  it('comes back with the papers, where it is a step or a percentage', async () => {
    const pairs = await Promise.all(
      files.map(async (file) => {
        const rubric = loadRubric(readYaml(fs.readFileSync(path.join(rubrics, file), 'utf8')).value);
        const { outline, around } = paperOf(rubric, 'f'.repeat(64));
        const { rubric: again } = draftOf(await importOutline(await writeXlsx(outline, around)), IMPRINT);
        return { written: waysOf(rubric.table), read: new Set(waysOf(again)) };
      }),
    );
    const written = pairs.flatMap((pair) => pair.written);
    expect(written.length).toBeGreaterThan(100);
    expect(pairs.flatMap(({ written: ways, read }) => ways.filter((way) => read.has(way)))).toEqual(written);
  });
});

/** Trees of any shape, each node named by its place or by letters, counting as it likes. */
const nodes = (height: number): fc.Arbitrary<RubricNode> =>
  fc
    .record({
      name: fc.constantFrom('学习', '现场 管理', '论文（5分）', '2020年度', 'Results, 10分', '甲：\n1.乙\n2.丙'),
      worth: fc.constantFrom({ points: '5' }, { points: '2.5' }, { bonus: '3' }, { penalty: '6' }, {}),
      weighted: fc.boolean(),
      children: height === 0 ? fc.constant<RubricNode[]>([]) : fc.array(nodes(height - 1), { maxLength: 3 }),
    })
    .map(({ name, worth, weighted, children }): RubricNode =>
      children.length > 0
        ? { id: '', title: name, ...worth, ...(weighted ? byWeights(children) : { children }) }
        : { id: '', text: name, ...worth, from: { mark: { step: '0.5' } } },
    );

/** Two parts with points that count by weights; any others are added up. */
const byWeights = (children: RubricNode[]): Pick<Group, 'from' | 'children'> =>
  children.length === 2 && children.every(({ points }) => points !== undefined)
    ? {
        from: { combine: { by: 'weighted' } },
        children: children.map((child, n) => ({ ...child, weight: n === 0 ? '0.4' : '60%' })),
      }
    : { children };

const renamed = (children: RubricNode[], nameOf: (path: string) => string, path = ''): RubricNode[] =>
  children.map((node, at) => {
    const own = `${path}${path === '' ? '' : '.'}${at + 1}`;
    const id = nameOf(own);
    return 'children' in node ? { ...node, id, children: renamed(node.children, nameOf, own) } : { ...node, id };
  });

const rubricOf = (children: RubricNode[], lettered: boolean, points: string | undefined): Rubric =>
  readContent({
    schema: 'mofan-rubric/2',
    id: 'random',
    version: '2026',
    title: '考核表',
    source: { document: '考核表', issuedBy: '综合科', printedOn: '2026-01-01' },
    ...(points !== undefined && { points }),
    rounding: { mode: 'half-up', places: '2' },
    grades: [],
    scales: {},
    metrics: [],
    evidenceKinds: [],
    documents: [],
    children: renamed(children, (path) => (lettered ? `T${path.replaceAll('.', '-')}` : path)),
    rulings: { proposedOn: '2026-01-01', items: [] },
  }).rubric;

/** A tree in which each node is worth a hundred and has its weight, so that the points say nothing. */
const byWeightsAlone = (children: RubricNode[]): RubricNode[] => {
  const weight = `1/${children.length}`;
  return children.map((node) => {
    const { bonus: _, penalty: __, ...plain } = { ...node, points: '100', weight };
    return 'children' in plain
      ? { ...plain, from: { combine: { by: 'weighted' } }, children: byWeightsAlone(plain.children) }
      : plain;
  });
};

describe('a tree of any shape', () => {
  it.each([
    ['.docx', writeDocx],
    ['.xlsx', writeXlsx],
  ])('is the same when its %s is imported', { timeout: 60_000 }, async (_, write) => {
    const tables = fc
      .tuple(fc.array(nodes(3), { minLength: 1, maxLength: 3 }), fc.boolean(), fc.constantFrom('100', undefined))
      .map(([children, lettered, points]) => rubricOf(children, lettered, points));
    await fc.assert(
      fc.asyncProperty(tables, async (rubric) => {
        const { rubric: again } = draftOf(await importOutline(await write(outlineOfRubric(rubric))), IMPRINT);
        expect(substance(again)).toEqual(substance(rubric));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['.docx', writeDocx],
    ['.xlsx', writeXlsx],
  ])('is the same with weights alone when its %s is imported', { timeout: 60_000 }, async (_, write) => {
    const tables = fc.array(nodes(2), { minLength: 1, maxLength: 3 }).map((children) => ({
      ...rubricOf(byWeightsAlone(children), false, '100'),
      from: { combine: { by: 'weighted' as const } },
    }));
    await fc.assert(
      fc.asyncProperty(tables, async (rubric) => {
        const { outline, around } = paperOf(loadRubric(rubric), 'f'.repeat(64));
        const { rubric: again } = draftOf(await importOutline(await write(outline, around)), IMPRINT);
        expect(substance(again)).toEqual(substance(rubric));
      }),
      { numRuns: 60 },
    );
  });
});
