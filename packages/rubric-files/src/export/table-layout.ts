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

function explicitLayout(outline: Outline): TableLayout {
  const layout = laidOut(outline, [...explicitColumns(outline), ...extraColumns(outline)]);
  const row = layout.rowCount;
  const total = ['合计', outline.points ?? '—'].map((text, column) => ({ row, column, rowSpan: 1, text }));
  return { ...layout, rows: [...layout.rows, ...total], rowCount: row + 1 };
}

function laidOut(outline: Outline, plans: readonly ColumnPlan[]): TableLayout {
  const rows: LayoutCell[] = [];
  const rowCount = fill(outline.children, [], plans, rows, 0);
  return {
    title: outline.title,
    columns: plans.map(({ heading, kind }) => ({ heading, kind })),
    rows,
    rowCount,
    notes: outline.notes.map((note, index) => (index === 0 ? `备注：${note}` : note)),
  };
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
      const text = plan.depth === parents.length ? plan.textOf(node, parents) : null;
      if (text !== null) cells.push({ row, column, rowSpan: end - row, text });
    });
    row = end;
  }
  return row;
}

/** A heading that nodes of several depths use gets a column for each, so that nothing is overwritten. */
function extraColumns({ levels, children }: Outline): ColumnPlan[] {
  const used = levels.flatMap((_, depth) =>
    [...new Set(nodesAt(children, depth).flatMap(({ extra }) => Object.keys(extra)))].map((heading) => ({
      heading,
      depth,
    })),
  );
  return used.map(({ heading, depth }) => {
    const shared = used.filter((each) => each.heading === heading).length > 1;
    return {
      heading: shared ? `${heading}（${levels[depth]}）` : heading,
      kind: 'extra',
      depth,
      textOf: ({ extra }) => (Object.hasOwn(extra, heading) ? (extra[heading] ?? null) : null),
    };
  });
}
