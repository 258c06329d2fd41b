import type { Rubric } from '../rubric.ts';
import { crossedWording } from '../limits/wording.ts';
import { type Wording, range, shown } from '../explain/wording.ts';
import { beyondGroup, beyondLine } from './beyond-wording.ts';
import type { Band, Finding } from './finding.ts';

/** A finding in a sentence, with the concrete example that shows it: “8分项（20条，如1.1）：一般 3–5 与 不合格 0–4 在 3–4 重叠”. */
export function findingWording(table: Rubric, finding: Finding): Wording {
  const { zh, en } = said(table, finding);
  const place = placeOf(finding);
  return { zh: `${place.zh}：${zh}`, en: `${place.en}: ${en}` };
}

function placeOf(finding: Finding): Wording {
  const [first = ''] = finding.leaves;
  const many = finding.leaves.length > 1;
  if (!('points' in finding) || OF_ONE_LINE.has(finding.code)) {
    return many ? { zh: `${first}等${finding.leaves.length}条`, en: `${first} and others` } : { zh: first, en: first };
  }
  const lines = many ? `${finding.leaves.length}条，如${first}` : first;
  const some = many ? `${finding.leaves.length}, e.g. ${first}` : first;
  return { zh: `${finding.points}分项（${lines}）`, en: `Lines of ${finding.points} points (${some})` };
}

/** They tell of one line's points, not of all lines that are worth as much. */
const OF_ONE_LINE = new Set([
  'group.beyond-points',
  'deduction.unbounded',
  'rate.beyond-limit',
  'line.beyond-points',
  'gate.beyond-points',
]);

function said(table: Rubric, finding: Finding): Wording {
  const titleOf = (code: string) => table.grades.find((grade) => grade.code === code)?.title ?? code;
  const zhBand = ({ grade, from, to }: Band) => `${titleOf(grade)} ${range(from, to)}`;
  const enBand = ({ grade, from, to }: Band) => `${grade} ${range(from, to)}`;
  switch (finding.code) {
    case 'band.below-zero':
      return {
        zh: `${zhBand(finding)}，低于零分`,
        en: `${enBand(finding)} reaches below zero`,
      };
    case 'band.overlap': {
      const common = range(finding.from, finding.to);
      return {
        zh: `${zhBand(finding.better)} 与${zhBand(finding.worse)} 在 ${common} 重叠，同一分数两个等次都可评`,
        en: `${enBand(finding.better)} and ${enBand(finding.worse)} overlap on ${common}: one mark, two grades`,
      };
    }
    case 'band.touch':
      return {
        zh: `恰为 ${finding.at} 分的，${titleOf(finding.better.grade)}、${titleOf(finding.worse.grade)}都可评`,
        en: `${finding.at} exactly is both ${finding.better.grade} and ${finding.worse.grade}`,
      };
    case 'band.order':
      return {
        zh: `${zhBand(finding.worse)} 可高于${zhBand(finding.better)}，等次次序颠倒`,
        en: `${enBand(finding.worse)} may outscore ${enBand(finding.better)}`,
      };
    case 'band.gap':
      return {
        zh: `${shown(finding.from)} 至 ${shown(finding.to)} 之间没有等次，这样的分数无法评定`,
        en: `no grade covers the marks between ${shown(finding.from)} and ${shown(finding.to)}`,
      };
    case 'grade.unreachable':
      return {
        zh: `${zhBand(finding)} 中没有可打的分数，这一等次永远评不到`,
        en: `no mark lies in ${enBand(finding)}: the grade can never be given`,
      };
    case 'scale.no-step':
      return { zh: '未规定打分的最小单位', en: 'nothing says how finely marks may be given' };
    case 'mark.uneven-step':
      return {
        zh: `打分单位 ${finding.step} 除不尽满分 ${finding.full}，最高只能打 ${finding.most}`,
        en: `${finding.full} is no whole multiple of the step ${finding.step}: nobody can be given more than ${finding.most}`,
      };
    case 'sum.mismatch':
      return {
        zh: `写明 ${finding.stated} 分，下级合计 ${finding.sum} 分`,
        en: `${finding.stated} points are stated, the parts add up to ${finding.sum}`,
      };
    case 'limits.crossed':
      return crossedWording(finding.limits);
    case 'rate.beyond-limit':
      return {
        zh: `“${finding.rate}”一例计 ${finding.points} 分，合计却以 ${finding.limit} 分为限，一例也计不足`,
        en: `one case of “${finding.rate}” is ${finding.points}, and all of them ${finding.limit} at most: not even one counts whole`,
      };
    case 'deduction.unbounded':
      return {
        zh: `一例最多扣 ${finding.heaviest} 分，几例即可超过本条的 ${finding.points} 分，未规定扣到何处为止`,
        en: `a few cases of ${finding.heaviest} exceed the ${finding.points} points of the line, and nothing ends them`,
      };
    case 'deduction.stacked':
      return {
        zh: `同一行为可能同时适用多项扣分（如“${finding.first}”与“${finding.second}”），未规定如何计算`,
        en: `one act can meet several rates (“${finding.first}”, “${finding.second}”), and nothing says which count`,
      };
    case 'deduction.beside-grades':
      return {
        zh: '本条已逐项规定扣分，是否还要评等次未写明',
        en: 'the line has rates of its own; whether it is graded too is not said',
      };
    case 'text.threshold':
      return {
        zh: `“${finding.quote}”，达不到的后果未规定`,
        en: `“${finding.quote}”: nothing says what follows when it is not met`,
      };
    case 'text.discretion':
      return { zh: `“${finding.quote}”，幅度未规定`, en: `“${finding.quote}”: how much is not said` };
    case 'evidence.none':
      return { zh: '没有任何一种佐证材料可以用于评分', en: 'no kind of evidence can ever count' };
    case 'evidence.unsatisfiable':
      return {
        zh: `要求“${finding.kind}”不少于${finding.least}次，但该类材料不计入本条，永远达不到`,
        en: `at least ${finding.least} of “${finding.kind}” are asked for, which never count for the line`,
      };
    case 'document.superseded':
      return {
        zh: `引用的 ${finding.document} 已于 ${finding.on} 由 ${finding.by} 代替`,
        en: `${finding.document} was superseded by ${finding.by} on ${finding.on}`,
      };
    case 'rule.faulty':
      return finding.said;
    case 'gate.always':
      return { zh: `“${finding.because}”在任何情况下都成立`, en: `“${finding.because}” holds whatever happens` };
    case 'gate.never':
      return { zh: `“${finding.because}”在任何情况下都不成立`, en: `“${finding.because}” can never hold` };
    case 'gate.beyond-points':
      return {
        zh: `“${finding.because}”的 ${finding.limit} 分高于本条的 ${finding.points} 分`,
        en: `“${finding.because}” allows ${finding.limit}, beyond its ${finding.points} points`,
      };
    case 'points.missing':
      return {
        zh: `全表未写明分值（points），下级合计 ${finding.sum} 分，无从核对`,
        en: `the table states no points, so that nothing checks the ${finding.sum} of its parts`,
      };
    case 'points.needed':
      return {
        zh: `下级按权重合计，而本条没有写分值（points），只好按下级合计的 ${finding.sum} 分算满分`,
        en: `its parts are weighted, but it states no points of its own: it is taken to be worth the ${finding.sum} of its parts`,
      };
    case 'line.uncounted':
      return {
        zh: '没有写 points、bonus 或 penalty，也没有规则提到它，得分、扣分都不会计入',
        en: 'states neither points nor bonus nor penalty, and no rule names it: nothing of it counts',
      };
    case 'line.beyond-points':
      return beyondLine(finding);
    case 'group.beyond-points':
      return beyondGroup(finding);
    case 'selection.undecidable':
      return {
        zh: `“${finding.title}”的排序依据对所有单位都相同，无法评出`,
        en: `“${finding.title}”: every key is the same for all`,
      };
    case 'selection.nobody':
      return { zh: `“${finding.title}”的条件任何单位都达不到`, en: `“${finding.title}”: nobody can be eligible` };
    case 'selection.no-tie-break':
      return {
        zh: `“${finding.title}”只有一项排序依据，并列时无法区分`,
        en: `“${finding.title}”: nothing breaks a tie`,
      };
  }
}
