import { type PlacedCell, layOut } from '../grid.ts';
import { fittingOutline } from '../import/outline-of.ts';
import { OfficeFileError } from '../office/office-file-error.ts';
import type { Outline, OutlineNode } from '../outline.ts';
import type { TableLayout } from './layout.ts';

/** Whether a laid out table, read as a stranger's, gives the outline's tree: numbers, texts, points, weights. */
export function readsBackAs({ children, points }: Outline, layout: TableLayout): boolean {
  try {
    const read = fittingOutline([
      { name: '', before: [layout.title ?? ''], rows: gridOf(layout), after: layout.notes, remarks: [] },
    ]);
    return read !== null && read.points === points && substance(read.children) === substance(children);
  } catch (error) {
    if (error instanceof OfficeFileError) return false;
    throw error;
  }
}

function gridOf({ columns, rows, rowCount }: TableLayout): ReturnType<typeof layOut> {
  const header = columns.map(({ heading }, column) => ({ row: 0, column, rowSpan: 1, colSpan: 1, text: heading }));
  const body = rows.map((cell): PlacedCell => ({ ...cell, row: cell.row + 1, colSpan: 1 }));
  return layOut([...header, ...body], { rows: rowCount + 1, columns: columns.length }, () => '');
}

const substance = (children: readonly OutlineNode[]): string => JSON.stringify(children.map(substantial));

const substantial = ({ number, text, points, counts, weight, children }: OutlineNode): unknown => [
  number,
  text,
  points,
  counts,
  weight,
  children.map(substantial),
];
