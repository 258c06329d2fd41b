import { covers } from '../bands.ts';
import type { CompiledLine, CompiledRubric, CompiledStep } from '../compiled.ts';
import type { Contribution } from '../scorecard.ts';
import { expressionWording } from './expression-wording.ts';
import { bandEnds } from './figure-wording.ts';
import { gateEffect } from './gate-wording.ts';
import { namesOf } from './names.ts';
import { relativeWording } from './relative-wording.ts';
import type { Standing } from './standing.ts';
import { limitRule, roundRule } from './step-rule.ts';
import type { Told } from './told-steps.ts';
import { type Wording, ends, inBoth } from './wording.ts';

/** What a limit cut off, and which limit: its own, or that of a rate. */
export function excessWording(step: CompiledStep | null, amount: string): Wording {
  if (step?.kind !== 'clamp')
    return {
      zh: `超出限额的${amount}分只作记录，不计入其他条目`,
      en: `${amount} beyond the limit: recorded, charged nowhere else`,
    };
  const { zh, en } = limitRule(step);
  return {
    zh: `${zh}，超出的${amount}分只作记录，不计入其他条目`,
    en: `${en}: ${amount} beyond it is recorded and charged nowhere else`,
  };
}

/** What a step did, and what the figure was after it. */
export function stepWording(
  rubric: CompiledRubric,
  line: CompiledLine,
  told: Told,
  { floor, ceiling, grade }: Extract<Contribution, { kind: 'step' }>,
  standing: Standing | undefined,
): Wording {
  const did = deedOf(rubric, line, told, standing);
  const title = grade === null ? '' : namesOf(rubric).grade(grade);
  const isGradeAlone = line.worth === 'none' && line.from.kind === 'mark';
  const after = [...(isGradeAlone ? [] : [ends(floor, ceiling)]), ...(title === '' ? [] : [title])];
  return inBoth((language) =>
    language === 'zh' ? `${did.zh}，得 ${after.join('，')}` : `${did.en}: ${after.join(', ')}`,
  );
}

function deedOf(
  rubric: CompiledRubric,
  line: CompiledLine,
  { step, before }: Told,
  standing: Standing | undefined,
): Wording {
  switch (step?.kind) {
    case undefined:
      return { zh: '计算', en: 'computed' };
    case 'compute': {
      const { zh, en } = expressionWording(namesOf(rubric), step.text);
      return { zh: `再按 ${zh} 计算`, en: `then ${en}` };
    }
    case 'clamp':
      return limitRule(step);
    case 'round':
      return roundRule(step);
    case 'band': {
      const band = before && step.bands.find((each) => covers(each, before));
      return band
        ? { zh: `在 ${bandEnds(band)} 一档`, en: `in the band ${bandEnds(band)}` }
        : { zh: '分档', en: 'by bands' };
    }
    case 'decide':
      return { zh: '按情形判定', en: 'decided by the first case that holds' };
    case 'gate': {
      const { zh, en } = gateEffect(rubric, line, step);
      return { zh: `${step.because}，${zh}`, en: `${step.because}: ${en}` };
    }
    case 'relative':
      return relativeWording(step, standing);
  }
}
