import {
  AlignmentType,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';

const LATIN = 'Times New Roman';
/**
 * Fonts are named and not shipped: where one is missing, office software takes its own for the script. The hint makes
 * quotation marks, which both scripts have, Chinese ones.
 */
export const font = (eastAsia: string) => ({ eastAsia, ascii: LATIN, hAnsi: LATIN, hint: 'eastAsia' });
export const BODY: IRunOptions = { font: font('仿宋'), size: 24 };

/** A table as wide as `width`, in twentieths of a point. Cells that a merge covers are left out of `cells`. */
export interface DocxTable {
  width: number;
  columns: { heading: string; share: number; centred: boolean }[];
  cells: readonly { row: number; column: number; rowSpan: number; text: string }[];
  rowCount: number;
  run: IRunOptions;
}

/** A table whose header stands on every page and whose rows do not break over two. */
export function docxTable({ width, columns, cells, rowCount, run }: DocxTable): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }) => cellOf(heading, 1, true, { ...run, bold: true })),
  });
  const covered = coveredBy(cells);
  const cellAt = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const body = Array.from({ length: rowCount }, (_, row) => {
    const shown = columns.map(({ centred }, column) => {
      const cell = cellAt.get(`${row} ${column}`);
      if (!cell && covered.has(`${row} ${column}`)) return null;
      return cellOf(cell?.text ?? '', cell?.rowSpan ?? 1, centred, run);
    });
    return new TableRow({ cantSplit: true, children: shown.filter((cell) => cell !== null) });
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map(({ share }) => Math.round((width * share) / whole)),
    rows: [header, ...body],
  });
}

/** The places below the first of each merge. */
const coveredBy = (cells: DocxTable['cells']): Set<string> =>
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

export const line = (text: string, run: IRunOptions, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Paragraph({ alignment, children: [new TextRun({ ...run, text })] });
