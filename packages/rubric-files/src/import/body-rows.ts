import { type Cell, type Grid, originOf } from '../grid.ts';
import { readChineseNumeral } from '../office/chinese-numeral.ts';
import { type Header, headerRepeater } from './header.ts';
import { isNote, isSignature, isTotal } from './headings.ts';
import { type Marker, markerOf } from './numbering.ts';
import { takeWorth } from './points.ts';
import { bare, joinLines, linesOf } from './wording.ts';

/** A row below the header, by what it is for. `section` rows name a part of the table across its whole width. */
export type BodyRow =
  | { kind: 'entry'; row: number }
  | { kind: 'section'; row: number; cell: Cell; style: Marker['style'] | null }
  | { kind: 'total'; row: number; cell: Cell }
  | { kind: 'note'; row: number; text: string };

/** Sorts the rows below the header; empty rows and repeated headers are left out. */
export function bodyRows(grid: Pick<Grid, 'rows'>, header: Header): BodyRow[] {
  const sorted: BodyRow[] = [];
  const repeatsHeader = headerRepeater(grid.rows, header);
  for (let row = header.to; row < grid.rows.length; row += 1) {
    if (repeatsHeader(row)) continue;
    const filled = filledCells(grid.rows[row] ?? []);
    const [first] = filled;
    if (!first) continue;
    const noted = sorted.at(-1)?.kind === 'note' && filled.length === 1;
    const title = sectionTitle(header, filled);
    if (isTotal(first.text) || (sorted.length > 0 && isFigureRow(grid.rows[row] ?? [], header, filled)))
      sorted.push({ kind: 'total', row, cell: first });
    else if (filled.length <= 2 && (isNote(first.text) || noted || isSigned(filled) || isBesideTree(header, filled)))
      sorted.push(noteRow(row, filled));
    else if (isSection(grid.rows, header, row, title, filled.length)) sorted.push(sectionRow(row, title));
    else sorted.push({ kind: 'entry', row });
  }
  return sorted.map((each, at) =>
    each.kind === 'section' && namesNothing(sorted.slice(at + 1)) ? asNote(each) : each,
  );
}

/** What stands below the last line across the whole width is the title of nothing. */
const namesNothing = (below: readonly BodyRow[]): boolean => !below.some(({ kind }) => kind === 'entry');

const asNote = ({ row, cell }: { row: number; cell: Cell }): BodyRow => ({ kind: 'note', row, text: cell.text });

const filledCells = (row: readonly Cell[]): Cell[] => row.filter(({ covered, text }) => !covered && text.trim() !== '');

const noteRow = (row: number, filled: readonly Cell[]): BodyRow => {
  const [label = '', ...rest] = filled.map(({ text }) => text);
  return { kind: 'note', row, text: rest.length > 0 ? `${label.trim()}：${rest.join('')}` : label };
};

const isSigned = (filled: readonly Cell[]): boolean => filled.every(({ text }) => isSignature(text));

/** A row of figures of points alone, under no title: the sums of the columns. */
function isFigureRow(row: readonly Cell[], { columns }: Header, filled: readonly Cell[]): boolean {
  const roleAt = ({ origin }: Cell) => columns[origin.column]?.role;
  const open = row.filter((cell) => /^(level|standard)$/.test(roleAt(cell) ?? ''));
  return open.every(({ covered }) => !covered) && filled.every((cell) => /^(points|weight)$/.test(roleAt(cell) ?? ''));
}

/** The title of a row that begins with 一, 二 … under 序号 is what stands across the row behind it. */
function sectionTitle({ columns }: Header, [first, second, ...rest]: readonly Cell[]): Cell {
  const numbered = columns[first!.origin.column]?.role === 'ordinal' && readChineseNumeral(bare(first!.text)) !== null;
  return numbered && second !== undefined && second.colSpan > 1 && rest.length === 0 ? second : first!;
}

/** A sentence that stands alone under 序号 is no line: nothing of the row is. */
const isBesideTree = ({ columns }: Header, [first, ...rest]: readonly Cell[]): boolean =>
  first !== undefined &&
  rest.length === 0 &&
  first.colSpan === 1 &&
  columns[first.origin.column]?.role === 'ordinal' &&
  /\p{Script=Han}{2}/u.test(first.text);

const sectionRow = (row: number, cell: Cell): BodyRow => ({
  kind: 'section',
  row,
  cell,
  style: markerOf(joinLines(linesOf(cell.text)))?.style ?? null,
});

/**
 * A section's title is merged across all columns of levels; or it stands alone in its row, numbered 一、 or worth
 * points, and the row below begins anew where it stands.
 */
function isSection(rows: readonly Cell[][], header: Header, row: number, cell: Cell, filled: number): boolean {
  const levels = header.columns.filter(({ role }) => role === 'level' || role === 'standard');
  const shown = levels.map(({ index }) => rows[row]?.[index]).filter((each) => each !== undefined);
  if (cell.colSpan > 1 && shown.every((each) => originOf(rows, each) === cell)) return true;
  const alone = filled === 1 && cell.rowSpan === 1 && !rows[row]?.some(({ covered }) => covered);
  const title = joinLines(linesOf(cell.text));
  const announced = markerOf(title)?.style.startsWith('chinese') ?? takeWorth(title).worth.points !== null;
  return alone && announced && (rows[row + 1]?.[cell.origin.column]?.text ?? '').trim() !== '';
}
