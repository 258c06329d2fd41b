import type { Cell, Grid, Said } from '../grid.ts';
import type { ReportEntry } from '../report.ts';
import { OfficeFileError } from '../office/office-file-error.ts';
import { type Header, findHeader } from './header.ts';
import { OWN } from './left-around.ts';
import { isPrintedTable } from './printed-tables.ts';
import { isRuleSheet } from './rule-sheets.ts';
import { INSTRUCTIONS } from '../template-sheets.ts';
import { saysScoring } from './says-scoring.ts';
import { bare } from './wording.ts';

/**
 * Picks the assessment table among a file's tables and joins those that go on with it: the next ones with the same
 * headings, or with as many columns, no headings and no text between.
 * Throws OfficeFileError `file.no-table`.
 */
export function assessmentTable(grids: readonly Grid[]): { grid: Grid; header: Header; elsewhere: Said[] } {
  const tables = grids.map((grid) => ({ grid, header: findHeader(grid) }));
  const joined = tables.flatMap(({ grid, header }, index) =>
    header ? [{ grid, header, ...withContinuations(grid, header, tables.slice(index + 1)) }] : [],
  );
  const [largest] = joined.toSorted((a, b) => b.rows.length - a.rows.length);
  if (!largest) throw new OfficeFileError('file.no-table', '');
  const others = tables.filter((each) => !largest.parts.includes(each.grid));
  const { grid, header, rows, parts } = largest;
  const read = [...parts, ...others.map((each) => each.grid).filter(isReadElsewhere)];
  const remarks = [...read.flatMap((each) => each.remarks), ...others.flatMap(leftOut)];
  const around = new Set([grid.before, parts.at(-1)?.after]);
  const paragraphs = [...new Set(grids.flatMap(({ before, after }) => [before, after]))].filter(
    (each) => !around.has(each),
  );
  const elsewhere = [
    ...others.flatMap(scoringRows),
    ...paragraphs
      .flat()
      .flatMap((text) => (text.trim() === '' || OWN.test(text) ? [] : [{ text: text.trim(), place: '表后' }])),
    ...grids.flatMap((each) => each.margins ?? []),
  ];
  return { grid: { ...grid, rows, after: parts.at(-1)?.after ?? [], remarks }, header, elsewhere };
}

interface Table {
  grid: Grid;
  header: Header | null;
}

function withContinuations(grid: Grid, header: Header, following: readonly Table[]): { rows: Cell[][]; parts: Grid[] } {
  const end = following.findIndex((next) => !goesOn(next, header));
  const parts = [grid, ...following.slice(0, end < 0 ? undefined : end).map((next) => next.grid)];
  const rows: Cell[][] = [];
  for (const part of parts) {
    const down = rows.length;
    for (const row of part.rows) rows.push(row.map((cell) => moved(cell, down)));
  }
  return { rows, parts };
}

const moved = (cell: Cell, down: number): Cell => ({
  ...cell,
  origin: { row: cell.origin.row + down, column: cell.origin.column },
});

function goesOn({ grid: next, header: own }: Table, header: Header): boolean {
  // Sheets have no text before them: two with the same headings are two tables.
  if (next.before.length === 0 || next.rows[0]?.length !== header.columns.length) return false;
  const headings = (columns: Header['columns']) => columns.map(({ heading }) => bare(heading)).join('|');
  if (own) return headings(own.columns) === headings(header.columns);
  return next.before.every((paragraph) => paragraph.trim() === '');
}

/** Whether other parts of the import read a table. */
const isReadElsewhere = (grid: Grid): boolean => isRuleSheet(grid) || isPrintedTable(grid);

/** The rows of a table of another kind that say anything of scoring: a sheet of notes, a table of grades. */
function scoringRows({ grid, header }: Table): Said[] {
  if (header || isReadElsewhere(grid) || grid.name === INSTRUCTIONS) return [];
  return grid.rows.map(rowSaid).filter(({ text }) => saysScoring(text));
}

const filledIn = (row: readonly Cell[]): Cell[] => row.filter(({ covered, text }) => !covered && text.trim() !== '');

function rowSaid(row: readonly Cell[]): Said {
  const filled = filledIn(row);
  return { text: filled.map(({ text }) => text.trim()).join('：'), place: filled[0]?.place ?? '' };
}

/** Another table to assess by must be settled; one of another kind is left aside, unless other parts of the import read it. */
function leftOut({ grid, header }: Table): ReportEntry[] {
  const { name, rows } = grid;
  const place = rows[0]?.[0]?.place ?? name;
  if (header)
    return [{ kind: 'not-understood', place, zh: '另有一张表，未读入', en: 'another table, which was not read' }];
  if (isReadElsewhere(grid) || name === INSTRUCTIONS) return [];
  const left = rows.map(rowSaid).filter(({ text }) => text !== '' && !saysScoring(text));
  const [first] = left;
  if (!first) return [];
  const isList = rows.every((row) => filledIn(row).length <= 1);
  const said = isList
    ? left.map(({ text }) => text).join('；')
    : filledIn(rows.find((row) => rowSaid(row).text === first.text) ?? [])
        .map(({ text }) => text.trim())
        .join('｜');
  return [
    {
      kind: 'left-aside',
      place,
      zh: `一张不是考核指标的表，${left.length} 行：${said}`,
      en: `a table of ${left.length} rows that is none to assess by: ${said}`,
    },
  ];
}
