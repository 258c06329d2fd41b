import { covers } from '../bands.ts';
import type { CompiledLine, CompiledRubric, CompiledStep } from '../compiled.ts';
import { exact } from '../exact.ts';
import { inputsOfText } from './asked.ts';
import type { Spoken } from './spoken.ts';
import { expressionWording } from './expression-wording.ts';
import { bandEnds } from './figure-wording.ts';
import { gateEffect } from './gate-wording.ts';
import { inputsWording } from './input-wording.ts';
import { namesOf } from './names.ts';
import { numeralsOf } from './numerals.ts';
import { relativeWording } from './relative-wording.ts';
import { limitRule, roundRule } from './step-rule.ts';
import type { Contribution } from '../contribution.ts';
import { toldBy } from './told-steps.ts';
import { valuesOf } from './values.ts';
import { type Wording, inBoth } from './wording.ts';

type Of<Kind extends Contribution['kind']> = Extract<Contribution, { kind: Kind }>;

/** What a limit cut off, and which limit: its own, or that of a rate. */
export function excessWording(rubric: CompiledRubric, line: CompiledLine, excess: Of<'excess'>): Wording {
  const { step } = toldBy(line, excess);
  const { amount } = excess;
  const points = line.worth === 'none' ? '' : '分';
  if (step?.kind !== 'clamp') {
    const rate = excess.rate === undefined ? '' : namesOf(rubric).rate(excess.rate);
    return {
      zh: `${rate}超出限额的${amount}${points}只作记录，不计入其他条目`,
      en: `${amount} beyond the limit${rate && ` of ${rate}`}: recorded, charged nowhere else`,
    };
  }
  const { zh, en } = limitRule(line, step);
  return {
    zh: `${zh}，超出的${amount}${points}只作记录，不计入其他条目`,
    en: `${en}: ${amount} beyond it is recorded and charged nowhere else`,
  };
}

/** What a step did, and what the figure was after it. */
export function stepWording(spoken: Spoken, told: Of<'step'>): Wording {
  const { rubric, line, score } = spoken;
  const { step } = toldBy(line, told);
  const { floor, ceiling, grade } = told;
  if (step?.kind === 'gate' && told.open) return openGate(spoken, step);
  const did = deedOf(spoken, told, step);
  if (score.outcome && told === score.contributions?.findLast(({ kind }) => kind === 'step')) return did;
  const title = grade === null ? [] : [namesOf(rubric).grade(grade)];
  const isGradeAlone = line.worth === 'none' && line.from.kind === 'mark';
  return inBoth((language) => {
    const figure = isGradeAlone ? [] : [numeralsOf(rubric, line).exactly(floor, ceiling, language)];
    return language === 'zh'
      ? `${did.zh}，得 ${[...figure, ...title].join('，')}`
      : `${did.en}: ${[...figure, ...title].join(', ')}`;
  });
}

type Gate = Extract<CompiledStep, { kind: 'gate' }>;

/** Nobody knows yet whether the condition holds: what is missing, and what it would do. */
function openGate({ rubric, line, reads }: Spoken, gate: Gate): Wording {
  const inputs = inputsWording(rubric, line, inputsOfText(reads, gate.text));
  const effect = gateEffect(rubric, line, gate);
  return {
    zh: `是否“${gate.because}”尚未确定${inputs.zh}；若是，${effect.zh}`,
    en: `not settled whether “${gate.because}”${inputs.en}; if so, ${effect.en}`,
  };
}

function deedOf(spoken: Spoken, { before, full }: Of<'step'>, step: CompiledStep | null): Wording {
  const { rubric, line, reads, standingAt } = spoken;
  switch (step?.kind) {
    case undefined:
      return { zh: '计算', en: 'computed' };
    case 'compute': {
      const { zh, en } = expressionWording(namesOf(rubric), step.text, valuesOf(rubric, line, reads, before, full));
      return { zh: `再按 ${zh} 计算`, en: `then ${en}` };
    }
    case 'clamp':
      return limitRule(line, step);
    case 'round':
      return roundRule(step);
    case 'band':
      return inBand(step, before);
    case 'decide': {
      const inputs = inputsWording(rubric, line, inputsOfText(reads, ...step.cases.map(({ text }) => text)));
      return { zh: `按情形判定${inputs.zh}`, en: `decided by the first case that holds${inputs.en}` };
    }
    case 'gate':
      return gateDone(rubric, line, step, inputsWording(rubric, line, inputsOfText(reads, step.text)));
    case 'relative':
      return relativeWording(step, standingAt(step));
  }
}

function inBand({ bands }: Extract<CompiledStep, { kind: 'band' }>, { floor, ceiling }: Of<'step'>['before']): Wording {
  const settled = floor !== null && floor === ceiling ? exact(floor) : null;
  const band = settled && bands.find((each) => covers(each, settled));
  if (!band) return { zh: '分档', en: 'by bands' };
  const at = bandEnds(band);
  return { zh: `在 ${at.zh} 一档`, en: `in the band ${at.en}` };
}

function gateDone(rubric: CompiledRubric, line: CompiledLine, gate: Gate, inputs: Wording): Wording {
  const { zh, en } = gateEffect(rubric, line, gate);
  return { zh: `${gate.because}${inputs.zh}，${zh}`, en: `${gate.because}${inputs.en}: ${en}` };
}
