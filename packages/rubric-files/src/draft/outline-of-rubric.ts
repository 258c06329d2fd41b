import type { Rubric, RubricNode } from '@mofan/rubric/rubric';
import { isLeaf, nodesOf as nodesOfRubric } from '@mofan/rubric/tree';
import { readsBackAs } from '../export/reads-back.ts';
import { annexLayout } from '../export/table-layout.ts';
import { type Outline, type OutlineNode, defaultLevel, nodesOf } from '../outline.ts';
import { Names } from './names.ts';

/**
 * A table as the outline that is exported. Groups whose ids an import makes up anew stand without a number, as in an
 * annex; where that is not all, every node bears its id as its number.
 */
export function outlineOfRubric(rubric: Rubric): Outline {
  const unnumbered = outlineWith(rubric, ({ id }, leaf) => (leaf || /^\d/.test(id) ? id : ''));
  return givesBackIds(rubric, unnumbered) ? unnumbered : outlineWith(rubric, ({ id }) => id);
}

function givesBackIds(rubric: Rubric, outline: Outline): boolean {
  const names = new Names(outline.children);
  const ids = [...nodesOfRubric(rubric)].map(({ node }) => node.id);
  const named = [...nodesOf(outline.children)].every((node, at) => names.of(node) === ids[at]);
  return named && readsBackAs(outline, annexLayout(outline));
}

type NumberOf = (node: RubricNode, leaf: boolean) => string;

function outlineWith(rubric: Rubric, numberOf: NumberOf): Outline {
  const weightBased = countsByWeightsAlone(rubric);
  const children = rubric.children.map((node) => nodeOf(node, numberOf, weightBased));
  const depth = deepest(children);
  const levels = rubric.levels?.map(({ title }) => title) ?? Array.from({ length: depth }, (_, n) => defaultLevel(n));
  return {
    title: rubric.title,
    levels,
    points: weightBased ? null : (rubric.points ?? null),
    weightBased,
    notes: rubric.gradingNote === undefined ? [] : rubric.gradingNote.split('\n'),
    children,
    report: [],
  };
}

/** Every node is marked out of a hundred and has its weight: then the points say nothing. */
const countsByWeightsAlone = (rubric: Rubric): boolean =>
  rubric.from?.combine?.by === 'weighted' &&
  rubric.points === '100' &&
  [...nodesOfRubric(rubric)].every(({ node }) => node.points === '100' && node.weight !== undefined);

function nodeOf(node: RubricNode, numberOf: NumberOf, weightBased: boolean): OutlineNode {
  const worth = worthOf(node);
  const leaf = isLeaf(node);
  return {
    number: numberOf(node, leaf),
    text: leaf ? node.text : node.title,
    ...(weightBased ? { points: null, counts: 'points' } : worth),
    weight: node.weight ?? null,
    children: leaf ? [] : node.children.map((child) => nodeOf(child, numberOf, weightBased)),
    place: node.id,
    extra: {},
  };
}

function worthOf({ points, bonus, penalty }: RubricNode): Pick<OutlineNode, 'points' | 'counts'> {
  if (points !== undefined) return { points, counts: 'points' };
  if (bonus !== undefined) return { points: bonus, counts: 'bonus' };
  return penalty === undefined ? { points: null, counts: 'none' } : { points: penalty, counts: 'penalty' };
}

const deepest = (nodes: readonly OutlineNode[]): number =>
  nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ children }) => deepest(children)));
