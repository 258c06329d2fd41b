import type { Outline, OutlineNode } from '../outline.ts';
import { numbered } from './numbered-text.ts';

/** A table to be written: what stands in its columns and rows; cells that a merge covers are left out. */
export interface TableLayout {
  title: string | null;
  columns: { heading: string; kind: 'level' | 'leaf' | 'figure' | 'extra' }[];
  rows: LayoutCell[];
  rowCount: number;
  notes: string[];
}

/** Rows and columns count from 0, the header is not among the rows. */
export interface LayoutCell {
  row: number;
  column: number;
  rowSpan: number;
  text: string;
}

/** What fills one column: the text that a node of that depth has there, null where nothing does. */
interface ColumnPlan {
  heading: string;
  kind: TableLayout['columns'][number]['kind'];
  depth: number;
  textOf(node: OutlineNode, parents: readonly OutlineNode[]): string | null;
}

/**
 * The outline as annexes have it: a column for each level, groups merged down, the points of the innermost groups in a
 * column behind them, all other points at the end of the texts, one criterion a row, and what stands beside the tree.
 */
export function tableLayout(outline: Outline): TableLayout {
  const plans = outline.levels.flatMap((heading, depth) => levelPlans(outline, heading, depth));
  plans.push(...extraPlans(outline));
  const cells: LayoutCell[] = [];
  const rowCount = fill(outline.children, [], plans, cells, 0);
  return {
    title: outline.title,
    columns: plans.map(({ heading, kind }) => ({ heading, kind })),
    rows: cells,
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

function levelPlans({ levels, children }: Outline, heading: string, depth: number): ColumnPlan[] {
  const last = depth === levels.length - 1;
  const inColumn = depth === Math.max(0, levels.length - 2);
  const own = inColumn && hasPoints(children, depth);
  const level: ColumnPlan = {
    heading,
    kind: last ? 'leaf' : 'level',
    depth,
    textOf: (node, parents) =>
      numbered(node, parents) + (own && (last || node.children.length > 0) ? '' : inText(node)),
  };
  const figure = (name: string, textOf: ColumnPlan['textOf']): ColumnPlan => ({
    heading: name,
    kind: 'figure',
    depth,
    textOf,
  });
  return [
    level,
    ...(own ? [figure('分值', (node) => (last || node.children.length > 0 ? node.points : null))] : []),
    ...(at(children, depth).some(({ weight }) => weight !== null) ? [figure('权重', ({ weight }) => weight)] : []),
  ];
}

/** A heading that nodes of several depths use gets a column for each, so that nothing is overwritten. */
function extraPlans({ levels, children }: Outline): ColumnPlan[] {
  const used = levels.flatMap((_, depth) =>
    [...new Set(at(children, depth).flatMap(({ extra }) => Object.keys(extra)))].map((heading) => ({ heading, depth })),
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

const inText = ({ points }: OutlineNode): string => (points === null ? '' : `（${points}分）`);

const hasPoints = (children: readonly OutlineNode[], depth: number): boolean =>
  at(children, depth).some(({ points }) => points !== null);

/** The nodes of a depth, 0 the outermost. */
const at = (children: readonly OutlineNode[], depth: number): readonly OutlineNode[] =>
  depth === 0
    ? children
    : at(
        children.flatMap((node) => node.children),
        depth - 1,
      );
