import { narrow } from '../import/wording.ts';

/** How far the rates of a line go, and which of several cases count. */
export interface StatedLimits {
  /** what the cases come to at most, each with the place where it stands; `whole`: for all rates together */
  most: { points: string; whole: boolean; quote: string; at: number }[];
  /** 扣完为止: never below zero */
  floor: string | null;
  charge: { by: 'heaviest' | 'heaviest-per-act'; quote: string } | null;
}

const AMOUNT = '(\\d{1,6}(?:\\.\\d{1,4})?)\\s{0,4}分';
const WHOLE = '(本项|合计|累计|总计|总共|各项合计|全年)?';
const MOST = [
  `${WHOLE}(?:最多|最高|至多)(?:可|只|仅)?(?:扣|加|计|得|减|奖)?分?(?:不超过)?\\s{0,4}${AMOUNT}`,
  `${WHOLE}(?:扣分|加分|得分|计分|扣|加)?(?:总数|总额)?(?:不得?超过|不高于|以)\\s{0,4}${AMOUNT}(?:为限|封顶)?`,
  `${WHOLE}(?:上限|封顶)(?:为|是|于)?\\s{0,4}${AMOUNT}`,
  `${WHOLE}()${AMOUNT}封顶`,
];
const FLOOR = /扣完(?:该项分值|本项分值|分值)?为止|扣至(?:0|零)分?为止|不(?:计|出现)负分/;
const PER_ACT =
  /同一[^，,；;。]{0,12}(?:不重复|不累计|取最高|只计|就高)[^，,；;。]{0,20}|不(?:得)?(?:重复|累计)(?:计|加|扣)?分?/;
const HEAVIEST = /(?:只|按|仅)?(?:取|计|就)(?:其)?最高(?:一)?(?:项|分|档|级别|奖项)?(?:计分|计算)?|就高不就低/;

/** Reads 最多扣6分, 以5分为限, 扣完为止, 取最高一项, 同一事项不重复计分. */
export function limitsIn(text: string): StatedLimits {
  const plain = narrow(text);
  const most = MOST.flatMap((pattern) =>
    [...plain.matchAll(new RegExp(pattern, 'g'))].map((match) => ({
      points: match.at(-1) ?? '',
      whole: match[1] !== undefined,
      quote: text.slice(match.index, match.index + match[0].length),
      at: match.index,
    })),
  );
  const [perAct] = PER_ACT.exec(plain) ?? [];
  const [heaviest] = HEAVIEST.exec(plain) ?? [];
  return {
    most: most
      .filter(
        ({ at, quote }) =>
          !most.some((each) => each.at < at && at < each.at + each.quote.length && quote !== each.quote),
      )
      .filter(({ at }, index, kept) => kept.findIndex((each) => each.at === at) === index)
      .toSorted((a, b) => a.at - b.at),
    floor: FLOOR.exec(plain)?.[0] ?? null,
    charge:
      perAct !== undefined
        ? { by: 'heaviest-per-act', quote: perAct }
        : heaviest === undefined
          ? null
          : { by: 'heaviest', quote: heaviest },
  };
}
