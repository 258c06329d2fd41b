import type { Wording } from '@mofan/rubric/explain/wording';

/** A sign of a Chinese keyboard that stands where YAML has its own: where, counted from 0, and what to write instead. */
interface ChineseSign {
  line: number;
  column: number;
  said: Wording;
}

/** Places where a sign can only be one of YAML's, for a key stands before or behind it. */
const PLACES: readonly RegExp[] = [
  /^(\s*(?:-\s+)?(?:[A-Za-z][\w.-]*|'[^']*'|"[^"]*"))：/,
  /^(\s*(?:-\s+)?[^\s'"#:：]+)：\s*$/,
  /([{,]\s*(?:[A-Za-z][\w.-]*|'[^']*'|"[^"]*"))：/,
  /(.)，(?=\s*[A-Za-z][\w.-]*: )/,
  /([:：,]\s*)[｛［](?=.*[｝］}\]])/,
  /([{[].*)[｝］]\s*$/,
];

const SIGNS: Record<string, Wording | undefined> = {
  '：': { zh: '中文冒号，请用英文冒号并空一格', en: 'a Chinese colon: write an English one and a blank' },
  '，': { zh: '中文逗号，请用英文逗号', en: 'a Chinese comma: write an English one' },
  '｛': { zh: '全角花括号，请用英文花括号', en: 'a full-width brace: write an English one' },
  '｝': { zh: '全角花括号，请用英文花括号', en: 'a full-width brace: write an English one' },
  '［': { zh: '全角方括号，请用英文方括号', en: 'a full-width bracket: write an English one' },
  '］': { zh: '全角方括号，请用英文方括号', en: 'a full-width bracket: write an English one' },
};

/** Nobody writes longer lines by hand, and what was not written by hand is not searched at length. */
const LOOKED_AT = 500;

/** The first Chinese sign on a line of a text (counted from 0), or else on the one before it. */
export function chineseSign(text: string, line: number): ChineseSign | null {
  const lines = text.split('\n');
  for (const near of [line, line - 1]) {
    const [column, sign] = firstIn((lines[near] ?? '').slice(0, LOOKED_AT)) ?? [];
    const called = sign === undefined ? undefined : SIGNS[sign];
    if (column !== undefined && called)
      return { line: near, column, said: { zh: `“${sign}”是${called.zh}`, en: `“${sign}” is ${called.en}` } };
  }
  return null;
}

function firstIn(line: string): [column: number, sign: string] | undefined {
  const found = PLACES.flatMap((place): [number, string][] => {
    const match = place.exec(line);
    if (!match) return [];
    const column = match.index + match[1]!.length;
    return isQuoted(line.slice(0, column)) ? [] : [[column, line[column]!]];
  });
  return found.toSorted(([a], [b]) => a - b)[0];
}

/** Whether a quotation mark is still open at the end of what stands before a place. */
const isQuoted = (before: string): boolean => /^(?:[^'"]|'[^']*'|"[^"]*")*['"][^'"]*$/.test(before);
