import { rulePhrases } from '../import/rule-phrases.ts';
import { narrow } from '../import/wording.ts';

/** One text of a line. `scoring`: it says nothing but how the line is scored, as a column of standards does. */
export interface LineText {
  text: string;
  scoring: boolean;
}

const NUMERAL = '(?:\\d|[一二两三四五六七八九十半])';
/** Says of scoring wherever it stands: an amount of points, or words that change one. */
const AMOUNT = new RegExp(
  `${NUMERAL}\\s{0,4}分(?![钟之管类级局])|[扣减]\\s{0,4}(?:完|满|至|除|罚|发|${NUMERAL})|[扣减加满零负计记赋总]分|[按的]比例|不[再予倒]?扣|[全免]扣|` +
    '加倍|翻倍|减半|双倍|加重|从重|减轻|从轻|一票否决|封顶|酌情|视情|[×*÷]\\s{0,4}\\d|\\d\\s{0,4}[×*÷]',
);
/** Says of scoring beside a rule: a bound, a time, a count or an exception of what the rule charges. */
const QUALIFYING = new RegExp(
  '不得(?!少于)|不超|不高于|不低于|至多|最[多高少低]|以[上内下外]|之内|倍|免|取消|逾期|累[计加]|合计|承担|每\\s{0,4}(?:半?年|个?月|季|周|日|天)|单次|单项|一次性|' +
    `全扣|扣|上限|下限|除外|不含|不[计算]|比例|[%‰]|资格|连续|首次|初次|第${NUMERAL}{1,3}|另[外加扣]|严重|超过|低于|达到|不足|为止|影响|同一|同类|重复`,
);
const FRAGMENT = /[（(][^（()）\n\0]{0,200}[)）]|[^，,；;。：:（()）\n\0]+/g;
const NUMBERING = /^(?:[（(]?\d{1,2}[)）.．、]|[①-⑳]|[（(]?[一二三四五六七八九十]{1,2}[)）、])/;

/**
 * The words of a line that nothing was read from and that say something of its scoring, clause by clause. What `quotes`
 * hold is read; of the rest a qualifying clause counts where it follows what was read, or stands in a text on scoring
 * beside it, and amounts count everywhere. `points`: what the line is worth, which it may repeat.
 */
export function leftOfLine(texts: readonly LineText[], quotes: readonly string[], points: string | null): string[] {
  const left = texts.flatMap(({ text, scoring }) => {
    const rest = withoutRead(narrow(text), quotes);
    const first = rest.indexOf(READ);
    return [...rest.matchAll(FRAGMENT)].flatMap(({ 0: plain, index }) => {
      const strict = first === -1 ? scoring && quotes.length > 0 : index > first;
      if (!saysOfScoring(plain, strict, points)) return [];
      return [text.slice(index, index + plain.length).trim()];
    });
  });
  return [...new Set(left)];
}

const READ = '\0';

/**
 * The text with everything that a quote holds struck out, each place of it; where it begins a clause somewhere, there alone:
 * “最多扣3分” is not what was read of “每季度最多扣3分”.
 */
function withoutRead(plain: string, quotes: readonly string[]): string {
  return quotes
    .map(narrow)
    .filter((quote) => quote !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, quote) => {
      const places = placesOf(quote, rest);
      const clauses = places.filter((at) => at === 0 || CLAUSE_END.test(rest[at - 1]!));
      return (clauses.length > 0 ? clauses : places).reduce(
        (struck, at) => struck.slice(0, at) + READ.repeat(quote.length) + struck.slice(at + quote.length),
        rest,
      );
    }, plain);
}

function placesOf(quote: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + quote.length)) places.push(at);
  return places;
}

const CLAUSE_END = /[，,；;。：:、（(）)\s\0]/;

function saysOfScoring(fragment: string, strict: boolean, points: string | null): boolean {
  const said = fragment.replace(/\s+/g, '').replace(NUMBERING, '');
  if (points !== null && Number(OWN_POINTS.exec(said)?.[1]) === Number(points)) return false;
  if (HEADING.test(said)) return false;
  return AMOUNT.test(said) || rulePhrases(said).length > 0 || (strict && QUALIFYING.test(said));
}

/** （10分）, 本项满分10分: what the line is worth, once more. */
const OWN_POINTS = /^\(?(?:本项|本条|该项)?(?:满分|分值|标准分|共|计|共计)?(?:为|是)?(\d{1,5}(?:\.\d{1,4})?)分\)?$/;
/** What a line is called, which says nothing of its own. */
const HEADING = /^(?:其他|其它|倒)?(?:加|扣|减|奖|加减|奖惩)分(?:项目?|事项|因素)?$/;
