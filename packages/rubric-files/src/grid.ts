import { OfficeFileError } from './office/office-file-error.ts';
import type { ReportEntry } from './report.ts';

/** One place of a table. A covered cell belongs to a merge, whose text stands at `origin`. */
export interface Cell {
  /** paragraphs separated by \n */
  text: string;
  /** `表1 第3行第2列` or `Sheet1!B3` */
  place: string;
  rowSpan: number;
  colSpan: number;
  covered: boolean;
  origin: { row: number; column: number };
}

/** A table as office software shows it: every row has the same number of cells. */
export interface Grid {
  name: string;
  /** the paragraphs around the table, empty ones too: its title and its notes are among them */
  before: string[];
  rows: Cell[][];
  after: string[];
  /** what the reader saw and people should know of: hidden rows, tables inside cells … */
  remarks: ReportEntry[];
  /** what stands in the file outside its tables and paragraphs: page headers, footnotes, comments … */
  margins?: Said[];
}

/** A text of a file, and where it stands, as a report has it. */
export interface Said {
  text: string;
  place: string;
}

/** A cell that holds something, before merges and gaps are worked out. Rows and columns count from 0. */
export interface PlacedCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  text: string;
}

/**
 * Lays cells out on a full grid; no merge reaches beyond `rows` and `columns`.
 * Throws OfficeFileError `file.malformed` when merges cover more than the grid has.
 */
export function layOut(
  cells: readonly PlacedCell[],
  size: { rows: number; columns: number },
  placeOf: (row: number, column: number) => string,
): Cell[][] {
  const grid = Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (_, column) => emptyCell(row, column, placeOf(row, column))),
  );
  const taken = new Set<Cell>();
  let area = size.rows * size.columns;
  for (const cell of cells) {
    const origin = grid[cell.row]?.[cell.column];
    if (!origin || taken.has(origin)) continue;
    origin.text = cell.text;
    origin.rowSpan = Math.min(cell.rowSpan, size.rows - cell.row);
    origin.colSpan = Math.min(cell.colSpan, size.columns - cell.column);
    area -= origin.rowSpan * origin.colSpan;
    if (area < 0) throw new OfficeFileError('file.malformed', origin.place);
    cover(grid, origin, taken);
  }
  return grid;
}

function cover(grid: Cell[][], origin: Cell, taken: Set<Cell>): void {
  const { row, column } = origin.origin;
  for (const line of grid.slice(row, row + origin.rowSpan)) {
    for (const cell of line.slice(column, column + origin.colSpan)) {
      taken.add(cell);
      if (cell === origin) continue;
      cell.covered = true;
      cell.origin = origin.origin;
    }
  }
}

const emptyCell = (row: number, column: number, place: string): Cell => ({
  text: '',
  place,
  rowSpan: 1,
  colSpan: 1,
  covered: false,
  origin: { row, column },
});

/** The cell whose text shows at a place: the cell itself, or the origin of the merge that covers it. */
export function originOf(rows: readonly Cell[][], cell: Cell): Cell {
  return rows[cell.origin.row]?.[cell.origin.column] ?? cell;
}
