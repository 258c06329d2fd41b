import { HUNDRED } from '../import/weights.ts';
import type { Outline, OutlineNode } from '../outline.ts';
import { annexColumns } from './annex-columns.ts';
import { explicitColumns } from './explicit-columns.ts';
import { type ColumnPlan, type LayoutCell, type TableLayout, nodesAt } from './layout.ts';
import { readsBackAs } from './reads-back.ts';

/**
 * The outline as annexes have it, where that reads back as the same tree; else with every id and every worth written
 * out, each level's points in a column behind it.
 */
export function tableLayout(outline: Outline): TableLayout {
  const annex = annexLayout(outline);
  return readsBackAs(outline, annex) ? annex : explicitLayout(outline);
}

/** Points of the innermost groups in a column, all others at the end of the texts; numbers within their group. */
export const annexLayout = (outline: Outline): TableLayout =>
  laidOut(outline, [...annexColumns(outline), ...extraColumns(outline)]);

function explicitLayout(given: Outline): TableLayout {
  const outline = given.weightBased ? outOfHundred(given) : given;
  const layout = laidOut(outline, [...explicitColumns(outline), ...extraColumns(outline)]);
  return outline.points === null ? withTotal(layout, '—') : layout;
}

/** Where weights are all that counts, each node is marked out of a hundred, which an annex need not say. */
const outOfHundred = (outline: Outline): Outline => ({
  ...outline,
  points: HUNDRED,
  children: outline.children.map(markedOutOfHundred),
});
const markedOutOfHundred = (node: OutlineNode): OutlineNode => ({
  ...node,
  points: HUNDRED,
  children: node.children.map(markedOutOfHundred),
});

/** With a row of the total, in the first column of points; where there is none, without. */
function withTotal(layout: TableLayout, points: string): TableLayout {
  const column = layout.columns.findIndex(({ heading }) => heading === '分值');
  if (column < 0) return layout;
  const row = layout.rowCount;
  const total = [
    { row, column: 0, rowSpan: 1, text: '合计' },
    { row, column, rowSpan: 1, text: points },
  ];
  return { ...layout, rows: [...layout.rows, ...total], rowCount: row + 1 };
}

function laidOut(outline: Outline, plans: readonly ColumnPlan[]): TableLayout {
  const rows: LayoutCell[] = [];
  const rowCount = fill(outline.children, [], plans, rows, 0);
  const layout = {
    title: outline.title,
    columns: plans.map(({ heading, kind }) => ({ heading, kind })),
    rows,
    rowCount,
    notes: outline.notes.map((note, index) => (index === 0 ? `备注：${note}` : note)),
  };
  return outline.points === null ? layout : withTotal(layout, outline.points);
}

/** Puts the cells of nodes from a row on; returns the row behind them. */
function fill(
  nodes: readonly OutlineNode[],
  parents: readonly OutlineNode[],
  plans: readonly ColumnPlan[],
  cells: LayoutCell[],
  from: number,
): number {
  let row = from;
  for (const node of nodes) {
    const end = node.children.length === 0 ? row + 1 : fill(node.children, [...parents, node], plans, cells, row);
    plans.forEach((plan, column) => {
      const text = plan.depth === null || plan.depth === parents.length ? plan.textOf(node, parents) : null;
      if (text !== null) cells.push({ row, column, rowSpan: end - row, text });
    });
    row = end;
  }
  return row;
}

/** A heading that groups of several depths use gets a column for each, so that nothing is overwritten. */
function extraColumns({ levels, children }: Outline): ColumnPlan[] {
  const used = levels.flatMap((_, depth) =>
    nodesAt(children, depth).flatMap((node) =>
      Object.keys(node.extra).map((heading) => ({ heading, depth, leaf: node.children.length === 0 })),
    ),
  );
  return [...new Set(used.map(({ heading }) => heading))].flatMap((heading) => {
    const places = used.filter((each) => each.heading === heading);
    const depths = [...new Set(places.map(({ depth }) => depth))];
    if (depths.length === 1 || places.every(({ leaf }) => leaf)) return [extraColumn(heading, heading, null)];
    return depths.map((depth) => extraColumn(heading, `${heading}（${levels[depth]}）`, depth));
  });
}

const extraColumn = (key: string, heading: string, depth: number | null): ColumnPlan => ({
  heading,
  kind: 'extra',
  depth,
  textOf: ({ extra }) => (Object.hasOwn(extra, key) ? (extra[key] ?? null) : null),
});
