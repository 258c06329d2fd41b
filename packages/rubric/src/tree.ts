import type { Group, Leaf, Rubric, RubricNode } from './rubric.ts';

export const isLeaf = (node: RubricNode): node is Leaf => 'rule' in node;

/** Every node below the root in the table's order, parents before children; `depth` counts from 1. */
export function* nodesOf(parent: Rubric | Group, depth = 1): Generator<{ node: RubricNode; depth: number }> {
  for (const node of parent.children) {
    yield { node, depth };
    if (!isLeaf(node)) yield* nodesOf(node, depth + 1);
  }
}

export const leavesOf = (rubric: Rubric): Leaf[] => [...nodesOf(rubric)].map(({ node }) => node).filter(isLeaf);
