import type { Cell, Grid } from '../grid.ts';
import { chineseNumeral } from '../office/chinese-numeral.ts';
import { OfficeFileError } from '../office/office-file-error.ts';
import { readOffice } from '../office/read-office.ts';
import { type Outline, type OutlineNode, nodesOf } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { countAnnounced } from './announced.ts';
import { settleCounting } from './counting.ts';
import { type BesideColumn, innermostByRow, putCounting, putExtra, putNumbers, putWorth } from './beside.ts';
import { type BodyRow, bodyRows } from './body-rows.ts';
import { valuesOf } from './column-values.ts';
import { type TableColumns, columnsOf } from './columns.ts';
import { type Draft, draftsOf } from './draft.ts';
import type { Column, Header } from './header.ts';
import { leftAround } from './left-around.ts';
import { assessmentTable } from './joined-tables.ts';
import { numbersOf, printedNumbers } from './numbers.ts';
import { type Explicitness, TEMPLATE_LINES, explicitnessOf } from './printed-ids.ts';
import { addedUp, printedTables } from './printed-tables.ts';
import { repeatedLines } from './repeated-lines.ts';
import { ruleSheets } from './rule-sheets.ts';
import { checkSums, derivePoints } from './sums.ts';
import { sortedSaid } from './says-scoring.ts';
import { noteText, notesOf, sayingBefore, titleOf } from './surroundings.ts';
import { numberLines, wayFaults } from './template-table.ts';
import { type ScoredTable, checkTotals } from './totals.ts';
import { type DraftTree, buildTree } from './tree.ts';
import { understood } from './understood.ts';
import { countsByWeights, settleWeights, unusedWeights, weightsInPercent } from './settled-weights.ts';

/**
 * Reads the assessment table out of a .docx or .xlsx from untrusted hands.
 * Throws OfficeFileError: a file that is not opened, `file.no-table` or `file.no-rows`.
 */
export async function importOutline(bytes: Uint8Array): Promise<Outline> {
  return outlineOf(await readOffice(bytes));
}

/**
 * The assessment table among the tables of one file, as an outline. `report` says what was understood, what was
 * guessed, and what a person must settle.
 * Throws OfficeFileError `file.no-table`, `file.no-rows`.
 */
export const outlineOf = (grids: readonly Grid[]): Outline => readTable(grids).outline;

/** The same, but null where a figure beside the tree fits none of its lines, or contradicts one. */
export function fittingOutline(grids: readonly Grid[]): Outline | null {
  const { outline, misfits } = readTable(grids);
  return misfits.length === 0 ? outline : null;
}

function readTable(grids: readonly Grid[]): { outline: Outline; misfits: ReportEntry[] } {
  const { grid, header, elsewhere } = assessmentTable(grids);
  const body = bodyRows(grid, header);
  const columns = columnsOf(header.columns, grid.rows, body);
  const sheets = ruleSheets(grids);
  const explicit = sheets ? TEMPLATE_LINES : explicitnessOf(grid.rows, body, columns);
  const tree = treeOf(grid.rows, body, columns, explicit);
  if (tree.children.length === 0) throw new OfficeFileError('file.no-rows', grid.name);
  const beside = putColumns(grid.rows, body, columns, tree, explicit);
  const numbered = sheets ? numberLines(tree.children) : null;
  const filled = numbered ? [...numbered.report, ...wayFaults(grid.rows, body, columns.extras)] : [];
  const { numbers, report: renumbered } = (explicit.ids ? printedNumbers : numbersOf)(tree.children);
  const children = tree.children.map((draft) => nodeOf(draft, numbers));
  const rules = sheets && { ...sheets, lines: numbered?.lines ?? [...nodesOf(children)].map(({ number }) => number) };
  const before = [...grid.before, ...rowsBefore(grid.rows, header)];
  const title = titleOf(before);
  const noted = body.flatMap((each) => (each.kind === 'note' ? [each.text] : []));
  const place = header.columns[0]?.place ?? '';
  const apart = sortedSaid([...sayingBefore(before, title), ...elsewhere]);
  const notes = [...notesOf(noted, grid.after), ...apart.notes.map(({ text }) => noteText(text))];
  const said = [
    ...(title === null ? [] : [{ text: title, place: '表名' }]),
    ...notes.map((text) => ({ text, place: '备注' })),
  ];
  const repeated = explicit.ids ? [] : repeatedLines(children);
  const announced = explicit.verbatim
    ? []
    : [...countAnnounced(children), ...settleCounting(children, countsByWeights(children))];
  const { printed, report: behind } = printedTables(grids, columns.extras);
  const worth = settleWorth({
    rows: grid.rows,
    body,
    columns,
    explicit,
    children,
    isAddedUp: addedUp(printed, children),
    tree: tree.children,
    said,
  });
  const levels = levelsOf(tree, columns.levels);
  const around = leftAround(place, { before, after: [...noted, ...grid.after] }, { title, notes });
  const seen = [
    ...understood({ header, columns, title, levels, children, rules, printed }),
    ...grid.remarks,
    ...around,
    ...apart.report,
    ...columns.report,
  ];
  const { points, weightBased } = worth;
  const outline = { title, levels, points, weightBased, notes, children };
  const read = [...tree.report, ...beside, ...filled, ...renumbered, ...repeated, ...announced];
  const told = rules
    ? { rules, report: [...seen, ...read, ...worth.report.map(asTold), ...rules.report] }
    : { ...(printed && { printed }), report: [...seen, ...read, ...worth.report, ...behind] };
  return { outline: { ...outline, ...told }, misfits: beside };
}

/** The template says that sums are left to the system: then they are no guess. */
const asTold = (entry: ReportEntry): ReportEntry =>
  entry.kind === 'guessed' ? { ...entry, kind: 'understood' } : entry;

/** Settles the points or weights of all nodes, which it fills in where only one figure is possible, and of the whole. */
function settleWorth(table: ScoredTable): Pick<Outline, 'points' | 'weightBased' | 'report'> {
  const { children, isAddedUp } = table;
  const weightBased = countsByWeights(children);
  weightsInPercent(children);
  const settled = [...derivePoints(children, weightBased), ...(weightBased ? settleWeights(children) : [])];
  const sums = [...checkSums(children, 'points', isAddedUp), ...checkSums(children, 'weight', isAddedUp)];
  const totals = checkTotals(table);
  const points = weightBased ? null : totals.points;
  const unused = weightBased ? [] : unusedWeights(points, children, isAddedUp);
  return { points, weightBased, report: [...settled, ...sums, ...totals.report, ...unused] };
}

function treeOf(
  rows: readonly Cell[][],
  body: readonly BodyRow[],
  { levels, points }: TableColumns,
  explicit: Explicitness,
): DraftTree {
  const indexes = (columns: readonly Column[]) => columns.map(({ index }) => index);
  return buildTree(rows, body, { levels: indexes(levels), points: indexes(points), explicit });
}

function putColumns(
  rows: Cell[][],
  body: BodyRow[],
  columns: TableColumns,
  { children, sections }: DraftTree,
  { whole }: Explicitness,
): ReportEntry[] {
  const besideOf = ({ index, heading }: Column): BesideColumn => ({
    heading,
    values: valuesOf(rows, body, children, index),
    hint: sections + columns.levels.findLastIndex((level) => level.index < index),
    ofLines: whole ? sections + columns.levels.length - 1 : null,
  });
  for (const column of columns.ordinals) putNumbers(besideOf(column), children);
  const innermost = innermostByRow(children);
  for (const column of columns.extras) putExtra(besideOf(column), innermost);
  return [
    ...columns.counting.flatMap((column) => putCounting(besideOf(column), children)),
    ...columns.points.flatMap((column) => putWorth(besideOf(column), 'points', children)),
    ...columns.weights.flatMap((column) => putWorth(besideOf(column), 'weight', children)),
  ];
}

const nodeOf = (draft: Draft, numbers: ReadonlyMap<Draft, string>): OutlineNode => ({
  number: numbers.get(draft) ?? '',
  text: draft.text,
  points: draft.points,
  counts: draft.counts,
  weight: draft.weight,
  children: draft.children.map((child) => nodeOf(child, numbers)),
  place: draft.place,
  extra: Object.fromEntries(draft.extra),
});

/** Sections have no column: their level is named 类别, and by its depth when there are several. */
function levelsOf({ children, sections }: DraftTree, columns: readonly Column[]): string[] {
  const used = new Set([...draftsOf(children)].map(({ level }) => level));
  const headings = [
    ...Array.from({ length: sections }, (_, depth) => (sections === 1 ? '类别' : `${chineseNumeral(depth + 1)}级类别`)),
    ...columns.map(({ heading }) => heading),
  ];
  return headings.filter((_, level) => used.has(level));
}

const rowsBefore = (rows: readonly Cell[][], { from }: Header): string[] =>
  rows.slice(0, from).map((row) =>
    row
      .filter(({ covered }) => !covered)
      .map(({ text }) => text)
      .join(''),
  );
