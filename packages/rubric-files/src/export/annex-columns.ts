import type { Outline, OutlineNode } from '../outline.ts';
import { numbered } from './numbered-text.ts';
import { type ColumnPlan, nodesAt } from './layout.ts';

/**
 * A column for each level, groups merged down, the points of the innermost groups in a column behind them, all other
 * points at the end of the texts.
 */
export const annexColumns = (outline: Outline): ColumnPlan[] =>
  outline.levels.flatMap((heading, depth) => levelColumns(outline, heading, depth));

function levelColumns({ levels, children }: Outline, heading: string, depth: number): ColumnPlan[] {
  const last = depth === levels.length - 1;
  const nodes = nodesAt(children, depth);
  const own = depth === Math.max(0, levels.length - 2) && nodes.some(({ points }) => points !== null);
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
    ...(nodes.some(({ weight }) => weight !== null) ? [figure('权重', ({ weight }) => weight)] : []),
  ];
}

const inText = ({ points }: OutlineNode): string => (points === null ? '' : `（${points}分）`);
