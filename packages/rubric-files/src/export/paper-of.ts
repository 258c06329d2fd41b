import type { CompiledRubric } from '@mofan/rubric/compiled';
import { outlineOfRubric } from '../draft/outline-of-rubric.ts';
import type { Outline, OutlineNode } from '../outline.ts';
import { RULE_HEADING } from '../printed-rule/headings.ts';
import { appendicesOf } from './appendices.ts';
import { leafRule } from './line-rules.ts';
import type { Surroundings } from './surroundings.ts';

/** A version as it is printed: the table with each line's rule in words beside it, and what stands around it. */
export interface Paper {
  outline: Outline;
  around: Surroundings;
}

/** `hash`: the SHA-256 of the version's content, by which a sheet of paper is known to be of this version. */
export function paperOf(rubric: CompiledRubric, hash: string): Paper {
  const outline = outlineOfRubric(rubric.published);
  const leaves = new Map(rubric.leaves.map((leaf) => [leaf.id, leaf]));
  const ruleOfNode = (node: OutlineNode): string => {
    const leaf = leaves.get(node.place);
    return leaf ? leafRule(rubric, leaf, node).join('\n') : '';
  };
  const { version } = rubric.published;
  return {
    outline: { ...outline, children: outline.children.map((node) => withRule(node, ruleOfNode)) },
    around: { imprint: `${version}版  内容 SHA-256 ${hash}`, appendices: appendicesOf(rubric) },
  };
}

/** A node's place in the outline of a table is its id. */
function withRule(node: OutlineNode, ruleOf: (node: OutlineNode) => string): OutlineNode {
  const rule = ruleOf(node);
  return {
    ...node,
    extra: rule === '' ? {} : { [RULE_HEADING]: rule },
    children: node.children.map((child) => withRule(child, ruleOf)),
  };
}
