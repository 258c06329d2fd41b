import { narrow } from '../import/wording.ts';

/** A rate that the text of a line sets for each case: "被效能告诫的每例扣1分". */
export interface StatedRate {
  title: string;
  per: 'case' | 'occurrence';
  points: string;
  adds: boolean;
  /** as it stands in the text */
  quote: string;
  /** where the quote begins and ends in the text */
  from: number;
  to: number;
  /** which of the text's sentences it stands in, from 0 */
  sentence: number;
}

/** Which sentence of a text a place is in, from 0. */
export const sentenceAt = (text: string, at: number): number => text.slice(0, at).split(/[；;。\n]/).length - 1;

const CLAUSE = '[^，,；;。：:（）()\\n]';
const VERB = '发生|出现|发现|查实|通报|迟延|延迟|逾期|迟到|迟报|漏报|错报|缺少|缺|少|漏|超|有|新增|增加|获得?';
const UNIT = '人次|例|起|件|次|项|人|天|日|个|篇|条|处|份|场|期|户|家';
const AMOUNT = '(\\d{1,6}(?:\\.\\d{1,4})?)\\s{0,4}分';
const EACH = new RegExp(
  `(${CLAUSE}{0,80}?)(?:的)?\\s{0,4}(?:每|一|1)\\s{0,4}(${VERB})?\\s{0,4}(?:一|1)?\\s{0,4}(${UNIT})(?!百分点)(${CLAUSE}{0,12}?)(?:的)?[，,]?\\s{0,4}` +
    `(?:予以|给予|各|分别|再|另|可|应)?(扣除?|减|加|奖励?)\\s{0,4}${AMOUNT}`,
  'g',
);
const ROLE =
  '(?:单位|部门|党政|科室)?(?:主要负责人|负责人|一把手|班子成员|领导班子|分管领导|中层干部|中层|工作人员|一般干部|一般人员|其他人员|其他干部|党员干部|党员|职工)';
/** 按职务: a rate for each post, the case named before the colon or comma. */
const BY_ROLE = new RegExp(
  `(${ROLE})(?:受到?[^，,；;。、\\d]{0,10})?(?:的)?\\s{0,4}(?:每人|每例|各)?(扣除?|加)\\s{0,4}${AMOUNT}`,
  'g',
);

/** Says nothing alone: what happened stands elsewhere. */
const BARE = new RegExp(`^(?:${VERB}|${UNIT}|每|凡|若|如|对|其中|其他)?$`);
/** Words around a rate that make it another than so much for each case: 第二起起, 超过5次的, 一次性, 在总分中. */
const OTHERWISE = new RegExp(
  `第\\S{1,3}(?:${UNIT})?(?:起|开始|以后|及?以上)|(?:超过|超出|满|达到?|不足)\\s{0,4}\\d{1,4}\\s{0,4}(?:${UNIT})的?$|[总计满得扣减加]分|分值|免|加倍|减半|首次|单次|^性`,
);

/**
 * Every rate in a text, in its order; the quote is verbatim. `context`: what the line is about, for a rate whose own
 * words do not say what happened, as in a column of deductions.
 */
export function ratesIn(text: string, context = text): StatedRate[] {
  const plain = narrow(text);
  const each = [...plain.matchAll(EACH)].flatMap((match): StatedRate[] => {
    const [whole, before = '', verb = '', unit = '', object = '', sign = '', points = ''] = match;
    if (OTHERWISE.test(before) || OTHERWISE.test(object)) return [];
    const [from, to] = trimmed(whole, match.index);
    const said = [before.replace(/^[、和及并]?每?/, '').trim(), verb, object.trim()].join('');
    const title = titleOf(said, text.slice(from, to), text.slice(0, from), context === text ? '' : context);
    return [
      {
        title,
        per: TIMES.test(unit) ? 'occurrence' : 'case',
        points,
        adds: ADDS.test(sign),
        quote: text.slice(from, to),
        from,
        to,
        sentence: sentenceAt(text, from),
      },
    ];
  });
  return [...each, ...byRole(text, each)].toSorted((a, b) => a.from - b.from);
}

const TIMES = /^(次|人次|天|日)$/;
const ADDS = /^[加奖]/;

function byRole(text: string, found: readonly StatedRate[]): StatedRate[] {
  return [...narrow(text).matchAll(BY_ROLE)].flatMap(
    ({ 0: whole, 1: role = '', 2: sign = '', 3: points = '', index }) => {
      const to = index + whole.length;
      if (found.some((rate) => rate.from < to && index < rate.to)) return [];
      const [first = ''] = text
        .slice(0, index)
        .split(/[；;。\n]/)
        .slice(-1);
      const [happened = ''] = first.split(/[，,：:]/);
      const title = happened === '' || happened.includes('扣') ? role : `${happened.replace(/的$/, '')}（${role}）`;
      const place = { quote: text.slice(index, to), from: index, to, sentence: sentenceAt(text, index) };
      return [{ title, per: 'case' as const, points, adds: ADDS.test(sign), ...place }];
    },
  );
}

function trimmed(whole: string, index: number): [from: number, to: number] {
  const lead = whole.length - whole.trimStart().length;
  return [index + lead, index + whole.trimEnd().length];
}

/** What happened: the rate's own words, or where they are a bare verb, the clause before, or what the line is about. */
function titleOf(said: string, quote: string, before: string, context: string): string {
  const own = said.replace(/的$/, '');
  if (!BARE.test(own)) return own;
  const clauses = before.split(/[，,；;。：:（）()\n]/).map((clause) => clause.trim());
  const previous = clauses.findLast(
    (clause) => clause !== '' && !/扣|加\s*\d|[加计得]分|^得?\s*\d+(?:\.\d+)?\s*分$/.test(narrow(clause)),
  );
  const about = previous ?? context.split(/[，,；;。\n]/)[0]?.trim() ?? '';
  const [, avoided] = /(?:不得?发生|无发生|未发生|杜绝|没有|无)(.{2,})$/.exec(about) ?? [];
  if (avoided !== undefined) return `发生${avoided.replace(/^发生/, '')}`;
  const counted = quote.replace(/[，,\s]*(?:扣|减|加|奖).*$/, '');
  if (about === '') return counted;
  return own === '' && previous !== undefined ? about : `${about}（${counted}）`;
}
