import { type Cell, originOf } from '../grid.ts';
import type { OutlineNode } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import type { BodyRow } from './body-rows.ts';
import type { TableColumns } from './columns.ts';
import type { Draft } from './draft.ts';
import type { Explicitness } from './printed-ids.ts';
import type { AddedUp } from './printed-tables.ts';
import { readWorth } from './points.ts';
import { mostOf, sumAsSaid, sumOf } from './sum.ts';
import { checkTotal } from './sums.ts';
import { HUNDRED, isWeighted } from './weights.ts';
import { bare, narrow } from './wording.ts';

/** A table whose nodes have their points, and what else may state its total. */
export interface ScoredTable {
  rows: readonly Cell[][];
  body: readonly BodyRow[];
  columns: TableColumns;
  explicit: Explicitness;
  children: readonly OutlineNode[];
  isAddedUp: AddedUp;
  tree: readonly Draft[];
  /** what else may speak of the total, title and notes, each with its place */
  said: readonly { text: string; place: string }[];
}

const IN_WORDS = /(?:满分|总分|共计|合计)(?:为|是|共)?(\d+(?:\.\d+)?)分(?!\s*(?:\(|以[上下]|及以|[-—–~～至到]))/;

/**
 * The table's points: the sum of its parts, or what a row of totals states, which goes first where every worth is
 * written out; with a report of each stated total.
 */
export function checkTotals(table: ScoredTable): { points: string | null; report: ReportEntry[] } {
  const said = table.isAddedUp(null);
  const weighted = said === null && isWeighted(null, table.children);
  const sum = weighted ? HUNDRED : sumAsSaid(said, table.children);
  const report: ReportEntry[] = [];
  let stated: string | null = null;
  for (const each of table.body) {
    if (each.kind !== 'total') continue;
    const partial = bare(each.cell.text).startsWith('小计');
    const figure = statedIn(table, each.row, each.cell);
    if (figure === 'none' && !partial) return { points: null, report };
    if (figure === null || figure === 'none') continue;
    if (!partial && said === null && isWeighted(figure, table.children))
      return { points: figure, report: [...report, byWeights(figure, each.cell.place)] };
    const of = partial ? sumOf(groupsAbove(table, each.row)) : sum;
    if (!partial) stated = figure;
    if (of !== null) report.push(checkTotal(each.cell.place, figure, of));
  }
  for (const { text, place } of table.said) {
    const [, figure] = IN_WORDS.exec(narrow(text)) ?? [];
    if (figure !== undefined && sum !== null) report.push(checkTotal(place, figure, sum));
  }
  const [first] = table.children;
  if (weighted && stated === null && first) report.push(byWeights(HUNDRED, first.place));
  if (beside(table.children)) return { points: stated ?? '0', report };
  return { points: table.explicit.verbatim ? (stated ?? sum) : (sum ?? stated), report };
}

/** Whether all that is scored comes on top of full marks or off them, of which there are then none. */
const beside = (children: readonly OutlineNode[]): boolean =>
  mostOf(children) !== null && children.every(({ counts }) => counts !== 'points');

const byWeights = (points: string, place: string): ReportEntry => ({
  kind: 'guessed',
  place,
  zh: `全表按权重合计，满分 ${points} 分`,
  en: `the parts count by weights, out of ${points} points`,
});

/** The figure of a row of totals: in a column of points, or in the words that announce it; `none`: a dash instead. */
function statedIn({ rows, columns }: ScoredTable, row: number, cell: Cell): string | null {
  const beside = columns.points.map(({ index }) => rows[row]?.[index]).filter((each) => each !== undefined);
  const worths = beside.map((each) => readWorth(originOf(rows, each).text, 'points'));
  const figure = worths.find((worth) => worth !== null && worth.points !== null)?.points;
  const [, inWords] = /(\d+(?:\.\d+)?)分?[)\]]?$/.exec(bare(cell.text)) ?? [];
  return figure ?? inWords ?? (worths.some((worth) => worth?.counts === 'none') ? 'none' : null);
}

/** The outermost group that a 小计 closes: the last that began before it. */
function groupsAbove({ children, tree }: ScoredTable, row: number): readonly OutlineNode[] {
  const index = tree.findLastIndex(({ from }) => from < row);
  return children[index]?.children ?? [];
}
