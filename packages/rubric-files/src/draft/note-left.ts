import { narrow } from '../import/wording.ts';

/** Words around grades that say nothing of their own. */
const FRAME =
  /^(?:本表|本项|其中|即|按|以|根据)?(?:年度|季度|月度|全年|最终|综合|考核|考评|评价|评定|测评|检查)*(?:总得分|总分|得分|分数|成绩|结果|总评)?(?:实行|采用)?(?:在|为|是|分为|分|达到|达)?(?:[一二三四五两\d]个?)?(?:等次|等级|档次|等|档|级)?(?:如下|标准|划分|确定|评定)?[::]?$/;
/** Its figure is compared with the sum of the points. */
const TOTAL = /^(?:本表|全表)?(?:满分|总分|共计|合计)(?:为|是|共)?\d+(?:\.\d+)?分$/;
const NUMBERED = /^(?:\(?\d{1,2}\)?[.、]|[①-⑳]|[一二三四五六七八九十]{1,2}、)/;

/** What a note says beyond the words that something was read from: the rest of each of its sentences, in their order. */
export function leftOfNote(note: string, quotes: readonly string[]): string[] {
  return note
    .split(/[；;。\n]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap((sentence) => {
      const read = quotes.filter((quote) => sentence.includes(quote));
      if (read.length === 0) return saysNothing(sentence) ? [] : [sentence];
      const rest = read.reduce((text, quote) => text.replace(quote, '\n'), sentence);
      const clauses = rest.split(/[\n，,、：:]/).map((clause) => clause.trim());
      return clauses.filter((clause) => !saysNothing(clause));
    });
}

function saysNothing(clause: string): boolean {
  const plain = narrow(clause).replace(/\s+/g, '').replace(NUMBERED, '');
  return !/[\p{Script=Han}\d]/u.test(plain) || FRAME.test(plain) || TOTAL.test(plain);
}
