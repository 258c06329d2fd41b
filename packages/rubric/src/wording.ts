import type { CompiledRubric } from './compile.ts';
import type { MarkRefusal } from './judged.ts';
import type { Contribution } from './scorecard.ts';

/** One thing said to people, in Chinese and in English. */
export interface Wording {
  zh: string;
  en: string;
}

const REFUSALS: Record<MarkRefusal | 'case.no-rate', Wording> = {
  'mark.unknown-criterion': { zh: '没有这条评分标准', en: 'there is no such criterion' },
  'mark.decided-by-rule': { zh: '本条按规则计分，不另评分', en: 'the criterion is decided by rule alone' },
  'mark.unknown-grade': { zh: '没有这个等次', en: 'there is no such grade' },
  'mark.not-a-number': { zh: '分数不是有效数字', en: 'the points are not a number' },
  'mark.no-discretion': { zh: '本条不适用酌情扣分', en: 'the criterion has no discretionary deduction' },
  'mark.above-cap': { zh: '高于可评的最高等次', en: 'the grade is above the best that may be given' },
  'mark.no-grade-covers': { zh: '该分数没有对应等次', en: 'no grade covers these points' },
  'mark.outside-band': { zh: '该分数不在所评等次的区间内', en: 'the points lie outside the band of the grade' },
  'mark.off-step': { zh: '该分数不是最小打分单位的整数倍', en: 'the points are no whole multiple of the step' },
  'case.no-rate': { zh: '没有对应的扣分规定', en: 'no rate covers the case' },
};

/** A decimal for people: U+2212 as the minus sign. */
export const shown = (points: string): string => points.replace('-', '−');

/** "5–7" with an en dash, or the point where both ends meet. */
export const range = (floor: string, ceiling: string): string =>
  floor === ceiling ? shown(floor) : `${shown(floor)}–${shown(ceiling)}`;

/** A grade in both languages: the table's title, and its code, which is an English word. */
export function gradeWording(rubric: CompiledRubric, code: string): Wording {
  return { zh: rubric.table.grades.find((grade) => grade.code === code)?.title ?? code, en: code };
}

/** What one contribution to a figure says. */
export function contributionWording(rubric: CompiledRubric, contribution: Contribution): Wording {
  switch (contribution.kind) {
    case 'open':
      return { zh: '尚未评定', en: 'Not judged yet' };
    case 'evidence':
      return { zh: `佐证材料${contribution.facts.length}件`, en: `Evidence: ${contribution.facts.length}` };
    case 'count':
      return countWording(rubric, contribution);
    case 'deduction':
      return deductionWording(rubric, contribution);
    case 'excess':
      return {
        zh: `超出最低分的${contribution.amount}分只作记录，不计入其他条目`,
        en: `${contribution.amount} beyond the floor: recorded, charged nowhere else`,
      };
    case 'mark': {
      const grade = gradeWording(rubric, contribution.grade);
      const { final, points } = contribution;
      return {
        zh: `${final ? '审定' : '评审'}：${grade.zh}，${points}分`,
        en: `${final ? 'Decided' : 'Reviewed'}: ${grade.en}, ${points} points`,
      };
    }
    case 'refused': {
      const reasons: Record<string, Wording | undefined> = REFUSALS;
      const reason = reasons[contribution.reason] ?? { zh: contribution.reason, en: contribution.reason };
      return { zh: `未予受理：${reason.zh}`, en: `Refused: ${reason.en}` };
    }
  }
}

function countWording(rubric: CompiledRubric, count: Extract<Contribution, { kind: 'count' }>): Wording {
  const metric = rubric.table.metrics.find(({ id }) => id === count.metric);
  const grade = gradeWording(rubric, count.gradeAtMost);
  const short = count.least - count.count;
  const zh = `${metric?.title ?? count.metric}：${count.count}次，要求不少于${count.least}次`;
  const en = `${count.metric}: ${count.count} of ${count.least}`;
  if (short <= 0) return { zh: `${zh}，已满足`, en: `${en}, met` };
  return {
    zh: `${zh}，差${short}次${count.caps ? `，等次最高为${grade.zh}` : ''}`,
    en: `${en}, ${short} short${count.caps ? `; the grade is at most ${grade.en}` : ''}`,
  };
}

function deductionWording(rubric: CompiledRubric, deduction: Extract<Contribution, { kind: 'deduction' }>): Wording {
  const rule = rubric.leaves.map(({ source }) => source.rule);
  const rates = rule.flatMap((each) => (each.kind === 'deduct' ? each.rates : []));
  const title = rates.find(({ id }) => id === deduction.rate)?.title ?? deduction.rate;
  return { zh: `${title}，扣${deduction.amount}分`, en: `${deduction.rate}: −${deduction.amount}` };
}
