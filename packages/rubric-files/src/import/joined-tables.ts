import type { Cell, Grid } from '../grid.ts';
import type { ReportEntry } from '../report.ts';
import { OfficeFileError } from '../office/office-file-error.ts';
import { type Header, findHeader } from './header.ts';
import { bare } from './wording.ts';

/**
 * Picks the assessment table among a file's tables and joins those that go on with it: the next ones with the same
 * headings, or with as many columns, no headings and no text between.
 * Throws OfficeFileError `file.no-table`.
 */
export function assessmentTable(grids: readonly Grid[]): { grid: Grid; header: Header } {
  const found = grids.flatMap((grid) => {
    const header = findHeader(grid);
    return header ? [{ grid, header }] : [];
  });
  const joined = found.map(({ grid, header }) => ({ grid, header, ...withContinuations(grid, header, grids) }));
  const [largest] = joined.toSorted((a, b) => b.rows.length - a.rows.length);
  if (!largest) throw new OfficeFileError('file.no-table', '');
  const others = found.map(({ grid }) => grid).filter((grid) => !largest.parts.includes(grid));
  const { grid, header, rows, parts } = largest;
  const remarks = [...parts.flatMap((part) => part.remarks), ...others.map(leftOut)];
  return { grid: { ...grid, rows, after: parts.at(-1)?.after ?? [], remarks }, header };
}

function withContinuations(grid: Grid, header: Header, grids: readonly Grid[]): { rows: Cell[][]; parts: Grid[] } {
  const parts = [grid];
  for (const next of grids.slice(grids.indexOf(grid) + 1)) {
    if (!goesOn(next, header)) break;
    parts.push(next);
  }
  let rows: Cell[][] = [];
  for (const part of parts) rows = [...rows, ...part.rows.map((row) => row.map((cell) => moved(cell, rows.length)))];
  return { rows, parts };
}

const moved = (cell: Cell, down: number): Cell => ({
  ...cell,
  origin: { row: cell.origin.row + down, column: cell.origin.column },
});

function goesOn(next: Grid, header: Header): boolean {
  // Sheets have no text before them: two with the same headings are two tables.
  if (next.before.length === 0 || next.rows[0]?.length !== header.columns.length) return false;
  const own = findHeader(next);
  const headings = (columns: Header['columns']) => columns.map(({ heading }) => bare(heading)).join('|');
  if (own) return headings(own.columns) === headings(header.columns);
  return next.before.every((paragraph) => paragraph.trim() === '');
}

const leftOut = ({ name, rows }: Grid): ReportEntry => ({
  kind: 'not-understood',
  place: rows[0]?.[0]?.place ?? name,
  zh: '另有一张表，未读入',
  en: 'another table, which was not read',
});
