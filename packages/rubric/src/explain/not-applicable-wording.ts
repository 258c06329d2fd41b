import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { Contribution } from '../contribution.ts';
import { namesOf } from './names.ts';
import { type Wording, shown } from './wording.ts';

const BECOMES: Record<string, Wording> = {
  exclude: { zh: '不计入', en: 'left out' },
  full: { zh: '按满分计', en: 'full marks' },
  zero: { zh: '按零分计', en: 'no points' },
};

/** What is to become of a line that does not apply, or of its group. */
export const NOT_APPLICABLE: Record<NonNullable<CompiledLine['notApplicable']>, Wording> = {
  exclude: { zh: '不适用时不计入', en: 'left out where it does not apply' },
  full: { zh: '不适用时计满分', en: 'full marks where it does not apply' },
  zero: { zh: '不适用时计零分', en: 'no points where it does not apply' },
  rescale: { zh: '有不适用的，按其余各项换算到满分', en: 'scaled up to its points where parts do not apply' },
  shrink: { zh: '有不适用的，满分相应减少', en: 'less to reach where parts do not apply' },
};

/** Why a line does not apply, and what becomes of it. */
export function notApplicableWording({ notApplicable }: CompiledLine, reason: string): Wording {
  const becomes = BECOMES[notApplicable ?? ''];
  return {
    zh: `不适用：${reason}${becomes ? `，${becomes.zh}` : ''}`,
    en: `Not applicable: ${reason}${becomes ? `; ${becomes.en}` : ''}`,
  };
}

/** Of which parts it is not known yet whether they apply. */
export function mayNotApplyWording(
  rubric: CompiledRubric,
  { lines }: Extract<Contribution, { kind: 'may-not-apply' }>,
): Wording {
  const names = lines.map((id) => namesOf(rubric).line(id));
  return {
    zh: `${names.map(({ zh }) => zh).join('、')}是否适用尚未确定，适用与不适用两种结果都在所列区间之内`,
    en: `not settled whether ${names.map(({ en }) => en).join(', ')} ${names.length === 1 ? 'applies' : 'apply'}: the interval holds what it comes to either way`,
  };
}

/** What was reached of what could be had without the parts that do not apply, and how that was scaled. */
export function leftOutWording(
  rubric: CompiledRubric,
  { notApplicable, pointsText }: CompiledLine,
  { lines, of, raw }: Extract<Contribution, { kind: 'left-out' }>,
): Wording {
  const names = namesOf(rubric);
  const [zhLines, enLines] = [lines.map((id) => names.line(id).zh), lines.map((id) => names.line(id).en)];
  const zh = `${zhLines.join('、')}不适用，其余可得${of}分，实得${shown(raw)}分`;
  const en = `without ${enLines.join(', ')}: ${shown(raw)} of ${of}`;
  if (notApplicable === 'rescale')
    return {
      zh: `${zh}，按实得分 ÷ ${of} × ${pointsText} 折算`,
      en: `${en}, scaled: what was reached ÷ ${of} × ${pointsText}`,
    };
  return notApplicable === 'shrink'
    ? { zh: `${zh}，满分减为${of}分`, en: `${en}, which is all that can be had` }
    : { zh, en };
}
