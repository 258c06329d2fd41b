import fs from 'node:fs';
import { readContent } from '@mofan/rubric/content';
import { sha256 } from '@mofan/store/hash';
import { describe, expect, it } from 'vitest';
import { siteFacts, siteTable, table } from './corpus.fixture.ts';
import { runExplain } from './explain.ts';
import { readInput } from './input-file.ts';
import { anOperator } from './operator.fixture.ts';

const operator = anOperator();
const { file } = operator;

describe('rubric explain', () => {
  it('tells a line of one unit in sentences', () => {
    runExplain(siteTable, siteFacts, 'T7', { unit: 'alpha', as: 'zh' });
    expect(operator.output).toContain('（T7）满分100分，得73分。');
    expect(operator.output).toContain('“外电防护”（7.1）不适用：附近没有外电线路。');
  });

  it('gives the whole table as data, or as a sheet to print', () => {
    runExplain(siteTable, siteFacts, undefined, { unit: 'beta', as: 'json' });
    expect((JSON.parse(operator.output) as { parts: unknown[] }).parts).toHaveLength(10);
    operator.output = '';
    runExplain(siteTable, siteFacts, undefined, { unit: 'beta', as: 'sheet' });
    expect(operator.output).toMatch(/^<!doctype html>[\s\S]*@page\{size:A4[\s\S]*应急救援/);
    expect(operator.output.match(/<section>/g)).toHaveLength(1);
  });

  it('tells who is chosen and what follows, with the other units at hand or without', () => {
    const more = `selections: [{ id: flag, title: 红旗, places: 1, order: [{ by: "line('1.1')", best: highest }] }]
consequences: [{ id: fee, title: 服务费, amount: "line('1.1') / 3" }]
`;
    const withMore = file('more.yaml', `${fs.readFileSync(table, 'utf8')}\n${more}`);
    const one = "marks: { '1.1': { grade: good, points: 7 } }";
    const many = file('many.yaml', `units:\n  a: { ${one} }\n  b: { marks: { '1.1': { grade: good, points: 6 } } }\n`);
    runExplain(withMore, many, 'flag', { unit: 'b', as: 'zh' });
    expect(operator.output).toContain('“红旗”：未入选。');
    runExplain(withMore, file('one.yaml', one), 'fee', { as: 'zh' });
    expect(operator.output).toContain('“服务费”：≈2.3。');
    runExplain(withMore, file('one.yaml', one), 'flag', { as: 'zh' });
    expect(operator.output).toContain('“红旗”：须有全部单位方能评选。');
  });

  it('never takes the first of many units, but prints a sheet of each', () => {
    for (const as of ['json', 'zh', 'en'])
      expect(() => runExplain(siteTable, siteFacts, 'T7', { as })).toThrow(
        expect.objectContaining({ exitCode: 2, zh: '事实文件中有 2 个单位，请用 --unit 指明一个：alpha、beta。' }),
      );
    runExplain(siteTable, siteFacts, undefined, { as: 'sheet' });
    expect(operator.output.match(/<section>/g)).toHaveLength(2);
    const { canonical } = readContent(readInput(siteTable).value);
    for (const unit of ['alpha', 'beta'])
      expect(operator.output).toMatch(
        new RegExp(`内容 ${sha256(canonical).slice(0, 12)}　${unit}　截至 \\d{4}-\\d{2}-\\d{2}`),
      );
  });

  it('lists on the sheet the rulings that figures rest on, and no others', () => {
    runExplain(table, file('facts.yaml', "marks: { '1.1': { grade: good, points: 6 } }"), '1.1', { as: 'sheet' });
    expect(operator.output).toContain('适用的解释口径');
    expect(operator.output.match(/<li>/g)).toHaveLength(1);
    expect(operator.output).toMatch(/<li>A04　/);
  });

  it.each([
    ['a line', 'T99', 'alpha'],
    ['a unit', 'T1', 'omega'],
  ])('ends with 1 for %s that is not there', (_, line, unit) =>
    expect(() => runExplain(siteTable, siteFacts, line, { unit, as: 'json' })).toThrow(
      expect.objectContaining({ name: 'Fault', exitCode: 1 }),
    ),
  );
});
