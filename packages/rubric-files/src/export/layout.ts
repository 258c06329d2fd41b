import type { OutlineNode } from '../outline.ts';

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
export interface ColumnPlan {
  heading: string;
  kind: TableLayout['columns'][number]['kind'];
  /** null: nodes of any depth, of which none holds another */
  depth: number | null;
  textOf(node: OutlineNode, parents: readonly OutlineNode[]): string | null;
}

/** The nodes of a depth, 0 the outermost. */
export const nodesAt = (children: readonly OutlineNode[], depth: number): readonly OutlineNode[] =>
  depth === 0
    ? children
    : nodesAt(
        children.flatMap((node) => node.children),
        depth - 1,
      );
