import { narrow } from './wording.ts';

const LIMIT =
  /(?:最多|最高|至多|累计|合计|总计)?(?:加|扣|减|计)?分?(?:最多|最高|至多|不超过|上限为?|以)[加扣减计]?\s{0,4}(\d{1,5}(?:\.\d{1,4})?)\s{0,4}分/;

/** What a bonus or a penalty comes to at most, where its words say it: （最多5分）, 累计不超过10分. */
export function statedLimit(texts: readonly string[]): { points: string; quote: string } | null {
  const found = texts.map((text) => LIMIT.exec(narrow(text))).find((match) => match !== null);
  return found ? { points: found[1] ?? '', quote: found[0] } : null;
}
