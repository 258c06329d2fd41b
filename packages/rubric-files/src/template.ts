import ExcelJS from '@protobi/exceljs';
import { INSTRUCTIONS, RULE_SHEETS, TABLE, type TemplateColumn, type TemplateSheet } from './template-sheets.ts';

const TITLE = '（在此填写表的名称）';
const LAST_ROW = 500;
const LINE = { style: 'thin' } as const;

const GENERAL = [
  '表名写在第一张工作表第一行。',
  '不要使用公式，请填写数值。',
  '不要增加宏，不要引用其他工作簿，不要设置密码。',
  '备注写在表格最后一行之下，以“备注：”开头。',
  '用不到的工作表空着即可，不要改动表头和工作表的名称。',
];

/**
 * An empty .xlsx for clerks: the table with lists to choose from on the first sheet, the rules that a list cannot hold on
 * sheets of their own, on the last how to fill it in. Filled in, it is imported without any guess.
 */
export async function writeTemplate(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  writeTable(workbook.addWorksheet(TABLE.name));
  for (const sheet of RULE_SHEETS) writeColumns(workbook.addWorksheet(sheet.name), sheet, 1);
  writeInstructions(workbook.addWorksheet(INSTRUCTIONS));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeTable(sheet: ExcelJS.Worksheet): void {
  writeColumns(sheet, TABLE, 2);
  const title = sheet.getCell(1, 1);
  title.value = TITLE;
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  title.font = { size: 16, bold: true };
  sheet.mergeCells(1, 1, 1, TABLE.columns.length);
}

function writeColumns(sheet: ExcelJS.Worksheet, { columns }: TemplateSheet, header: number): void {
  sheet.columns = columns.map(({ width }) => ({ width }));
  columns.forEach((column, index) => writeColumn(sheet, index + 1, column, header));
  sheet.views = [{ state: 'frozen', ySplit: header }];
}

function writeColumn(sheet: ExcelJS.Worksheet, index: number, column: TemplateColumn, header: number): void {
  const head = sheet.getCell(header, index);
  head.value = column.heading;
  head.font = { bold: true };
  const validation = validationOf(column);
  for (let row = header; row <= LAST_ROW; row += 1) {
    const cell = sheet.getCell(row, index);
    cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
    cell.alignment = { wrapText: true, vertical: 'middle' };
    if (validation && row > header) cell.dataValidation = validation;
  }
}

function validationOf({ heading, choice, number }: TemplateColumn): ExcelJS.DataValidation | null {
  const told = { allowBlank: true, showErrorMessage: true, errorTitle: heading };
  if (choice) return { ...told, type: 'list', formulae: [`"${choice.join(',')}"`], error: '请从列表中选择' };
  if (number === 'positive')
    return { ...told, type: 'decimal', operator: 'greaterThan', formulae: [0], error: '请填写大于零的数' };
  if (number === 'any')
    return { ...told, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], error: '请填写数' };
  return null;
}

function writeInstructions(sheet: ExcelJS.Worksheet): void {
  sheet.columns = [{ width: 14 }, { width: 24 }, { width: 80 }];
  sheet.addRow(['工作表', '列', '怎样填写']).font = { bold: true };
  // With its number in front, no row of these reads like the headings of a table.
  [TABLE, ...RULE_SHEETS].forEach(({ name, columns }, at) => {
    for (const { heading, says } of columns) sheet.addRow([`${at + 1}. ${name}`, heading, says]);
  });
  for (const says of GENERAL) sheet.addRow(['全部', '', says]);
  sheet.getColumn(3).alignment = { wrapText: true, vertical: 'top' };
}
