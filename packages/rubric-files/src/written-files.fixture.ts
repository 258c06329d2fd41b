import ExcelJS from '@protobi/exceljs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

/** A cell as a clerk makes it; those that a merge covers are left out of their row. */
export interface WrittenCell {
  text: string | number;
  rowSpan?: number;
  colSpan?: number;
  /** a number format of the sheet, e.g. 0% */
  format?: string;
}

export interface WrittenTable {
  before?: string[];
  rows: (WrittenCell | string | number)[][];
  after?: string[];
}

const cellOf = (cell: WrittenCell | string | number): WrittenCell => (typeof cell === 'object' ? cell : { text: cell });

/** A text document with the tables one after another, each between its paragraphs. */
export async function writtenDocx(...tables: WrittenTable[]): Promise<Uint8Array> {
  const children = tables.flatMap(({ before = [], rows, after = [] }) => [
    ...before.map((text) => new Paragraph(text)),
    new Table({ rows: rows.map((row) => new TableRow({ children: row.map((cell) => docxCell(cellOf(cell))) })) }),
    ...after.map((text) => new Paragraph(text)),
  ]);
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

function docxCell({ text, rowSpan = 1, colSpan = 1 }: WrittenCell): TableCell {
  const paragraphs = String(text)
    .split('\n')
    .map((line) => new Paragraph({ children: [new TextRun(line)] }));
  return new TableCell({ children: paragraphs, rowSpan, columnSpan: colSpan });
}

/** A workbook with one sheet: the paragraphs before and after stand in merged rows, as offices have it. */
export async function writtenXlsx(
  { before = [], rows, after = [] }: WrittenTable,
  name = 'Sheet1',
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  const width = (rows[0] ?? []).reduce<number>((sum, cell) => sum + (cellOf(cell).colSpan ?? 1), 0);
  const wide = (text: string) => [{ text, colSpan: width }];
  const taken = new Set<string>();
  [...before.map(wide), ...rows, ...after.map(wide)].forEach((row, index) => {
    let column = 1;
    for (const cell of row.map(cellOf)) {
      while (taken.has(`${index + 1} ${column}`)) column += 1;
      place(sheet, index + 1, column, cell, taken);
    }
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function place(sheet: ExcelJS.Worksheet, row: number, column: number, cell: WrittenCell, taken: Set<string>): void {
  const { text, rowSpan = 1, colSpan = 1, format } = cell;
  const target = sheet.getCell(row, column);
  if (text !== '') target.value = text;
  if (format) target.numFmt = format;
  for (let down = 0; down < rowSpan; down += 1)
    for (let across = 0; across < colSpan; across += 1) taken.add(`${row + down} ${column + across}`);
  if (rowSpan > 1 || colSpan > 1) sheet.mergeCells(row, column, row + rowSpan - 1, column + colSpan - 1);
}
