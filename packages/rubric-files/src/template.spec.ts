import ExcelJS from '@protobi/exceljs';
import { lint } from '@mofan/rubric/lint/lint';
import { loadRubric } from '@mofan/rubric/load';
import { describe, expect, it } from 'vitest';
import { ROWS, RULES, draftOfFilled as draft, filledIn, templateBook as book } from './filled-template.fixture.ts';
import { importOutline } from './import/outline-of.ts';
import { SCORING_WAYS } from './template-sheets.ts';
import { writeTemplate } from './template.ts';

describe('the empty template', () => {
  it('has a sheet for the table, one for each kind of rule, and one that says how', async () => {
    const names = (await book()).worksheets.map(({ name }) => name);
    expect(names).toEqual(['考核指标', '评等次', '扣分加分', '按数值', '填写说明']);
  });

  it('lets a clerk choose from lists and write numbers where a number belongs', async () => {
    const workbook = await book();
    const at = (sheet: string, cell: string) => workbook.getWorksheet(sheet)!.getCell(cell).dataValidation;
    expect(at('考核指标', 'E3')).toMatchObject({ type: 'decimal', operator: 'greaterThan', formulae: [0] });
    expect(at('考核指标', 'F3')).toMatchObject({ type: 'list', formulae: ['"基本分,加分,扣分,不计分"'] });
    expect(at('考核指标', 'H500')).toMatchObject({ type: 'list', formulae: [`"${SCORING_WAYS.join(',')}"`] });
    expect(at('扣分加分', 'C2')).toMatchObject({ type: 'list', formulae: ['"扣,加"'] });
    expect(at('评等次', 'B2')).toMatchObject({ type: 'decimal', operator: 'greaterThanOrEqual' });
  });

  it('says of every column how it is filled in', async () => {
    const workbook = await book();
    const said = workbook.getWorksheet('填写说明')!.getSheetValues().slice(2) as unknown[][];
    const headings = workbook.worksheets
      .slice(0, 4)
      .flatMap((sheet, at) => (sheet.getRow(at === 0 ? 2 : 1).values as string[]).slice(1));
    expect(said.map((row) => row[2]).filter((heading) => heading !== '')).toEqual(headings);
  });

  it('is told to be empty', async () =>
    expect(importOutline(await writeTemplate())).rejects.toMatchObject({
      code: 'file.no-rows',
      zh: '考核指标 表头之下没有内容，请先逐条填写',
    }));

  it('has no title while nobody wrote one', async () => {
    const bytes = await filledIn({ rows: ROWS, title: '（在此填写表的名称）' });
    expect((await importOutline(bytes)).title).toBeNull();
  });
});

describe('the template filled in', () => {
  it('is imported without any guess; what no rule comes from is said to be left aside', async () => {
    const { report } = await draft({ rows: ROWS, rules: RULES });
    expect(report.filter(({ kind }) => kind !== 'understood').map(({ kind, zh }) => `${kind} ${zh}`)).toEqual([
      'left-aside “佐证材料”一栏 1 格：文字不存入表中',
      'left-aside “说明”一栏 1 格：文字不存入表中',
    ]);
  });

  it('is a table that loads, with each line scored as was chosen', async () => {
    const { rubric } = await draft({ rows: ROWS, rules: RULES });
    const { leaves, total, published } = loadRubric(rubric);
    expect([total.pointsText, published.title]).toEqual(['100', '某局考核表']);
    expect(leaves.map(({ id, worth, pointsText }) => `${id} ${worth} ${pointsText}`)).toEqual([
      '1 points 10',
      '2 points 10',
      '3 points 20',
      '4 points 40',
      '5 points 10',
      '6 points 10',
      '7 bonus 5',
      '8 penalty 6',
      '9 none 0',
    ]);
    expect(leaves.map(({ source }) => source.from)).toMatchObject([
      { mark: { step: '0.5' } },
      { mark: { scale: 'judged' } },
      { mark: { values: ['0', '10', '20'] } },
      { formula: 'line-4-value' },
      { mark: { percent: '1' } },
      {
        cases: {
          deduct: [
            { title: '迟到', points: '0.5', most: '2' },
            { title: '受处分', points: '5' },
          ],
        },
      },
      { cases: { add: [{ title: '核心期刊论文', points: '2' }] } },
      { cases: { deduct: [{ title: '被通报', points: '3' }] } },
      { mark: { step: '0.5' } },
    ]);
  });

  it('has the grades of lines and whole, and the bands of a number', async () => {
    const { rubric } = await draft({ rows: ROWS, rules: RULES });
    expect(rubric.scales['judged']?.bands).toEqual([
      { grade: 'excellent', from: '90%', to: '100%' },
      { grade: 'good', from: '75%', below: '90%' },
      { grade: 'unqualified', from: '0%', below: '75%' },
    ]);
    expect(rubric.steps).toEqual([
      {
        band: [
          { from: '85', grade: 'excellent' },
          { from: '70', below: '85', grade: 'good' },
          { below: '70', grade: 'unqualified' },
        ],
      },
    ]);
    expect(rubric.inputs).toEqual([
      { id: 'line-4-value', title: '群众满意率', kind: 'number', unit: '%', least: '0', most: '100' },
    ]);
    expect(loadRubric(rubric).leaves[3]?.source.steps).toEqual([
      {
        band: [
          { from: '95', points: '40' },
          { from: '90', below: '95', points: '30' },
          { below: '90', points: '0' },
        ],
      },
    ]);
  });

  it('leaves the linter nothing that lets two people differ', async () => {
    const { rubric } = await draft({ rows: ROWS, rules: RULES });
    expect(lint(rubric).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('may count by weights', async () => {
    const { rubric, report } = await draft({
      rows: [
        [1, '效率', '时限', '按时办结', '', '', '45%', '百分比'],
        [2, '', '', '提前办结', '', '', '15%', '百分比'],
        [3, '评价', '满意', '好评', '', '', '40%', '打分'],
      ],
    });
    expect(loadRubric(rubric).leaves.map(({ weight }) => `${weight?.n}/${weight?.d}`)).toEqual(['3/4', '1/4', '1/1']);
    expect(report.filter(({ kind }) => kind !== 'understood')).toEqual([]);
  });

  it('is told of a formula on any sheet that is read, and the rest goes on', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await filledIn({ rows: ROWS, rules: RULES })).buffer as ArrayBuffer);
    workbook.getWorksheet('扣分加分')!.getCell('D2').value = { formula: '1/2', result: 0.5 };
    const { report, children } = await importOutline(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(report.filter(({ kind }) => kind === 'guessed').map(({ place, zh }) => `${place} ${zh}`)).toEqual([
      '扣分加分!D2 是公式，按文件中保存的结果“0.5”读入',
    ]);
    expect(children).toHaveLength(3);
  });
});
