import { worthOf } from './worth.ts';
import { type Exact, ZERO, add, compare, multiply, round, toDecimal } from './exact.ts';
import type { Wording } from './explain/wording.ts';
import type { RaterGroup } from './language/source.ts';
import { ratio } from './ratio.ts';
import { RubricError } from './rubric-error.ts';
import type { Group, Rubric, RubricNode } from './rubric.ts';
import { shortTitle } from './short-title.ts';
import { isLeaf, linesOf, titleOf } from './tree.ts';

/** A part of a whole with the weight that it has in it. `place`: the line that it is, or that the group judges. */
interface Part {
  place: string;
  id: string;
  title: string;
  weight: string;
}

const WHOLE: Exact = { n: 1, d: 1 };

/**
 * Proves that weights stand where they count and add up to one wherever there are any. Throws RubricError
 * `rubric.weight` and `rubric.weight-mismatch`.
 */
export function checkWeights(table: Rubric): void {
  checkWeightedParts(table);
  for (const line of linesOf(table)) {
    if (!isLeaf(line) && line.from?.combine?.by === 'weighted') {
      if (line.from.combine.best !== undefined || line.from.combine.drop !== undefined)
        throw new RubricError('rubric.combine', line.id, {
          zh: '加权的各项都要计入，不能同时写 best 或 drop',
          en: 'weighted parts all count: best and drop do not go with weights',
        });
      addUpToOne(
        line.id,
        line.children.flatMap((part) => {
          const { id, weight } = part;
          return weight === undefined ? [] : [{ place: id, id, title: titleOf(part), weight }];
        }),
      );
    }
    const { mark, votes } = line.from ?? {};
    for (const groups of [mark?.raters?.groups, votes?.groups]) checkGroupWeights(line.id, groups);
  }
}

function checkGroupWeights(place: string, groups: readonly RaterGroup[] | undefined): void {
  if (!groups) return;
  addUpToOne(
    place,
    groups.map(({ id, title = id, weight }) => ({ place, id, title, weight })),
  );
  for (const { groups: parts } of groups) checkGroupWeights(place, parts);
}

function addUpToOne(place: string, parts: readonly Part[]): void {
  const sum = parts.map(({ weight }) => ratio(weight)).reduce(add, ZERO);
  if (compare(sum, WHOLE) === 0) return;
  for (const part of parts) mustBeShare(part);
  const weights = parts.map(({ id, title, weight }) => ({
    zh: `“${shortTitle(title)}”（${id}）${percent(ratio(weight))}`,
    en: `“${shortTitle(title)}” (${id}) ${percent(ratio(weight))}`,
  }));
  throw new RubricError('rubric.weight-mismatch', place, {
    zh: `权重合计 ${percent(sum)}，应为 100%：${weights.map(({ zh }) => zh).join('、')}`,
    en: `the weights add up to ${percent(sum)}, not to 100%: ${weights.map(({ en }) => en).join(', ')}`,
  });
}

/** A weight that is more than all there is makes the sum wrong. */
function mustBeShare({ place, id, title, weight }: Part): void {
  if (compare(ratio(weight), WHOLE) <= 0 || !/^[\d.]+$/.test(weight)) return;
  const [zh, en] = place === id ? ['', ''] : [`“${shortTitle(title)}”的`, ` of “${shortTitle(title)}”`];
  throw new RubricError(
    'rubric.weight-mismatch',
    place,
    {
      zh: `${zh}权重 ${weight} 缺少百分号，请写 ${weight}%`,
      en: `the weight ${weight}${en} lacks its percent sign: write ${weight}%`,
    },
    { text: weight },
  );
}

/** A share in percent, to four decimals where it does not end sooner. */
function percent(share: Exact): string {
  const exactly = multiply(share, { n: 100, d: 1 });
  const rounded = round(exactly, 'half-up', 4);
  return `${compare(exactly, rounded) === 0 ? '' : '≈ '}${toDecimal(rounded)}%`;
}

/**
 * A weight says by how much of the group a part counts that has points to reach: each such part of a weighted group has
 * one, and nothing else has. Throws `rubric.weight`.
 */
function checkWeightedParts(table: Rubric): void {
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
