import ExcelJS from '@protobi/exceljs';
import { lint } from '@mofan/rubric/lint/lint';
import { loadRubric } from '@mofan/rubric/load';
import { describe, expect, it } from 'vitest';
import { draftOf } from './draft/draft-of.ts';
import { importOutline } from './import/outline-of.ts';
import { SCORING_WAYS } from './template-sheets.ts';
import { writeTemplate } from './template.ts';

type Rows = (string | number)[][];
interface Filled {
  rows: Rows;
  title?: string;
  /** by the name of the sheet, the rows below its headings */
  rules?: Record<string, Rows>;
}

const book = async (): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeTemplate()).buffer as ArrayBuffer);
  return workbook;
};

/** The template as a clerk returns it. */
async function filledIn({ rows, title = '某局考核表', rules = {} }: Filled): Promise<Uint8Array> {
  const workbook = await book();
  const fill = (name: string, below: number, cells: Rows) =>
    cells.forEach((row, index) =>
      row.forEach((text, column) => {
        if (text !== '') workbook.getWorksheet(name)!.getCell(index + below, column + 1).value = text;
      }),
    );
  workbook.getWorksheet('考核指标')!.getCell('A1').value = title;
  fill('考核指标', 3, rows);
  for (const [name, cells] of Object.entries(rules)) fill(name, 2, cells);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const IMPRINT = { id: 'filled', version: '2026', issuedBy: '办公室', printedOn: '2026-01-01' };
const draft = async (filled: Filled) => draftOf(await importOutline(await filledIn(filled)), IMPRINT);

const ROWS: Rows = [
  [1, '党建', '学习', '集中学习', 10, '', '', '打分', '', '签到表'],
  [2, '', '', '撰写心得', 10, '', '', '评等次'],
  [3, '', '组织', '按期换届', 20, '', '', '列举值', '0、10、20'],
  [4, '业务', '服务', '群众满意率', 40, '', '', '按数值'],
  [5, '', '', '任务完成程度', 10, '基本分', '', '百分比'],
  [6, '', '纪律', '无违纪，每例扣1分', 10, '', '', '扣分加分', '', '', '扣完为止'],
  [7, '其他', '创新', '论文', 5, '加分', '', '扣分加分'],
  [8, '', '通报', '受到通报', 6, '扣分', '', '扣分加分'],
  [9, '', '情况', '编制人数', '', '不计分', '', '打分'],
];
const RULES: Record<string, Rows> = {
  评等次: [
    ['优', 90, 85],
    ['良', 75, 70],
    ['不合格', 0, 0],
  ],
  扣分加分: [
    [6, '迟到', '扣', 0.5, 2],
    [6, '受处分', '扣', 5],
    [7, '核心期刊论文', '加', 2],
    [8, '被通报', '扣', 3],
  ],
  按数值: [
    [4, '群众满意率', '%', 95, 40],
    [4, '群众满意率', '%', 90, 30],
    [4, '群众满意率', '%', 0, 0],
  ],
};

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

  it('is no table', async () =>
    expect(importOutline(await writeTemplate())).rejects.toMatchObject({ code: 'file.no-table' }));

  it('has no title while nobody wrote one', async () => {
    const bytes = await filledIn({ rows: ROWS, title: '（在此填写表的名称）' });
    expect((await importOutline(bytes)).title).toBeNull();
  });
});

describe('the template filled in', () => {
  it('is imported without any guess', async () => {
    const { report } = await draft({ rows: ROWS, rules: RULES });
    expect(report.filter(({ kind }) => kind !== 'understood')).toEqual([]);
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
});

describe('what a clerk left out or got wrong', () => {
  it('is told by its cell', async () => {
    const { report } = await draft({
      rows: [
        [1, '党建', '学习', '集中学习', 10, '', '', '扣分加分'],
        [2, '', '', '撰写心得', 10, '别的', '', '打分'],
      ],
      rules: { 扣分加分: [[3, '迟到', '扣', '若干']], 评等次: [['优']] },
    });
    expect(report.filter(({ kind }) => kind !== 'understood').map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      'not-understood 考核指标!F4',
      'not-understood 评等次!A2',
      'not-understood 扣分加分!A2',
      'guessed 考核指标!D3',
    ]);
  });
});
