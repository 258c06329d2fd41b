import type { RelativeStep } from '../compiled.ts';
import { numberWording } from './figure-wording.ts';
import type { Standing } from './standing.ts';
import { type Wording, inBoth } from './wording.ts';

/** How a unit stands against its group: the best figure and whose it is, or how many stand before it and what that gives. */
export function relativeWording(step: RelativeStep, standing: Standing | undefined): Wording {
  if (!standing)
    return step.among === null
      ? { zh: '与其他各单位比较', en: 'against all other units' }
      : { zh: '与同组其他单位比较', en: 'against the other units of the group' };
  const { group, units } = standing;
  const among = {
    zh: `${group === '' ? '全部' : `“${group}”组`}${units}家`,
    en: `${units} units${group === '' ? '' : ` in “${group}”`}`,
  };
  const place = step.byRank ? rankWording(step, standing) : shareOfBest(step, standing);
  return { zh: `${among.zh}，${place.zh}`, en: `${among.en}, ${place.en}` };
}

function shareOfBest({ best }: RelativeStep, { own, best: first }: Standing): Wording {
  const [zhBest, enBest] = best === 'highest' ? ['最高', 'highest'] : ['最低', 'lowest'];
  if (!first || !own) return { zh: `${zhBest}者尚未确定`, en: `the ${enBest} is not settled yet` };
  const who = (comma: string) => first.units.join(comma);
  return {
    zh: `${zhBest} ${numberWording(first.value)}（${who('、')}），本单位 ${numberWording(own)}`,
    en: `the ${enBest} ${numberWording(first.value)} (${who(', ')}), this one ${numberWording(own)}`,
  };
}

function rankWording(step: RelativeStep, { units, ahead, level }: Standing): Wording {
  if (ahead === null) return { zh: '名次尚未确定', en: 'the place is not settled yet' };
  const tables = step.byRank === 'place' ? [] : (step.byRank ?? []);
  const table = tables.find(({ upTo }) => upTo === null || units <= upTo);
  const row = tables.length > 1 && table ? rowWording(table.upTo) : { zh: '', en: '' };
  const places = step.ties === 'mean' && level > 0 ? `${ahead + 1}–${ahead + 1 + level}` : `${ahead + 1}`;
  const tied = level > 0 ? { zh: `，并列另有${level}家`, en: `, ${level} more level with it` } : { zh: '', en: '' };
  return inBoth((language) =>
    language === 'zh'
      ? `前面${ahead}家${tied.zh}，${row.zh}第${places}名`
      : `${ahead} before it${tied.en}, place ${places}${row.en}`,
  );
}

const rowWording = (upTo: number | null): Wording =>
  upTo === null
    ? { zh: '按家数更多的一栏', en: ' of the row for larger groups' }
    : { zh: `按${upTo}家以内一栏`, en: ` of the row for up to ${upTo}` };
