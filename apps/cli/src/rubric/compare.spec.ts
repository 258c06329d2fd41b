import fs from 'node:fs';
import path from 'node:path';
import { parseRubric } from '@mofan/rubric/content';
import { describe, expect, it } from 'vitest';
import { runDiff, runWhatIf } from './compare.ts';
import { first, rubrics, siteTable, table } from './corpus.fixture.ts';
import { anOperator } from './operator.fixture.ts';

const operator = anOperator();
const { file } = operator;

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
    expect(Object.keys(asked)).toEqual([
      'total',
      'changes',
      'units',
      'rules',
      'selections',
      'consequences',
      'oneSided',
    ]);
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
