import type { Rubric, RubricNode } from '@mofan/rubric/rubric';
import type { Outline, OutlineNode } from '../outline.ts';

/** A table as the outline that is exported: texts, points and notes, in the annex's layout. */
export function outlineOfRubric(rubric: Rubric): Outline {
  const children = rubric.children.map(nodeOf);
  const depth = deepest(children);
  const levels =
    rubric.levels?.map(({ title }) => title) ??
    Array.from({ length: depth }, (_, n) => DEFAULT_LEVELS[n + 4 - depth] ?? `${n + 1}级指标`);
  return {
    title: rubric.title,
    levels,
    points: rubric.points ?? null,
    weightBased: rubric.from?.combine?.by === 'weighted',
    notes: rubric.gradingNote === undefined ? [] : rubric.gradingNote.split('\n'),
    children,
    report: [],
  };
}

const DEFAULT_LEVELS = ['一级指标', '二级指标', '三级指标', '考核标准'];

function nodeOf(node: RubricNode): OutlineNode {
  const leaf = !('children' in node);
  return {
    number: leaf || /^\d/.test(node.id) ? node.id : '',
    text: leaf ? node.text : node.title,
    points: node.points ?? node.bonus ?? null,
    weight: node.weight ?? null,
    children: leaf ? [] : node.children.map(nodeOf),
    place: node.id,
    extra: {},
  };
}

const deepest = (nodes: readonly OutlineNode[]): number =>
  nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ children }) => deepest(children)));
