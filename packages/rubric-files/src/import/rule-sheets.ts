import { type Cell, type Grid, originOf } from '../grid.ts';
import type { GradeRow, MeasureRow, RateRow, RuleSheets } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { GRADES, MEASURES, RATES, RULE_SHEETS, type RuleColumn, type RuleSheet } from '../template-sheets.ts';
import { gradeFaults } from './grade-rows.ts';
import { limitOf, readLimit } from './measure-limit.ts';
import { measureFaults, openBands } from './measure-rows.ts';
import { lineNumber, readCell, rowNotRead } from './template-cell.ts';
import { bare, narrow } from './wording.ts';

/** A row of a sheet of rules that can be used: what its columns say, '' where one that may be is empty. */
interface ReadRow<Key extends string> {
  values: Record<Key, string>;
  place: string;
  said: string;
}

/** The rules on the sheets of a filled template; null where the file has none of them. */
export function ruleSheets(grids: readonly Grid[]): Omit<RuleSheets, 'lines'> | null {
  if (!grids.some(isRuleSheet)) return null;
  const report: ReportEntry[] = [];
  const read = <Key extends string>(sheet: RuleSheet<Key>): ReadRow<Key>[] =>
    grids.filter((grid) => isSheet(grid, sheet)).flatMap((grid) => rowsOf(grid, sheet, report));
  const grades = read(GRADES).map(gradeOf);
  const listed = read(RATES).map(rateOf);
  const doubled = listed.filter((rate, at) => firstLike(listed, rate) < at);
  const rates = listed.filter((rate) => !doubled.includes(rate));
  const measures = read(MEASURES).map(measureOf);
  const unclear = measureFaults(measures);
  const left = new Set(unclear.map(({ place }) => place));
  const bands = measures.filter(({ place }) => !left.has(place));
  return {
    grades,
    rates,
    measures: bands,
    report: [...report, ...doubled.map(rateTwice), ...gradeFaults(grades), ...unclear, ...openBands(bands)],
  };
}

/** Whether a sheet is one of the template's that say the rules. */
export const isRuleSheet = (grid: Grid): boolean => RULE_SHEETS.some((sheet) => isSheet(grid, sheet));

/** By all its headings, or, where some were changed, by its name. */
function isSheet({ name, rows }: Grid, { name: own, columns }: RuleSheet): boolean {
  const headings = new Set(rows[0]?.map(({ text }) => bare(text)));
  const known = columns.filter(({ heading }) => headings.has(bare(heading)));
  return known.length === columns.length || (bare(name) === own && known.length > 0);
}

/** The rows below the headings; what cannot be used is reported, cell by cell, with all that its row holds. */
function rowsOf<Key extends string>(grid: Grid, sheet: RuleSheet<Key>, report: ReportEntry[]): ReadRow<Key>[] {
  const columnAt = grid.rows[0]!.map(({ text }) => sheet.columns.find(({ heading }) => bare(heading) === bare(text)));
  return grid.rows.slice(1).flatMap((row) => {
    const filled = row.filter(({ covered, text }) => !covered && text.trim() !== '');
    if (filled.length === 0) return [];
    const said = filled.map(({ text }) => text.trim()).join('｜');
    const faults = filled.filter((cell) => !columnAt[cell.origin.column]).map(besideColumns);
    const cells = new Map(columnAt.map((column, at) => [column, shown(grid, row[at]!)]));
    const read = valuesOf(sheet, cells, row[0]!);
    report.push(...faults, ...read.faults.map((fault) => ({ ...fault, ...rowNotRead(fault, said) })));
    return read.faults.length > 0 ? [] : [{ values: read.values, place: row[0]!.place, said }];
  });
}

/** A cell that a merge covers says what the merge does. */
const shown = ({ rows }: Grid, cell: Cell): Cell => ({ ...cell, text: originOf(rows, cell).text.trim() });

type Cells = ReadonlyMap<RuleColumn | undefined, Cell>;

function valuesOf<Key extends string>(
  { columns }: RuleSheet<Key>,
  cells: Cells,
  first: Cell,
): { values: Record<Key, string>; faults: ReportEntry[] } {
  const faults: ReportEntry[] = [];
  const unit = unitOf(columns, cells);
  const entries = columns.map((column) => {
    const { text, place } = cells.get(column) ?? { text: '', place: first.place };
    if (text === '' && !column.optional) faults.push(empty(column, place));
    if (text === '') return [column.key, ''];
    if (column.key === 'unit') return [column.key, unit];
    if (column.key === 'line') return [column.key, lineNumber(text)];
    const reading = column.key === 'from' ? readLimit(column, text, unit) : readCell(column, text, unit);
    if ('fault' in reading) faults.push({ kind: 'not-understood', place, ...reading.fault });
    return [column.key, 'fault' in reading ? '' : reading.value];
  });
  if (unit !== '') entries.push(['unit', unit]);
  return { values: Object.fromEntries(entries) as Record<Key, string>, faults };
}

/** The unit that a row names, or that its number bears. */
function unitOf(columns: readonly RuleColumn[], cells: Cells): string {
  const textOf = (wanted: (column: RuleColumn) => boolean) =>
    narrow(cells.get(columns.find(wanted))?.text ?? '').trim();
  const named = textOf(({ key }) => key === 'unit');
  return named === '' && textOf(({ unit }) => unit === 'row').endsWith('%') ? '%' : named;
}

const gradeOf = ({ values, ...row }: ReadRow<'title' | 'ofLine' | 'ofTotal'>): GradeRow => ({
  ...row,
  title: values.title,
  ofLine: values.ofLine || null,
  ofTotal: values.ofTotal || null,
});

const rateOf = ({ values, ...row }: ReadRow<'line' | 'title' | 'sign' | 'points' | 'most'>): RateRow => ({
  ...row,
  line: values.line,
  title: values.title,
  adds: values.sign === '加',
  points: values.points,
  most: values.most || null,
});

/** Where a case of a line comes first: two rows of one case would charge it twice. */
const firstLike = (rates: readonly RateRow[], { line, title, adds }: RateRow): number =>
  rates.findIndex((rate) => rate.line === line && rate.title === title && rate.adds === adds);

const rateTwice = ({ place, line, title, said }: RateRow): ReportEntry => ({
  kind: 'not-understood',
  place,
  ...rowNotRead({ zh: `序号 ${line} 前面已有“${title}”一行`, en: `line ${line} has a row of “${title}” above` }, said),
});

const measureOf = ({ values, ...row }: ReadRow<'line' | 'title' | 'unit' | 'from' | 'points'>): MeasureRow => {
  const { from, ...said } = values;
  return { ...row, ...said, ...limitOf(from) };
};

const empty = ({ heading, choice }: RuleColumn, place: string): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `“${heading}”没有填${choice ? `，可选：${choice.join('、')}` : ''}`,
  en: `${heading} is empty${choice ? `; to choose from: ${choice.join(', ')}` : ''}`,
});

const besideColumns = ({ text, place }: Cell): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `“${text.trim()}”不在任何一栏之下`,
  en: `“${text.trim()}” stands under none of the columns`,
});
