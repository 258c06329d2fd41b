import { readContent } from '@mofan/rubric/content';
import type { RubricNode } from '@mofan/rubric/rubric';
import { loadRubric } from '@mofan/rubric/load';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../draft/draft-of.ts';
import { importOutline } from '../import/outline-of.ts';
import { paperOf } from './paper-of.ts';
import { writeDocx } from './write-docx.ts';

/** A table of so many levels, none of which it names. */
const deep = (depth: number, id = '1'): RubricNode =>
  depth === 1
    ? { id, text: '学习', points: '10', from: { mark: { step: '0.5' } } }
    : { id, title: '党建', points: '10', children: [deep(depth - 1, `${id}.1`)] };
const tableOf = (depth: number, levels?: string[]) =>
  readContent({
    schema: 'mofan-rubric/2',
    id: 'deep',
    version: '2026',
    title: '考核表',
    source: { document: '考核表', issuedBy: '综合科', printedOn: '2026-01-01' },
    points: '10',
    rounding: { mode: 'half-up', places: '2' },
    ...(levels && { levels: levels.map((title, n) => ({ code: `level-${n + 1}`, title })) }),
    grades: [],
    scales: {},
    metrics: [],
    evidenceKinds: [],
    documents: [],
    children: [deep(depth)],
    rulings: { proposedOn: '2026-01-01', items: [] },
  }).rubric;

const IMPRINT = { id: 'deep', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };

describe('levels that a table does not name', () => {
  it.each([
    [1, ['一级指标']],
    [2, ['一级指标', '二级指标']],
    [4, ['一级指标', '二级指标', '三级指标', '四级指标']],
  ])('%i deep are headed by their depth, and have no names when they come back', async (depth, headings) => {
    const { outline, around } = paperOf(loadRubric(tableOf(depth)), 'f'.repeat(64));
    expect(outline.levels).toEqual(headings);
    const read = await importOutline(await writeDocx(outline, around));
    expect(read.levels).toEqual(headings);
    expect(draftOf(read, IMPRINT).rubric.levels).toBeUndefined();
  });
});

describe('levels that a table names', () => {
  it.each([
    [['类别', '考核内容']],
    [['维度', '要点']],
    [['一级指标', '二级指标']],
    [['类别', '“五型”、考核 内容']],
    [['分值', '责任科室']],
  ])('%j come back', async (levels) => {
    const { outline, around } = paperOf(loadRubric(tableOf(2, levels)), 'f'.repeat(64));
    const { rubric, report } = draftOf(await importOutline(await writeDocx(outline, around)), IMPRINT);
    expect(rubric.levels?.map(({ title }) => title)).toEqual(levels);
    expect(report.filter(({ kind }) => kind === 'not-understood')).toEqual([]);
  });

  it('are told where no sentence can say them', async () => {
    const { outline, around } = paperOf(loadRubric(tableOf(2, ['类”别', '考核内容'])), 'f'.repeat(64));
    const { rubric, report } = draftOf(await importOutline(await writeDocx(outline, around)), IMPRINT);
    expect(rubric.levels).toBeUndefined();
    expect(report.filter(({ kind }) => kind === 'not-understood').map(({ zh }) => zh)).toEqual([
      '层级：“层级：“类”别”、“考核内容””不是印出的样子，没有读入',
    ]);
  });
});
