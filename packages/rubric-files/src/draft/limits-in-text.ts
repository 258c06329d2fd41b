import { narrow } from '../import/wording.ts';
import { sentenceAt } from './cases-in-text.ts';

/** How far the cases go at most: a place in the text with its figure; `whole`: it says so of all rates together. */
export interface StatedMost {
  points: string;
  whole: boolean;
  /** whether it bounds what is added (true) or taken off (false); null where it does not say which */
  adds: boolean | null;
  quote: string;
  at: number;
  /** which of the text's sentences it stands in, from 0 */
  sentence: number;
}

/** How far the rates of a line go, and which of several cases count. */
export interface StatedLimits {
  most: StatedMost[];
  /** 扣完为止, 最低得2分: what is left at least */
  floor: { points: string; quote: string } | null;
  charge: { by: 'heaviest' | 'heaviest-per-act'; quote: string } | null;
}

const AMOUNT = '(\\d{1,6}(?:\\.\\d{1,4})?)\\s{0,4}分';
const WHOLE = '(本项|合计|累计|总计|总共|各项合计|全年)?';
const MOST = [
  `${WHOLE}(?:最多|最高|至多)(?:可|只|仅)?(?:扣|加|计|得|减|奖)?分?(?:不超过)?\\s{0,4}${AMOUNT}`,
  `${WHOLE}(?:扣分|加分|得分|计分|扣|加)?(?:总数|总额)?(?:不得?超过|不高于|以)\\s{0,4}${AMOUNT}(?:为限|封顶)?`,
  `${WHOLE}(?:上限|封顶)(?:为|是|于)?\\s{0,4}${AMOUNT}`,
  `${WHOLE}()${AMOUNT}封顶`,
  `${WHOLE}扣满\\s{0,4}${AMOUNT}为止`,
];
/** What bounds each month, each person or each time is no bound of the whole. */
const PER_PART =
  /(?:[每单各同](?:一)?(?:个)?(?:半?年|年度|季度?|月份?|周|日|天|次|例|起|件|项|人|篇|类)?|同类)[^，,；;。\n]{0,6}$/;
const ZERO =
  /扣完(?:该项分值|本项分值|分值)?为止|扣至(?:0|零)分?为止|不(?:计|出现|扣|得)负分|不倒扣分?|(?:本项|该项)?(?:最低|至少)(?:为|得|计)?(?:0|零)分|扣完即止/;
const LEAST = new RegExp(`(?:本项|该项)?(?:最低|至少)(?:为|得|计)\\s{0,4}${AMOUNT}`);
const UNTIL = new RegExp(`扣至\\s{0,4}${AMOUNT}为止`);
const PER_ACT =
  /同一[^，,；;。]{0,12}(?:不重复|不累计|取最高|只计|就高)[^，,；;。]{0,20}|不(?:得)?(?:重复|累计)(?:计|加|扣)?分?/;
const HEAVIEST = /(?:只|按|仅)?(?:取|计|就)(?:其)?最高(?:一)?(?:项|分|档|级别|奖项)?(?:计分|计算)?|就高不就低/;

/**
 * Reads 最多扣6分, 以5分为限, 扣完为止, 最低得2分, 取最高一项, 同一事项不重复计分. `points`: what the line is worth, by which
 * 扣至5分为止 says the same as a floor and as a limit, or is left to a person.
 */
export function limitsIn(text: string, points: string | null): StatedLimits {
  const plain = narrow(text);
  const [perAct] = PER_ACT.exec(plain) ?? [];
  const [heaviest] = HEAVIEST.exec(plain) ?? [];
  return {
    most: mostIn(text, plain),
    floor: floorIn(plain, points),
    charge:
      perAct !== undefined
        ? { by: 'heaviest-per-act', quote: perAct }
        : heaviest === undefined
          ? null
          : { by: 'heaviest', quote: heaviest },
  };
}

function mostIn(text: string, plain: string): StatedMost[] {
  const found = MOST.flatMap((pattern) =>
    [...plain.matchAll(new RegExp(pattern, 'g'))].map((match) => ({
      points: match.at(-1) ?? '',
      whole: match[1] !== undefined,
      adds: /[加得奖]/.test(match[0]) ? true : /[扣减]/.test(match[0]) ? false : null,
      quote: text.slice(match.index, match.index + match[0].length),
      at: match.index,
      sentence: sentenceAt(text, match.index),
    })),
  );
  return found
    .filter(
      ({ at, quote }) =>
        !found.some((each) => each.at < at && at < each.at + each.quote.length && quote !== each.quote),
    )
    .filter(({ at }, index, kept) => kept.findIndex((each) => each.at === at) === index)
    .filter(({ at, whole }) => whole || !PER_PART.test(clauseBefore(plain, at)))
    .toSorted((a, b) => a.at - b.at);
}

/** What stands before a place in its own clause; what a rate says before it is none of its words. */
const clauseBefore = (plain: string, at: number): string =>
  (
    plain
      .slice(Math.max(0, at - 40), at)
      .split(/[，,；;。\n]/)
      .at(-1) ?? ''
  ).replace(/^.*\d\s{0,4}分/, '');

function floorIn(plain: string, points: string | null): StatedLimits['floor'] {
  const [zero] = ZERO.exec(plain) ?? [];
  if (zero !== undefined) return { points: '0', quote: zero };
  const [least, atLeast] = LEAST.exec(plain) ?? [];
  if (least !== undefined && atLeast !== undefined) return { points: atLeast, quote: least };
  const [until, end] = UNTIL.exec(plain) ?? [];
  if (until === undefined || end === undefined || Number(end) * 2 !== Number(points)) return null;
  return { points: end, quote: until };
}
