import { worthOf } from './compile-source.ts';
import type { Wording } from './explain/wording.ts';
import { RubricError } from './rubric-error.ts';
import type { Group, Rubric, RubricNode } from './rubric.ts';
import { isLeaf, linesOf } from './tree.ts';

/**
 * A weight says by how much of the group a part counts that has points to reach: each such part of a weighted group has
 * one, and nothing else has. Throws `rubric.weight`.
 */
export function checkWeightedParts(table: Rubric): void {
  for (const line of linesOf(table)) {
    if (isLeaf(line)) continue;
    const weighted = line.from?.combine?.by === 'weighted';
    for (const part of line.children) {
      const wrong = weighted ? wrongWeight(part) : part.weight === undefined ? null : NOT_WEIGHTED;
      if (wrong) throw new RubricError('rubric.weight', part.id, wrong);
    }
  }
}

function wrongWeight(part: RubricNode): Wording | null {
  const { weight } = part;
  const { kind } = worthOf(part);
  if (kind === 'bonus' || kind === 'penalty') return weight === undefined ? null : ON_TOP;
  if (weight !== undefined && !hasPoints(part)) return NO_POINTS;
  return weight === undefined && (kind === 'points' || hasPoints(part)) ? NO_WEIGHT : null;
}

const hasPoints = (part: RubricNode): boolean =>
  worthOf(part).kind === 'points' || (!isLeaf(part) && (part satisfies Group).children.some(hasPoints));

const NOT_WEIGHTED: Wording = {
  zh: '写了权重 weight，但所在的组不是加权合计；请在组上写 from: { combine: { by: weighted } }，或去掉权重',
  en: 'has a weight in a group that is not weighted: write from: { combine: { by: weighted } } at the group, or leave the weight out',
};
const ON_TOP: Wording = {
  zh: '加分、扣分另计，直接加在加权结果上，不能写权重 weight',
  en: 'a bonus or a penalty comes on top of the weighted parts as it is: it has no weight',
};
const NO_POINTS: Wording = {
  zh: '写了权重 weight，但没有满分 points：加权按得分占满分的比例计',
  en: 'has a weight and no points: a weighted part counts by the share of its points that it reaches',
};
const NO_WEIGHT: Wording = {
  zh: '在加权的组里没有写权重 weight，一分也不会计入',
  en: 'has no weight in a weighted group: nothing of it would count',
};
