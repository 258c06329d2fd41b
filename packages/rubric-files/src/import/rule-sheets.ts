import type { Cell, Grid } from '../grid.ts';
import type { GradeRow, MeasureRow, RateRow, RuleSheets } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { RULE_SHEETS, type TemplateSheet } from '../template-sheets.ts';
import { bare, narrow } from './wording.ts';

/** A row below a sheet's headings: its cells in the order of the columns, and where it stands. */
interface Row {
  cells: string[];
  place: string;
}

/** The rules on the sheets of a filled template; null where the file has none of them. */
export function ruleSheets(grids: readonly Grid[]): RuleSheets | null {
  const found = RULE_SHEETS.map((sheet) => grids.find((grid) => isSheet(grid, sheet)));
  if (found.every((grid) => grid === undefined)) return null;
  const [grades, rates, measures] = found.map((grid, at) => rowsOf(grid, RULE_SHEETS[at]!));
  const read = [parted(grades!, gradeOf), parted(rates!, rateOf), parted(measures!, measureOf)] as const;
  return {
    grades: read[0].read,
    rates: read[1].read,
    measures: read[2].read,
    report: read.flatMap(({ unread }) => unread.map(notUnderstood)),
  };
}

const isSheet = ({ rows }: Grid, { columns }: TemplateSheet): boolean =>
  columns.every(({ heading }, at) => bare(rows[0]?.[at]?.text ?? '') === bare(heading));

const rowsOf = (grid: Grid | undefined, { columns }: TemplateSheet): Row[] =>
  (grid?.rows ?? []).slice(1).flatMap((row: readonly Cell[]) => {
    const cells = columns.map((_, at) => narrow(row[at]?.text ?? '').trim());
    return cells.every((text) => text === '') ? [] : [{ cells, place: row[0]?.place ?? '' }];
  });

function parted<T>(rows: readonly Row[], read: (row: Row) => T | null): { read: T[]; unread: Row[] } {
  const all = rows.map((row) => ({ row, read: read(row) }));
  return {
    read: all.flatMap((each) => (each.read === null ? [] : [each.read])),
    unread: all.filter((each) => each.read === null).map(({ row }) => row),
  };
}

const NUMBER = /^\d{1,9}(\.\d{1,6})?$/;
const numberIn = (text = ''): string | null => {
  const plain = text.replace(/[分%]$/, '');
  return NUMBER.test(plain) ? plain : null;
};

function gradeOf({ cells: [title = '', line, total], place }: Row): GradeRow | null {
  const [ofLine, ofTotal] = [numberIn(line), numberIn(total)];
  return title === '' || (ofLine === null && ofTotal === null) ? null : { title, ofLine, ofTotal, place };
}

function rateOf({ cells: [line = '', title = '', sign, each, most], place }: Row): RateRow | null {
  const points = numberIn(each);
  if (line === '' || title === '' || points === null || (sign !== '扣' && sign !== '加')) return null;
  return { line, title, adds: sign === '加', points, most: numberIn(most), place };
}

function measureOf({ cells: [line = '', title = '', unit = '', least, gives], place }: Row): MeasureRow | null {
  const [from, points] = [numberIn(least), numberIn(gives)];
  return line === '' || title === '' || from === null || points === null
    ? null
    : { line, title, unit, from, points, place };
}

const notUnderstood = ({ cells, place }: Row): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `“${cells.filter((text) => text !== '').join('｜')}”没有填全，或不是数`,
  en: 'a row that is not complete, or has something else where a number belongs',
});
