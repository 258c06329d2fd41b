import type { CompiledLine, CompiledRubric, CompiledStep } from '../compiled.ts';
import { written } from '../exact.ts';
import { expressionWording } from './expression-wording.ts';
import { bandEnds, numberWording } from './figure-wording.ts';
import { gateEffect } from './gate-wording.ts';
import { namesOf } from './names.ts';
import type { Wording } from './wording.ts';

type Of<Kind extends CompiledStep['kind']> = Extract<CompiledStep, { kind: Kind }>;

/** What a step does, whatever the figure. */
export function stepRule(rubric: CompiledRubric, line: CompiledLine, step: CompiledStep): Wording {
  switch (step.kind) {
    case 'compute': {
      const { zh, en } = expressionWording(namesOf(rubric), step.text);
      return { zh: `再按 ${zh} 计算`, en: `then ${en}` };
    }
    case 'clamp':
      return limitRule(line, step);
    case 'round':
      return roundRule(step);
    case 'band':
      return bandsRule(rubric, line, step);
    case 'decide':
      return decideRule(rubric, line, step);
    case 'gate': {
      const when = expressionWording(namesOf(rubric), step.text);
      const effect = gateEffect(rubric, line, step);
      return {
        zh: `若${when.zh}（${step.because}），${effect.zh}`,
        en: `if ${when.en} (${step.because}): ${effect.en}`,
      };
    }
    case 'relative':
      return relativeRule(step);
  }
}

/** A figure that no sum counts, a coefficient say, is no number of points. */
const pointsOn = ({ worth }: CompiledLine): string => (worth === 'none' ? '' : ' 分');

/** Where a limit lies. */
export function limitRule(line: CompiledLine, { least, most }: Of<'clamp'>): Wording {
  const points = pointsOn(line);
  const [low, high] = [least && numberWording(least), most && numberWording(most)];
  if (high === null) return { zh: `不低于 ${low ?? ''}${points}`, en: `not below ${low ?? ''}` };
  if (low === null) return { zh: `不高于 ${high}${points}`, en: `not above ${high}` };
  return { zh: `限于 ${low} 至 ${high}${points}`, en: `within ${low}–${high}` };
}

/** How each way of rounding is called. */
export const ROUNDED: Record<Of<'round'>['mode'], Wording> = {
  'half-up': { zh: '四舍五入', en: 'rounded half up' },
  'half-even': { zh: '四舍六入五成双', en: 'rounded half to even' },
  cut: { zh: '舍去尾数', en: 'cut off' },
  up: { zh: '进一', en: 'rounded up' },
};

/** How a figure is rounded, and to what. */
export function roundRule({ mode, places, step }: Of<'round'>): Wording {
  const { zh, en } = ROUNDED[mode];
  if (step) return { zh: `${zh}到 ${written(step)} 的整数倍`, en: `${en} to multiples of ${written(step)}` };
  if (places === 0) return { zh: `${zh}到整数`, en: `${en} to a whole number` };
  return { zh: `${zh}，保留${places}位小数`, en: `${en} to ${places} decimal places` };
}

type Band = Of<'band'>['bands'][number];

function bandsRule(rubric: CompiledRubric, line: CompiledLine, { bands }: Of<'band'>): Wording {
  const said = bands.map((band) => bandWording(rubric, line, band));
  return { zh: `分档：${said.map(({ zh }) => zh).join('、')}`, en: `bands: ${said.map(({ en }) => en).join(', ')}` };
}

/** "≥ 80 为“优秀”", "80–90 得 6 分". */
function bandWording(rubric: CompiledRubric, line: CompiledLine, band: Band): Wording {
  const at = bandEnds(band);
  const given = outcomeOf(rubric, line, band.grade, band.points);
  return { zh: `${at.zh} ${given.zh}`, en: `${at.en}: ${given.en}` };
}

function outcomeOf(rubric: CompiledRubric, line: CompiledLine, grade: string | null, points: Band['points']): Wording {
  const title = grade === null ? [] : [`“${namesOf(rubric).grade(grade)}”`];
  const given = points ? [numberWording(points)] : [];
  return {
    zh: [...title.map((each) => `为${each}`), ...given.map((each) => `得 ${each}${pointsOn(line)}`)].join('，'),
    en: [...title, ...given.map((each) => `${each} points`)].join(', '),
  };
}

function decideRule(rubric: CompiledRubric, line: CompiledLine, { cases }: Of<'decide'>): Wording {
  const grades = rubric.table.grades.map(({ code }) => code);
  const said = cases.map(({ when, text, rank, points }) => {
    const given = outcomeOf(rubric, line, rank === null ? null : (grades[rank] ?? null), points);
    if (!when) return { zh: `其余${given.zh}`, en: `otherwise ${given.en}` };
    const condition = expressionWording(namesOf(rubric), text);
    return { zh: `若${condition.zh}，${given.zh}`, en: `if ${condition.en}: ${given.en}` };
  });
  return {
    zh: `依次判定：${said.map(({ zh }) => zh).join('；')}`,
    en: `the first that holds: ${said.map(({ en }) => en).join('; ')}`,
  };
}

function relativeRule({ best, byRank, ties, among }: Of<'relative'>): Wording {
  const [zhBest, enBest] = best === 'highest' ? ['高', 'highest'] : ['低', 'lowest'];
  const { zh: zhAll, en: enAll } = fieldWording(among);
  if (!byRank)
    return { zh: `与${zhAll}中最${zhBest}者之比乘满分`, en: `full marks in proportion to the ${enBest} of ${enAll}` };
  const [zhTies, enTies] =
    ties === 'mean' ? ['并列取各名次平均', 'ties share the mean'] : ['并列取靠前名次', 'ties share the better place'];
  if (byRank === 'place')
    return {
      zh: `取在${zhAll}中的名次（${zhBest}者在前，${zhTies}）`,
      en: `the place among ${enAll}, the ${enBest} first, ${enTies}`,
    };
  const tables = byRank.map(({ upTo, points }) => ({
    zh: `${upTo === null ? '' : `${upTo}家以内 `}依次得 ${points.map(numberWording).join('、')} 分`,
    en: `${upTo === null ? '' : `up to ${upTo} units: `}${points.map(numberWording).join(', ')}`,
  }));
  return {
    zh: `按在${zhAll}中的名次计分（${zhBest}者在前，${zhTies}）：${tables.map(({ zh }) => zh).join('；')}`,
    en: `points by place among ${enAll}, the ${enBest} first, ${enTies}: ${tables.map(({ en }) => en).join('; ')}`,
  };
}

/** Among whom a figure is compared: all units, or those of its group, which have an attribute in common. */
const fieldWording = (among: string | null): Wording =>
  among === null
    ? { zh: '全部单位', en: 'all units' }
    : {
        zh: `同组单位（按单位属性“${among}”分组）`,
        en: `the units of the group (by the attribute “${among}”)`,
      };
