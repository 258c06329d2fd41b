import type { Rate } from './language/source.ts';
import type { Group, Leaf, Rubric, RubricNode } from './rubric.ts';

export const isLeaf = (node: RubricNode | Rubric): node is Leaf => !('children' in node);

/** What a line is called: a group and the whole by their title, a leaf by its text. */
export const titleOf = (line: RubricNode | Rubric): string => (isLeaf(line) ? line.text : line.title);

/** Every node below the root in the table's order, parents before children; `depth` counts from 1. */
export function* nodesOf(parent: Rubric | Group, depth = 1): Generator<{ node: RubricNode; depth: number }> {
  for (const node of parent.children) {
    yield { node, depth };
    if (!isLeaf(node)) yield* nodesOf(node, depth + 1);
  }
}

export const leavesOf = (rubric: Rubric): Leaf[] => [...nodesOf(rubric)].map(({ node }) => node).filter(isLeaf);

/** Every rate at which a case is charged. */
export const ratesOf = (rubric: Rubric): Rate[] =>
  leavesAndFigures(rubric).flatMap(({ from: { cases } }) => [...(cases?.deduct ?? []), ...(cases?.add ?? [])]);

/** The lines of the tree that have no parts, and the figures beside it. */
export const leavesAndFigures = (rubric: Rubric): Leaf[] => [...leavesOf(rubric), ...(rubric.figures ?? [])];

/** Everything that has a source and steps: the whole table, its groups, its leaves, the figures beside it. */
export const linesOf = (rubric: Rubric): (RubricNode | Rubric)[] => [
  rubric,
  ...[...nodesOf(rubric)].map(({ node }) => node),
  ...(rubric.figures ?? []),
];
