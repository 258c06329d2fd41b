import fs from 'node:fs';
import path from 'node:path';
import { readContent } from '@mofan/rubric/content';
import { sha256 } from '@mofan/store/hash';
import { describe, expect, it } from 'vitest';
import { parseRubric } from '@mofan/rubric/content';
import { runDiff, runWhatIf } from './compare.ts';
import { runExplain } from './explain.ts';
import { runExport, runImport, runSchema, runTemplate } from './files.ts';
import { readInput } from './input-file.ts';
import { runScore } from './score.ts';
import { anOperator } from './operator.fixture.ts';

const rubrics = path.resolve(import.meta.dirname, '../../../../packages/rubric');
const table = path.join(rubrics, 'rubrics/yueqing-2020.yaml');
const first = path.join(rubrics, 'rubrics/first-schema/yueqing-2020.json');
const sites = path.join(rubrics, 'tables/01-site-safety');
const siteTable = path.join(sites, 'table.yaml');
const siteFacts = path.join(sites, 'facts.yaml');

const operator = anOperator();
const { file } = operator;

describe('rubric score', () => {
  it('prints the scorecard of one unit', () => {
    runScore(table, file('facts.yaml', "marks: { '1.1': { grade: good, points: 6 } }"));
    const { total, leaves } = JSON.parse(operator.output) as {
      total: { floor: string };
      leaves: { id: string; grade: string }[];
    };
    expect([total.floor, leaves[0]!.grade]).toEqual(['18', 'good']);
    expect(process.exitCode).toBeUndefined();
  });

  it('prints those of many, with the selections over them', () => {
    runScore(siteTable, siteFacts);
    const { units, selections } = JSON.parse(operator.output) as {
      units: Record<string, { total: { grade: string } }>;
      selections: [];
    };
    expect([units['alpha']!.total.grade, units['beta']!.total.grade, selections]).toEqual(['good', 'fail', []]);
  });

  it('ends with 1 when the rules refuse a fact, and names it', () => {
    runScore(table, file('facts.yaml', "marks: { '1.1': { grade: good, points: 8 } }"));
    expect(process.exitCode).toBe(1);
    expect(operator.output).toMatch(/facts.yaml:1:17: “.+” \(1\.1\): 8 points are not within/);
  });

  it('says line and column of facts that cannot be used', () =>
    expect(() => runScore(table, file('facts.yaml', 'marks:\n  - x: 1\n'))).toThrow(
      expect.objectContaining({ exitCode: 2, zh: expect.stringContaining('第 2 行第 5 列') }),
    ));

  it('ends with 2 for a file that is not there', () =>
    expect(() => runScore(path.join(operator.folder, 'gone.yaml'), siteFacts)).toThrow(
      expect.objectContaining({ exitCode: 2 }),
    ));
});

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

describe('rubric diff', () => {
  const changed = () => file('changed.yaml', fs.readFileSync(siteTable, 'utf8').replace('score >= 80', 'score >= 85'));

  it('says what changed in a sentence for each change', () => {
    runDiff(siteTable, changed(), { as: 'zh' });
    expect(operator.output).toMatch(/^情形“优良”条件由 当前得数 ≥ 80 改为 当前得数 ≥ 85\n$/);
  });

  it('says it in English, or as data with the place', () => {
    runDiff(siteTable, changed(), { as: 'en' });
    expect(operator.output).toMatch(/^case “优良”: condition changed from .*85/);
    operator.output = '';
    runDiff(siteTable, changed(), { as: 'json' });
    const [change, ...others] = JSON.parse(operator.output) as Record<string, unknown>[];
    expect(others).toEqual([]);
    expect(Object.keys(change!)).toEqual(['kind', 'path', 'before', 'after', 'part', 'place', 'zh', 'en']);
    expect(change).toMatchObject({
      kind: 'changed',
      part: 'table',
      place: 'site-safety',
      path: expect.arrayContaining(['when']),
    });
  });

  it('says so when nothing changed, or nothing but the schema', () => {
    runDiff(siteTable, siteTable, { as: 'zh' });
    expect(operator.output).toBe('没有变化。\n');
    operator.output = '';
    const content = parseRubric(JSON.parse(fs.readFileSync(first, 'utf8')));
    runDiff(first, file('upcast.json', JSON.stringify(content)), { as: 'zh' });
    expect(operator.output).toBe('内容没有变化，只是书写的格式不同。\n');
  });
});

describe('rubric whatif', () => {
  const facts = () =>
    file(
      'facts.yaml',
      "units: { a: { notApplicable: { '5.4': 不是国企 } }, b: { marks: { '1.1': { grade: good, points: 6 } } } }",
    );
  const withoutA15 = () =>
    file('older.yaml', fs.readFileSync(table, 'utf8').replace("'5.4': { notApplicable: exclude }", ''));

  it('says who moves and by which rule, and how many stay', () => {
    runWhatIf(withoutA15(), table, facts(), { as: 'zh' });
    expect(operator.output.split('\n')).toEqual([
      '2 个单位中 1 个有变动：',
      'a：12–499 → 12.2–498.98，第 1 至 2 位之间',
      '    原因：“配齐配强机关基层专兼职党务干部，机关基层…”新增不适用的处理：不计入',
      '    “配齐配强机关基层专兼职党务干部，机关基层…”：0–8 → 不适用：不是国企',
      '',
    ]);
  });

  it('says it in English, or as data of a stable shape', () => {
    runWhatIf(withoutA15(), table, facts(), { as: 'en' });
    expect(operator.output).toContain('”: added where it does not apply: left out');
    operator.output = '';
    runWhatIf(withoutA15(), table, facts(), { as: 'json' });
    const asked = JSON.parse(operator.output) as { units: Record<string, unknown>[] };
    expect(Object.keys(asked)).toEqual(['total', 'changes', 'units', 'rules', 'selections', 'oneSided']);
    expect(asked.units[0]).toMatchObject({
      unit: 'a',
      moved: true,
      before: { floor: '12', ceiling: '499', grade: null, place: { best: 1, worst: 2 } },
      change: null,
      lines: [{ line: '5.4', before: { zh: '0–8' }, after: { zh: '不适用：不是国企' }, follows: [] }],
    });
  });

  it('says that nobody moves', () => {
    runWhatIf(table, table, facts(), { as: 'zh' });
    expect(operator.output).toBe('2 个单位的得分和位次都不变。\n');
  });

  it('tells whom the selections choose, and what one table lacks', () => {
    const appraisal = path.join(rubrics, 'tables/09-annual-appraisal');
    const older = path.join(appraisal, 'table.yaml');
    const newer = file('newer.yaml', fs.readFileSync(older, 'utf8').replaceAll('share: 20%', 'share: 40%'));
    runWhatIf(older, newer, path.join(appraisal, 'facts.yaml'), { as: 'zh' });
    expect(operator.output).toMatch(
      /评选“优秀等次”（G1）：\n( {4}.+：.+ → 入选\n)+ {4}原因：评选“优秀等次”比例由 20% 改为 40%/,
    );
    operator.output = '';
    runWhatIf(older, siteTable, path.join(appraisal, 'facts.yaml'), { as: 'zh' });
    expect(operator.output).toContain('事实中的条目“德”，后一版没有，在那里不计');
  });
});

describe('rubric files', () => {
  it.each(['.docx', '.xlsx'])('are exported to %s and imported again, with a report', async (ending) => {
    const target = path.join(operator.folder, `table${ending}`);
    await runExport(table, target);
    await runImport(target, { id: 'again', tableVersion: '2026', issuedBy: '综合科', printedOn: '2026-01-01' });
    expect(operator.output).toContain('id: again');
    expect(operator.output).toMatch(
      /✓ 读懂 .*：10\.4：按印出的规则\n {4}understood: .*: 10\.4: by the rule that is printed/,
    );
    expect(operator.output).toMatch(/– 未读入 .*：2\.2：次数要求：党支部全年集中学习次数不足12次的/);
    expect(process.exitCode).toBeUndefined();
  });

  it('are refused by name and by content', async () => {
    await expect(runExport(table, path.join(operator.folder, 'table.pdf'))).rejects.toMatchObject({ exitCode: 2 });
    await expect(runTemplate(path.join(operator.folder, 'template.docx'))).rejects.toMatchObject({ exitCode: 2 });
    const imprint = { id: 'x', tableVersion: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };
    await expect(runImport(file('nonsense.docx', 'nonsense'), imprint)).rejects.toMatchObject({ exitCode: 2 });
  });

  it('begin from a template, and have a schema for editors', async () => {
    await runTemplate(path.join(operator.folder, 'template.xlsx'));
    expect(fs.statSync(path.join(operator.folder, 'template.xlsx')).size).toBeGreaterThan(1000);
    runSchema();
    expect(operator.output).toContain('"mofan-rubric/2"');
  });
});
