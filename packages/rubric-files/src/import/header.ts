import { type Cell, type Grid, originOf } from '../grid.ts';
import { type Role, isTotal, roleOf } from './headings.ts';
import { bare, joinLines, linesOf } from './wording.ts';

/** A column of the table; `role` null where the vocabulary knows none of its heading's words. */
export interface Column {
  index: number;
  heading: string;
  place: string;
  role: Role | null;
}

/** The header rows `from` to before `to`, and what they say of each column. */
export interface Header {
  from: number;
  to: number;
  columns: Column[];
}

const MAX_HEADER_ROWS = 5;

/** Finds the first row that reads like headings, with the rows below that belong to it; null where there is none. */
export function findHeader({ rows }: Pick<Grid, 'rows'>): Header | null {
  const from = rows.findIndex(readsLikeHeadings);
  if (from < 0) return null;
  let to = from + 1;
  while (to < rows.length && to - from < MAX_HEADER_ROWS && belongsToHeader(rows, from, to)) to += 1;
  const columns = (rows[from] ?? []).map((_, index) => columnAt(rows.slice(from, to), rows, index));
  return { from, to, columns };
}

/** Tells the rows that repeat the header, as tables do at the head of each page. */
export function headerRepeater(rows: readonly Cell[][], { from, to }: Header): (row: number) => boolean {
  const said = (row: readonly Cell[] = []) => row.map(({ text }) => bare(text)).join('|');
  const header = new Set(
    rows
      .slice(from, to)
      .map(said)
      .filter((texts) => /[^|]/.test(texts)),
  );
  return (row) => header.has(said(rows[row]));
}

function readsLikeHeadings(row: readonly Cell[]): boolean {
  const texts = row.filter(({ covered, text }) => !covered && text.trim() !== '').map(({ text }) => text);
  const roles = texts.map(roleOf).filter((role) => role !== null);
  const levels = roles.filter((role) => role === 'level' || role === 'standard');
  return roles.length >= 2 && levels.length > 0 && roles.length * 2 >= texts.length;
}

/** A row does when a heading above reaches into it, or when it names the parts of a heading above that is wider. */
function belongsToHeader(rows: readonly Cell[][], from: number, at: number): boolean {
  const row = rows[at] ?? [];
  if (row.some((cell) => cell.covered && cell.origin.row >= from && cell.origin.row < at)) return true;
  const wide = (rows[at - 1] ?? []).some(({ colSpan, covered }) => colSpan > 1 && !covered);
  return wide && readsLikeHeadings(row) && !row.some(({ text }) => isTotal(text));
}

/** The lowest heading that the vocabulary knows gives the role, the lowest of all the name. */
function columnAt(header: readonly Cell[][], rows: readonly Cell[][], index: number): Column {
  const texts = header
    .map((row) => row[index])
    .filter((cell) => cell !== undefined)
    .map((cell) => joinLines(linesOf(originOf(rows, cell).text)))
    .filter((text) => text !== '')
    .toReversed();
  const role = texts.map(roleOf).find((each) => each !== null) ?? null;
  const [lowest = '', above = lowest] = texts;
  return { index, heading: bare(lowest) === '名称' ? above : lowest, place: header[0]?.[index]?.place ?? '', role };
}
