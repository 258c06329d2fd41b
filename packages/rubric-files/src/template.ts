import ExcelJS from '@protobi/exceljs';

/** How a criterion can be scored, in the words that the column 计分方式 offers. */
export const SCORING_WAYS = ['评等次', '百分比', '列举值', '扣分', '计次', '加分'] as const;

const TITLE = '（在此填写表的名称）';
const HEADER_ROW = 2;
const LAST_ROW = 500;
const LINE = { style: 'thin' } as const;

const COLUMNS: { heading: string; width: number; says: string }[] = [
  { heading: '类别', width: 16, says: '第一级。同一类别只写一次，下面各行留空；也可以逐行重复。' },
  { heading: '项目', width: 24, says: '第二级，写法同上。编号可写可不写，如“1.组织建设”。' },
  { heading: '评分标准', width: 60, says: '第三级，每行一条，一格只写一条。' },
  { heading: '分值', width: 10, says: '这一条的满分，大于零的数。项目、类别和全表的分值由系统相加，不必填写。' },
  { heading: '计分方式', width: 12, says: `从列表中选择：${SCORING_WAYS.join('、')}。` },
  { heading: '佐证材料', width: 24, says: '这一条凭什么材料评分，可以留空。' },
  { heading: '说明', width: 30, says: '扣分幅度、次数要求、酌情的范围等，可以留空。' },
];

const GENERAL = [
  '表名写在第一张工作表第一行。',
  '不要使用公式，请填写数值。',
  '不要增加宏，不要引用其他工作簿，不要设置密码。',
  '备注写在表格最后一行之下，以“备注：”开头。',
];

/**
 * An empty .xlsx for clerks: the table with lists to choose from on the first sheet, on the second how to fill it in.
 * Filled in, `importOutline` reads it; what was chosen under 计分方式 stands in `extra`.
 */
export async function writeTemplate(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  writeTable(workbook.addWorksheet('考核指标'));
  writeInstructions(workbook.addWorksheet('填写说明'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeTable(sheet: ExcelJS.Worksheet): void {
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  const title = sheet.getCell(1, 1);
  title.value = TITLE;
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  title.font = { size: 16, bold: true };
  sheet.mergeCells(1, 1, 1, COLUMNS.length);
  COLUMNS.forEach(({ heading }, index) => writeColumn(sheet, index + 1, heading));
  sheet.views = [{ state: 'frozen', ySplit: HEADER_ROW }];
}

function writeColumn(sheet: ExcelJS.Worksheet, column: number, heading: string): void {
  const head = sheet.getCell(HEADER_ROW, column);
  head.value = heading;
  head.font = { bold: true };
  const validation = VALIDATIONS[heading];
  for (let row = HEADER_ROW; row <= LAST_ROW; row += 1) {
    const cell = sheet.getCell(row, column);
    cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
    cell.alignment = { wrapText: true, vertical: 'middle' };
    if (validation && row > HEADER_ROW) cell.dataValidation = validation;
  }
}

const VALIDATIONS: Record<string, ExcelJS.DataValidation> = {
  分值: {
    type: 'decimal',
    operator: 'greaterThan',
    formulae: [0],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '分值',
    error: '请填写大于零的数',
  },
  计分方式: {
    type: 'list',
    formulae: [`"${SCORING_WAYS.join(',')}"`],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '计分方式',
    error: '请从列表中选择',
  },
};

function writeInstructions(sheet: ExcelJS.Worksheet): void {
  sheet.columns = [{ width: 14 }, { width: 80 }];
  sheet.addRow(['列', '怎样填写']).font = { bold: true };
  for (const { heading, says } of COLUMNS) sheet.addRow([heading, says]);
  for (const says of GENERAL) sheet.addRow(['全表', says]);
  sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top' };
}
