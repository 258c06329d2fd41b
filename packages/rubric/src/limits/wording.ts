import { type Wording, shown } from '../explain/wording.ts';
import type { CrossedLimits } from './crossed-limits.ts';

/** Two limits that contradict each other, with what comes of it: “下限 9 高于上限 3，无论算出多少都是 9 分”. */
export function crossedWording(crossed: CrossedLimits): Wording {
  const [least, most] = [shown(crossed.least), shown(crossed.most)];
  switch (crossed.kind) {
    case 'clamp':
      return {
        zh: `下限 ${least} 高于上限 ${most}，无论算出多少都是 ${least}，上限不起作用`,
        en: `the floor of ${least} is above the cap of ${most}: whatever comes out, it is ${least}`,
      };
    case 'floor':
      return {
        zh: `下限 ${least} 高于分值 ${most}，一分未得的也计 ${least} 分`,
        en: `the floor of ${least} is above the ${most} that the line is worth: nothing at all still comes to ${least}`,
      };
    case 'cap':
      return {
        zh: `上限 ${most} 低于本条最少的 ${least} 分，得满分的也只计 ${most} 分`,
        en: `the cap of ${most} is below the ${least} that the line comes to at least: full marks come to ${most}`,
      };
    case 'input':
      return {
        zh: `“${crossed.title}”最小 ${least}，最大 ${most}，填什么数都不能接受`,
        en: `“${crossed.title}” is at least ${least} and at most ${most}: no number fits`,
      };
    case 'band':
      return {
        zh: `第 ${crossed.nth} 档从 ${least} 到 ${most}，首尾颠倒，没有得数落在其中`,
        en: `band ${crossed.nth} begins at ${least} and ends at ${most}: no figure lies in it`,
      };
    case 'gate':
      return {
        zh: `“${crossed.because}”要计 ${least} 分，又规定不超过 ${most} 分，只计 ${most} 分`,
        en: `“${crossed.because}” puts ${least} and allows ${most} at most: it comes to ${most}`,
      };
    case 'gate-grade':
      return {
        zh: `“${crossed.because}”评为${least}，又规定最高为${most}`,
        en: `“${crossed.because}” gives ${least}, and at most ${most}`,
      };
    case 'best':
      return {
        zh: `只计最好的 ${least} 项，下级却只有 ${most} 项，等于全部计入`,
        en: `the best ${least} count, of ${most} parts: all of them do`,
      };
    case 'drop':
      return {
        zh: `有 ${most} 个时两头各去掉 ${least} 个，一个也不剩，无法计算`,
        en: `of ${most}, ${least} fall away at either end: none is left to count`,
      };
    case 'document':
      return {
        zh: `“${crossed.title}”自 ${crossed.least} 起有效，却到 ${crossed.most} 为止，没有一天有效`,
        en: `“${crossed.title}” is valid from ${crossed.least} to ${crossed.most}: not for a day`,
      };
  }
}
