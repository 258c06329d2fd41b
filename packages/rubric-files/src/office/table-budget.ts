import type { PlacedCell } from '../grid.ts';
import { OfficeFileError } from './office-file-error.ts';

/** More than any table that people read, and few enough to work through at once. `cells` and `text` hold for a file. */
const MAX = { rows: 3000, columns: 60, tables: 200, cells: 300_000, cellText: 32_767, text: 2_000_000 };

/** The rows and columns that the cells of one table need. Throws OfficeFileError `file.too-large`. */
export type TableBudget = (cells: readonly PlacedCell[], name: string) => { rows: number; columns: number };

/** What the tables of one file may hold, all together. */
export function tableBudget(): TableBudget {
  const spent = { tables: 0, cells: 0, text: 0 };
  return (cells, name) => {
    const size = { rows: 0, columns: 0 };
    let longest = 0;
    for (const { row, column, colSpan, text } of cells) {
      size.rows = Math.max(size.rows, row + 1);
      size.columns = Math.max(size.columns, column + colSpan);
      longest = Math.max(longest, text.length);
      spent.text += text.length;
    }
    spent.tables += 1;
    spent.cells += size.rows * size.columns;
    const wide = size.rows > MAX.rows || size.columns > MAX.columns || longest > MAX.cellText;
    const many = spent.tables > MAX.tables || spent.cells > MAX.cells || spent.text > MAX.text;
    if (wide || many) throw new OfficeFileError('file.too-large', name);
    return size;
  };
}
