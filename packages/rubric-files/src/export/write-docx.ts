import {
  AlignmentType,
  Document,
  type IRunOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Outline } from '../outline.ts';
import type { LayoutCell, TableLayout } from './layout.ts';
import { tableLayout } from './table-layout.ts';

const LATIN = 'Times New Roman';
/**
 * Fonts are named and not shipped: where one is missing, office software takes its own for the script. The hint makes
 * quotation marks, which both scripts have, Chinese ones.
 */
const font = (eastAsia: string) => ({ eastAsia, ascii: LATIN, hAnsi: LATIN, hint: 'eastAsia' });
const BODY: IRunOptions = { font: font('仿宋'), size: 24 };
const TITLE: IRunOptions = { font: font('方正小标宋简体'), size: 44 };
/** Twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = 1134;
const WIDTHS = { level: 3, leaf: 9, figure: 1.4, extra: 3 };

/** The outline as a text document on A4, laid out like a printed annex. Importing it again gives an equal outline. */
export async function writeDocx(outline: Outline): Promise<Uint8Array> {
  const layout = tableLayout(outline);
  const landscape = layout.columns.length > 5;
  const size = { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT };
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  const width = (landscape ? A4.height : A4.width) - 2 * MARGIN;
  const title = layout.title === null ? [] : [line(layout.title, TITLE, AlignmentType.CENTER)];
  const notes = layout.notes.map((note) => line(note, BODY, AlignmentType.LEFT));
  const children = [...title, tableOf(layout, width), ...notes];
  const document = new Document({ sections: [{ properties: { page: { size, margin } }, children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

function tableOf({ columns, rows, rowCount }: TableLayout, width: number): Table {
  const shares = columns.map(({ kind }) => WIDTHS[kind]);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const header = new TableRow({
    tableHeader: true,
    children: columns.map(({ heading }) => cellOf(heading, 1, true, { ...BODY, bold: true })),
  });
  const covered = coveredBy(rows);
  const cellAt = new Map(rows.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const body = Array.from({ length: rowCount }, (_, row) => {
    const cells = columns.map(({ kind }, column) => {
      const cell = cellAt.get(`${row} ${column}`);
      if (!cell && covered.has(`${row} ${column}`)) return null;
      return cellOf(cell?.text ?? '', cell?.rowSpan ?? 1, kind === 'figure' || kind === 'level', BODY);
    });
    return new TableRow({ cantSplit: true, children: cells.filter((cell) => cell !== null) });
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((width * share) / whole)),
    rows: [header, ...body],
  });
}

/** The places below the first of each merge. */
const coveredBy = (cells: readonly LayoutCell[]): Set<string> =>
  new Set(
    cells.flatMap(({ row, column, rowSpan }) =>
      Array.from({ length: rowSpan - 1 }, (_, below) => `${row + below + 1} ${column}`),
    ),
  );

function cellOf(text: string, rowSpan: number, centred: boolean, run: IRunOptions): TableCell {
  const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map((each) => line(each, run, alignment)),
  });
}

const line = (text: string, run: IRunOptions, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Paragraph({ alignment, children: [new TextRun({ ...run, text })] });
