import { narrow } from './wording.ts';

const AMOUNT = String.raw`\s*\d+(?:\.\d+)?(?:\s*[-—–~至]\s*\d+(?:\.\d+)?)?\s*分`;
/** Phrases that say how a line is scored beyond its points. The longer comes first: of two at one place it is taken. */
const PHRASES = [
  String.raw`一票否决`,
  String.raw`(?:酌情|酌|适当|视情|视情况)[扣加减]\s*分`,
  String.raw`扣完为止`,
  String.raw`(?:最多|最高|累计|总计|至多)(?:不超过|可)?[扣加减得]?(?:分不超过)?${AMOUNT}`,
  String.raw`(?:最多|最高|累计|总计|至多)[扣加减]`,
  String.raw`[每一](?:[^，。；;、\s\d]{1,10})[扣加减得]${AMOUNT}`,
  String.raw`[扣加减得]${AMOUNT}`,
  String.raw`得满分`,
  String.raw`(?:不得少于|不少于|不低于|至少|达到)\s*\d+(?:\.\d+)?\s*(?:人次|次|件|篇|场|期|人|个|天|学时|条|项|[%％])`,
  String.raw`不(?:得|予?计)分`,
];
const PATTERN = new RegExp(PHRASES.join('|'), 'g');

/** The phrases of a text that make a rule of their own: 每例扣1分, 酌情扣分, 不少于12次, 一票否决 … */
export const rulePhrases = (text: string): string[] => [
  ...new Set([...narrow(text).matchAll(PATTERN)].map(({ 0: said, index }) => text.slice(index, index + said.length))),
];
