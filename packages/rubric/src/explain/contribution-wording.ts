import type { CompiledRubric } from '../compiled.ts';
import type { Contribution } from '../contribution.ts';
import type { Charge } from './charge-wording.ts';
import { combinedWording } from './combined-wording.ts';
import { expressionWording } from './expression-wording.ts';
import { inputWording } from './input-wording.ts';
import { leftOutWording, mayNotApplyWording, notApplicableWording } from './not-applicable-wording.ts';
import { namesOf } from './names.ts';
import { numeralsOf } from './numerals.ts';
import { reasonWording } from './reasons.ts';
import type { Spoken } from './spoken.ts';
import { excessWording, stepWording } from './step-wording.ts';
import { tallyWording } from './tally-wording.ts';
import { valuesOf } from './values.ts';
import { type Wording, inBoth, shown } from './wording.ts';

/** What one contribution to a line's figure says; charges are told together by `chargesWording`. */
export function contributionWording(spoken: Spoken, contribution: Exclude<Contribution, Charge>): Wording {
  const { rubric, line } = spoken;
  switch (contribution.kind) {
    case 'open':
      return { zh: '尚未评定', en: 'Not judged yet' };
    case 'evidence':
      return { zh: `佐证材料${contribution.facts.length}件`, en: `Evidence: ${contribution.facts.length}` };
    case 'count':
      return countWording(rubric, contribution);
    case 'excess':
      return excessWording(rubric, line, contribution);
    case 'mark':
      return markWording(rubric, contribution);
    case 'refused': {
      const { zh, en } = reasonWording(contribution.reason);
      return { zh: `未予受理：${zh}`, en: `Refused: ${en}` };
    }
    case 'formula':
      return formulaWording(spoken, contribution);
    case 'combined':
      return combinedWording(rubric, line, contribution);
    case 'tally':
      return tallyWording(rubric, line, contribution);
    case 'step':
      return stepWording(spoken, contribution);
    case 'left-out':
      return leftOutWording(rubric, line, contribution);
    case 'may-not-apply':
      return mayNotApplyWording(rubric, contribution);
    case 'not-applicable':
      return notApplicableWording(line, contribution.reason);
    case 'decision':
      return { zh: `作出判断：${contribution.reason}`, en: `Decided: ${contribution.reason}` };
    case 'alert': {
      const { zh, en } = reasonWording(contribution.alert);
      return { zh: `提醒：${zh}（${contribution.text}）`, en: `Alert: ${en} (${contribution.text})` };
    }
  }
}

type Of<Kind extends Contribution['kind']> = Extract<Contribution, { kind: Kind }>;

function markWording(rubric: CompiledRubric, { grade, final, points }: Of<'mark'>): Wording {
  const title = grade === '' ? [] : [namesOf(rubric).grade(grade)];
  const zh = [...title, ...(points === '' ? [] : [`${shown(points)}分`])].join('，');
  const en = [...title, ...(points === '' ? [] : [`${shown(points)} points`])].join(', ');
  return { zh: `${final ? '审定' : '评审'}：${zh}`, en: `${final ? 'Decided' : 'Reviewed'}: ${en}` };
}

function countWording(rubric: CompiledRubric, { metric, count, least, caps, gradeAtMost }: Of<'count'>): Wording {
  const names = namesOf(rubric);
  const short = least - count;
  const zh = `${names.metric(metric)}：${count}次，要求不少于${least}次`;
  const en = `${names.metric(metric)}: ${count} of ${least}`;
  if (short <= 0) return { zh: `${zh}，已满足`, en: `${en}, met` };
  const grade = names.grade(gradeAtMost);
  return {
    zh: `${zh}，差${short}次${caps ? `，等次最高为${grade}` : ''}`,
    en: `${en}, ${short} short${caps ? `; the grade is at most ${grade}` : ''}`,
  };
}

/** With what it was computed and what it gave; of a formula that is one thing alone, what that is. */
function formulaWording({ rubric, line, reads }: Spoken, { text, floor, ceiling }: Of<'formula'>): Wording {
  const [only] = reads.filter((read) => read.text === text);
  if (only) return inputWording(rubric, line, only);
  const values = valuesOf(rubric, line, reads, { floor, ceiling }, line.pointsText);
  const { zh, en } = expressionWording(namesOf(rubric), text, values);
  const value = inBoth((language) => numeralsOf(rubric, line).exactly(floor, ceiling, language));
  return { zh: `按 ${zh} 计算，得 ${value.zh}`, en: `${en} gives ${value.en}` };
}
