import { type Wording, range } from '../explain/wording.ts';
import type { Finding } from './finding.ts';

/** An end that no rule sets is told as such, with what would set it. */
export function beyondLine({ points, from, to }: Extract<Finding, { code: 'line.beyond-points' }>): Wording {
  if (from !== null && to !== null) {
    const reach = range(from, to);
    return {
      zh: `可得 ${reach}，超出本条的 ${points} 分`,
      en: `it can come to ${reach}, beyond its ${points} points`,
    };
  }
  const upper = { zh: '得分没有上限', en: 'nothing says how high it may come' };
  const lower = { zh: '得分没有下限', en: 'nothing says how low it may come' };
  const neither = { zh: '得分没有上限，也没有下限', en: 'nothing says how high or how low it may come' };
  const open = to !== null ? lower : from === null ? neither : upper;
  return {
    zh: `${open.zh}，而本条只有 ${points} 分，须用 clamp 写明`,
    en: `${open.en}, and the line is worth ${points}: set an end with clamp`,
  };
}

/** Of many lines that may be left out a few are named. */
export function beyondGroup({ points, from, to, without }: Extract<Finding, { code: 'group.beyond-points' }>): Wording {
  const reach = range(from, to);
  if (without.length === 0)
    return {
      zh: `可能得 ${reach}，超出可得的 ${points} 分`,
      en: `it may come to ${reach}, beyond the ${points} to be had`,
    };
  const some = without.slice(0, 3);
  const others = without.length > some.length;
  return {
    zh: `${some.join('、')}${others ? `等 ${without.length} 条` : ''}不适用时只剩 ${points} 分可得，本项却可能得 ${reach}`,
    en: `with ${some.join(', ')}${others ? ' and others' : ''} left out ${points} are left to be had, and it may come to ${reach}`,
  };
}
