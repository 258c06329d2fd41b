import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { Contribution } from '../scorecard.ts';
import { combinedWording } from './combined-wording.ts';
import { expressionWording } from './expression-wording.ts';
import { leftOutWording, notApplicableWording } from './not-applicable-wording.ts';
import { namesOf } from './names.ts';
import { reasonWording } from './reasons.ts';
import type { Standing } from './standing.ts';
import { excessWording, stepWording } from './step-wording.ts';
import { tallyWording } from './tally-wording.ts';
import type { Told } from './told-steps.ts';
import { type Wording, ends, shown } from './wording.ts';

/** What one contribution to a line's figure says. `standing`: where the unit stands, for a step that compares it. */
export function contributionWording(
  rubric: CompiledRubric,
  line: CompiledLine,
  told: Told,
  standing: Standing | undefined,
): Wording {
  const { contribution } = told;
  switch (contribution.kind) {
    case 'open':
      return { zh: '尚未评定', en: 'Not judged yet' };
    case 'evidence':
      return { zh: `佐证材料${contribution.facts.length}件`, en: `Evidence: ${contribution.facts.length}` };
    case 'count':
      return countWording(rubric, contribution);
    case 'deduction':
    case 'addition':
      return chargeWording(rubric, contribution);
    case 'excess':
      return excessWording(told.step, contribution.amount);
    case 'mark':
      return markWording(rubric, contribution);
    case 'refused': {
      const { zh, en } = reasonWording(contribution.reason);
      return { zh: `未予受理：${zh}`, en: `Refused: ${en}` };
    }
    case 'formula': {
      const { zh, en } = expressionWording(namesOf(rubric), contribution.text);
      const value = ends(contribution.floor, contribution.ceiling);
      return { zh: `按 ${zh} 计算，得 ${value}`, en: `${en} gives ${value}` };
    }
    case 'combined':
      return combinedWording(rubric, line, contribution);
    case 'tally':
      return tallyWording(rubric, line, contribution);
    case 'step':
      return stepWording(rubric, line, told, contribution, standing);
    case 'left-out':
      return leftOutWording(rubric, line, contribution);
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

function chargeWording(rubric: CompiledRubric, { kind, rate, amount }: Of<'deduction'> | Of<'addition'>): Wording {
  const title = namesOf(rubric).rate(rate);
  const [zh, sign] = kind === 'deduction' ? ['扣', '−'] : ['加', '+'];
  return { zh: `${title}，${zh}${amount}分`, en: `${title}: ${sign}${amount}` };
}
