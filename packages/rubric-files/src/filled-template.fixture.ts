import ExcelJS from '@protobi/exceljs';
import { type RubricDraft, draftOf } from './draft/draft-of.ts';
import { importOutline } from './import/outline-of.ts';
import { writeTemplate } from './template.ts';

export type Rows = (string | number)[][];
export interface Filled {
  rows: Rows;
  title?: string;
  /** by the name of the sheet, the rows below its headings */
  rules?: Record<string, Rows>;
}

/** The empty template as office software opens it. */
export const templateBook = async (): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeTemplate()).buffer as ArrayBuffer);
  return workbook;
};

/** The template as a clerk returns it. */
export async function filledIn({ rows, title = '某局考核表', rules = {} }: Filled): Promise<Uint8Array> {
  const workbook = await templateBook();
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
/** What the import makes of a filled template. */
export const draftOfFilled = async (filled: Filled): Promise<RubricDraft> =>
  draftOf(await importOutline(await filledIn(filled)), IMPRINT);

/** A table that uses every way of scoring, and the rules that go with it. */
export const ROWS: Rows = [
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
export const RULES: Record<string, Rows> = {
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
