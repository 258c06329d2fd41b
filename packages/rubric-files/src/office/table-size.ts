import type { PlacedCell } from '../grid.ts';
import { OfficeFileError } from './office-file-error.ts';

const MAX_ROWS = 5000;
const MAX_COLUMNS = 100;

/** The rows and columns that the cells need. Throws OfficeFileError `file.too-large` when no such table is for people. */
export function tableSize(cells: readonly PlacedCell[], name: string): { rows: number; columns: number } {
  const size = { rows: 0, columns: 0 };
  for (const { row, column, colSpan } of cells) {
    size.rows = Math.max(size.rows, row + 1);
    size.columns = Math.max(size.columns, column + colSpan);
  }
  if (size.rows > MAX_ROWS || size.columns > MAX_COLUMNS) throw new OfficeFileError('file.too-large', name);
  return size;
}
