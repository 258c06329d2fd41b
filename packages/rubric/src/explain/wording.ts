import type { CompiledRubric } from '../compiled.ts';
import { exact, round, written } from '../exact.ts';
import type { Contribution, Outcome } from '../scorecard.ts';
import { leavesAndFigures } from '../tree.ts';
import { reasonWording } from './reasons.ts';

/** One thing said to people, in Chinese and in English. */
export interface Wording {
  zh: string;
  en: string;
}

/** A decimal for people: U+2212 as the minus sign. */
export const shown = (points: string): string => points.replace('-', '−');

/** "5–7" with an en dash, or the point where both ends meet. */
export const range = (floor: string, ceiling: string): string =>
  floor === ceiling ? shown(floor) : `${shown(floor)}–${shown(ceiling)}`;

/** The same as people read it: a fraction that no decimal holds with what it comes to about, "73/9（≈8.11）". */
export function figureWording(rubric: CompiledRubric, floor: string, ceiling: string): string {
  if (!floor.includes('/') && !ceiling.includes('/')) return range(floor, ceiling);
  const { mode, places } = rubric.published.rounding;
  const about = (text: string): string => written(round(exact(text), mode, Number(places)));
  return `${range(floor, ceiling)}（≈${range(about(floor), about(ceiling))}）`;
}

/** A grade in both languages: the table's title, and its code, which is an English word. */
export function gradeWording(rubric: CompiledRubric, code: string): Wording {
  return { zh: rubric.table.grades.find((grade) => grade.code === code)?.title ?? code, en: code };
}

/** Why a line has no value of its own. */
export function outcomeWording(id: string, { kind, reason }: Outcome): Wording {
  const { zh, en } = reasonWording(reason);
  switch (kind) {
    case 'refused':
      return { zh: `${id}不予计分：${zh}。`, en: `${id}: refused, ${en}.` };
    case 'unsettled':
      return {
        zh: `${id}规则未作规定，须作判断并说明理由：${zh}。`,
        en: `${id}: not settled by the rules; to be judged, with a reason: ${en}.`,
      };
    case 'not-applicable':
      return { zh: `${id}不适用：${zh}。`, en: `${id}: not applicable, ${en}.` };
  }
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
    case 'addition':
      return chargeWording(rubric, contribution);
    case 'excess':
      return {
        zh: `超出限额的${contribution.amount}分只作记录，不计入其他条目`,
        en: `${contribution.amount} beyond the limit: recorded, charged nowhere else`,
      };
    case 'mark':
      return markWording(rubric, contribution);
    case 'refused': {
      const { zh, en } = reasonWording(contribution.reason);
      return { zh: `未予受理：${zh}`, en: `Refused: ${en}` };
    }
    case 'formula': {
      const value = ends(contribution.floor, contribution.ceiling);
      return { zh: `按 ${contribution.text} 计算，得 ${value}`, en: `${contribution.text} gives ${value}` };
    }
    case 'combined':
      return combinedWording(contribution);
    case 'tally': {
      const { group, valid, entitled, points } = contribution;
      const [zh, en] = group === '' ? ['', ''] : [`${group}：`, `${group}: `];
      return {
        zh: `${zh}应到${entitled}人，有效票${valid}张，得 ${points}`,
        en: `${en}${valid} valid ballots of ${entitled}, ${points}`,
      };
    }
    case 'step':
      return stepWording(rubric, contribution);
    case 'left-out': {
      const lines = contribution.lines.join('、');
      return {
        zh: `${lines}不适用，其余可得${contribution.of}分，实得${shown(contribution.raw)}分`,
        en: `without ${contribution.lines.join(', ')}: ${shown(contribution.raw)} of ${contribution.of}`,
      };
    }
    case 'not-applicable':
      return { zh: `不适用：${contribution.reason}`, en: `Not applicable: ${contribution.reason}` };
    case 'decision':
      return { zh: `作出判断：${contribution.reason}`, en: `Decided: ${contribution.reason}` };
    case 'alert': {
      const { zh, en } = reasonWording(contribution.alert);
      return { zh: `提醒：${zh}（${contribution.text}）`, en: `Alert: ${en} (${contribution.text})` };
    }
  }
}

type Of<Kind extends Contribution['kind']> = Extract<Contribution, { kind: Kind }>;

function markWording(rubric: CompiledRubric, { grade: code, final, points }: Of<'mark'>): Wording {
  const grade = gradeWording(rubric, code);
  const zh = [code === '' ? '' : grade.zh, points === '' ? '' : `${shown(points)}分`].filter(Boolean).join('，');
  const en = [code, points === '' ? '' : `${shown(points)} points`].filter(Boolean).join(', ');
  return { zh: `${final ? '审定' : '评审'}：${zh}`, en: `${final ? 'Decided' : 'Reviewed'}: ${en}` };
}

function countWording(rubric: CompiledRubric, count: Of<'count'>): Wording {
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

function chargeWording(rubric: CompiledRubric, charge: Of<'deduction'> | Of<'addition'>): Wording {
  const rates = leavesAndFigures(rubric.table).flatMap(({ from }) => [
    ...(from.cases?.deduct ?? []),
    ...(from.cases?.add ?? []),
  ]);
  const title = rates.find(({ id }) => id === charge.rate)?.title ?? charge.rate;
  const [zh, sign] = charge.kind === 'deduction' ? ['扣', '−'] : ['加', '+'];
  return { zh: `${title}，${zh}${charge.amount}分`, en: `${charge.rate}: ${sign}${charge.amount}` };
}

const COMBINED: Record<string, string> = {
  sum: '合计',
  weighted: '加权',
  mean: '平均',
  lowest: '取最低',
  highest: '取最高',
};

function combinedWording({ by, parts, floor, ceiling }: Of<'combined'>): Wording {
  const [how = '', group] = by.split(' ');
  const counted = parts.filter((part) => part.counted).length;
  const value = ends(floor, ceiling);
  const dropped = parts.length - counted;
  return {
    zh: `${group === undefined ? '' : `${group}：`}${counted}项${COMBINED[how] ?? how}${dropped > 0 ? `（另${dropped}项不计）` : ''}，得 ${value}`,
    en: `${group === undefined ? '' : `${group}: `}${how} of ${counted}${dropped > 0 ? ` (${dropped} left out)` : ''}: ${value}`,
  };
}

const STEPS: Record<string, Wording> = {
  compute: { zh: '计算', en: 'computed' },
  clamp: { zh: '限额', en: 'limited' },
  round: { zh: '取整', en: 'rounded' },
  band: { zh: '分档', en: 'banded' },
  decide: { zh: '判定', en: 'decided by' },
  gate: { zh: '前置规则', en: 'gate' },
  relative: { zh: '与同组比较', en: 'against the group' },
};

function stepWording(rubric: CompiledRubric, { step, text, floor, ceiling, grade }: Of<'step'>): Wording {
  const { zh, en } = STEPS[step] ?? { zh: step, en: step };
  const graded = grade === null ? null : gradeWording(rubric, grade);
  const detail = text === '' ? '' : `（${text}）`;
  return {
    zh: `${zh}${detail}：${ends(floor, ceiling)}${graded ? `，${graded.zh}` : ''}`,
    en: `${en}${text === '' ? '' : ` (${text})`}: ${ends(floor, ceiling)}${graded ? `, ${graded.en}` : ''}`,
  };
}

/** An interval whose ends may be missing. */
export const ends = (floor: string | null, ceiling: string | null): string =>
  floor !== null && ceiling !== null
    ? range(floor, ceiling)
    : `${floor === null ? '…' : shown(floor)}–${ceiling === null ? '…' : shown(ceiling)}`;
