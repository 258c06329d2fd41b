import ExcelJS from '@protobi/exceljs';
import type { Outline } from '../outline.ts';
import type { TableLayout } from './layout.ts';
import { type Appendix, NOTHING_AROUND, type Surroundings } from './surroundings.ts';
import { tableLayout } from './table-layout.ts';

/** Where a font is not installed, its family and character set (GB 2312) tell office software what to take instead. */
const BODY = { name: '仿宋', family: 1, charset: 134, size: 11 };
const TITLE = { name: '方正小标宋简体', family: 1, charset: 134, size: 18 };
const WIDTHS = { level: 18, leaf: 60, figure: 8, extra: 30 };
/** Characters across a page of an appendix. */
const ACROSS = 140;
const A4 = 9;

/**
 * The outline as a workbook, laid out like a printed annex on A4 across, the header of the table on every page, what
 * stands around it on sheets of its own. Importing it again gives an equal outline.
 */
export async function writeXlsx(outline: Outline, around: Surroundings = NOTHING_AROUND): Promise<Uint8Array> {
  const layout = tableLayout(outline);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('考核指标');
  sheet.columns = layout.columns.map(({ kind }) => ({ width: WIDTHS[kind] }));
  const header = layout.title === null ? 1 : 2;
  if (layout.title !== null) writeAcross(sheet, 1, layout, layout.title, { font: TITLE, horizontal: 'center' });
  writeTable(sheet, header, layout);
  layout.notes.forEach((note, index) => {
    writeAcross(sheet, header + layout.rowCount + index + 1, layout, note, { font: BODY, horizontal: 'left' });
  });
  setPage(sheet, header, around.imprint);
  for (const appendix of around.appendices) writeAppendix(workbook, appendix, around.imprint);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeTable(sheet: ExcelJS.Worksheet, header: number, { columns, rows, rowCount }: TableLayout): void {
  for (let row = header; row <= header + rowCount; row += 1) {
    columns.forEach(({ kind }, column) => {
      const centred = row === header || kind === 'figure' || kind === 'level';
      frame(sheet.getCell(row, column + 1), row === header, centred);
    });
  }
  columns.forEach(({ heading }, column) => {
    sheet.getCell(header, column + 1).value = heading;
  });
  const isFigure = (column: number) => columns[column]?.kind === 'figure';
  for (const { row, column, rowSpan, text } of rows) {
    const first = header + 1 + row;
    sheet.getCell(first, column + 1).value = isFigure(column) && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    if (rowSpan > 1) sheet.mergeCells(first, column + 1, first + rowSpan - 1, column + 1);
  }
}

const LINE = { style: 'thin' } as const;

function frame(cell: ExcelJS.Cell, bold: boolean, centred: boolean): void {
  cell.font = { ...BODY, bold };
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal: centred ? 'center' : 'left' };
  cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
}

/** Sheets are named by what the title says behind 附录; names have no brackets and at most 31 characters. */
function writeAppendix(workbook: ExcelJS.Workbook, { title, columns, rows }: Appendix, imprint: string | null): void {
  const sheet = workbook.addWorksheet(title.replace(/^附录\s*|（.*$/g, '').slice(0, 31));
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  sheet.columns = columns.map(({ share }) => ({ width: Math.round((ACROSS * share) / whole) }));
  [columns.map(({ heading }) => heading), ...rows].forEach((texts, row) =>
    texts.forEach((text, column) => {
      const cell = sheet.getCell(row + 1, column + 1);
      cell.value = text;
      frame(cell, row === 0, row === 0);
    }),
  );
  setPage(sheet, 1, imprint);
}

function writeAcross(
  sheet: ExcelJS.Worksheet,
  row: number,
  { columns }: TableLayout,
  text: string,
  { font, horizontal }: { font: Partial<ExcelJS.Font>; horizontal: 'center' | 'left' },
): void {
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.font = font;
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal };
  sheet.mergeCells(row, 1, row, columns.length);
  // Office software fits the height of a row to its text, but not of one that is merged.
  const across = columns.reduce((sum, { kind }) => sum + WIDTHS[kind], 0);
  const size = font.size ?? BODY.size;
  sheet.getRow(row).height = Math.ceil((text.length * 2 * size) / (BODY.size * across)) * size * 1.6;
}

function setPage(sheet: ExcelJS.Worksheet, header: number, imprint: string | null): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${header}:${header}`,
  };
  sheet.views = [{ state: 'frozen', ySplit: header }];
  // In a footer & begins a field, and a digit right behind &8 would belong to the size.
  if (imprint !== null) sheet.headerFooter.oddFooter = `&L&8 ${imprint.replaceAll('&', '&&')}&R&8 第 &P 页，共 &N 页`;
}
