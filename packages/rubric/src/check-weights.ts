import { type Exact, ZERO, add, compare, multiply, round, toDecimal } from './exact.ts';
import type { RaterGroup } from './language/source.ts';
import { ratio } from './ratio.ts';
import { RubricError } from './rubric-error.ts';
import type { Rubric } from './rubric.ts';
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

/** Proves that weights add up to one wherever there are any. Throws RubricError `rubric.weight-mismatch`. */
export function checkWeights(table: Rubric): void {
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
