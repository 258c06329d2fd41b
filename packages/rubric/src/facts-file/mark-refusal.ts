import { covers } from '../bands.ts';
import type { Admitted, Band, CompiledLine } from '../compiled.ts';
import { type Exact, compare, divide, exact, multiply, round, written } from '../exact.ts';
import { isDecimal } from '../expression/names.ts';
import { reasonWording } from '../explain/reasons.ts';
import type { Names } from '../explain/names.ts';
import type { Wording } from '../explain/wording.ts';
import type { MarkFact } from '../facts.ts';
import { namesAllowed, unknownGroup, unknownName } from '../unknown-name.ts';
import { numberSlip } from './number-slips.ts';

/** Why a mark is refused and what may be given instead. */
export function markRefusal(line: CompiledLine, mark: MarkFact, reason: string, names: Names): Wording {
  if (line.from.kind !== 'mark') return reasonWording(reason);
  const { admitted, raters } = line.from;
  switch (reason) {
    case 'mark.unknown-grade':
      return unknownGrade(admitted, mark, names);
    case 'mark.not-a-number':
      return notANumber(line, admitted, mark);
    case 'mark.beyond-points':
      return beyond(admitted, mark.points, line.pointsText);
    case 'mark.off-step':
      return offStep(admitted, mark, line.points);
    case 'mark.not-admitted':
      return notAmongValues(admitted, mark.points);
    case 'mark.outside-band':
    case 'mark.no-grade-covers':
      return outsideBand(admitted, mark, names);
    case 'mark.unknown-group': {
      const groups = (raters?.shares ?? []).map(({ id }) => ({ id, title: names.group(line.id, id) }));
      return unknownGroup(mark.group ?? '', groups, { zh: '评分组', en: 'group of assessors' });
    }
    default:
      return reasonWording(reason);
  }
}

function unknownGrade(admitted: Admitted, { grade, points }: MarkFact, names: Names): Wording {
  const known = gradesOf(admitted).map((code) => ({ id: code, title: names.grade(code) }));
  if (grade !== '') return unknownName(grade, known, { zh: '本条没有等次', en: 'the line has no grade' });
  const { zh, en } = namesAllowed(known);
  const given = points === '' ? ['', ''] : [`只写了分数 ${points}，`, `points alone (${points}): `];
  return { zh: `${given[0]}还须写等次：${zh}`, en: `${given[1]}a grade is needed too: ${en}` };
}

const gradesOf = (admitted: Admitted): string[] => {
  if (admitted.kind === 'scale') return admitted.bands.flatMap(({ grade }) => grade ?? []);
  return admitted.kind === 'grades' ? admitted.grades.map(({ grade }) => grade) : [];
};

function notANumber({ pointsText }: CompiledLine, admitted: Admitted, { points, grade }: MarkFact): Wording {
  const example = admitted.kind === 'percent' ? '80' : pointsText;
  if (points !== '') return numberSlip(points, example);
  if (admitted.kind === 'scale')
    return { zh: `除等次外还须写分数，如 ${example}`, en: `points are needed beside the grade, like ${example}` };
  return numberSlip(grade, example);
}

function beyond(admitted: Admitted, points: string, full: string): Wording {
  if (admitted.kind === 'percent')
    return {
      zh: `${points} 超过 100（本条按百分数打分）`,
      en: `${points} is more than 100: the line is marked in percent`,
    };
  return {
    zh: `${points} 分超过本条满分 ${full} 分`,
    en: `${points} points are more than the ${full} that the line is worth`,
  };
}

/** The multiples of the step on either side, as far as the line is worth so much and the grade spans them. */
function offStep(admitted: Admitted, { grade, points: text }: MarkFact, full: Exact): Wording {
  if (admitted.kind === 'values' || admitted.kind === 'grades') return reasonWording('mark.off-step');
  const { step } = admitted;
  const points = exact(text);
  const band = admitted.kind === 'scale' ? admitted.bands.find((each) => each.grade === grade) : undefined;
  const most = admitted.kind === 'percent' ? { n: 100, d: 1 } : full;
  const around = (['cut', 'up'] as const).map((mode) => multiply(round(divide(points, step), mode, 0), step));
  const fits = (each: Exact) => compare(each, most) <= 0 && (!band || covers(band, each));
  const allowed = around.filter(fits).map(written);
  const [given, one] = [written(points), written(step)];
  return {
    zh: `${given} 不是 ${one} 的整数倍，可打 ${allowed.join(' 或 ')}`,
    en: `${given} is no whole multiple of ${one}: give ${allowed.join(' or ')}`,
  };
}

function notAmongValues(admitted: Admitted, points: string): Wording {
  const values = admitted.kind === 'values' ? admitted.values.map(written) : [];
  return {
    zh: `${points} 不在可打的分值之列：${values.join('、')}`,
    en: `${points} is none of the points that may be given: ${values.join(', ')}`,
  };
}

/** What the grade spans, and which grade the points belong to. */
function outsideBand(admitted: Admitted, { grade, points }: MarkFact, names: Names): Wording {
  const bands = admitted.kind === 'scale' ? admitted.bands : [];
  const covering = isDecimal(points) ? bands.find((band) => covers(band, exact(points))) : undefined;
  const own = bands.find((band) => band.grade === grade);
  const said = own ? bandWording(own, names) : { zh: '', en: '' };
  const instead = covering ? bandWording(covering, names) : null;
  return {
    zh: `${points} 分不在${said.zh}之内，${instead ? `而在${instead.zh}之内` : '也不在任何等次之内'}`,
    en: `${points} points are not within ${said.en}, ${instead ? `but within ${instead.en}` : 'nor within any other grade'}`,
  };
}

function bandWording({ grade, from, to, fromOpen, toOpen }: Band, names: Names): Wording {
  const title = names.grade(grade ?? '');
  const [low, high] = [from ? written(from) : '0', to ? written(to) : ''];
  if (from && to && compare(from, to) === 0) return { zh: `“${title}”的 ${low} 分`, en: `“${title}” (${low})` };
  const [above, below] = [fromOpen ? '以上（不含）' : '', toOpen ? '（不含）' : ''];
  return {
    zh: `“${title}”的 ${low}${above}–${high}${below}`,
    en: `“${title}” (${fromOpen ? 'above ' : ''}${low}–${toOpen ? 'below ' : ''}${high})`,
  };
}
