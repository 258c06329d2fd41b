import type { Bound } from '@mofan/rubric/language/values';
import { narrow } from '../import/wording.ts';
import { GRADE_WORD } from './grade-words.ts';

/** Both ends as the language has them. */
export interface Ends {
  from?: Bound;
  above?: Bound;
  to?: Bound;
  below?: Bound;
}

/**
 * A grade with its limits as a sentence gives them. `of` line: a part of the points of each line, or so many less;
 * total: a score of the whole table; points: so many points of one line; rest: whatever no other grade of the text has.
 */
export interface StatedGrade {
  title: string;
  of: 'line' | 'total' | 'points' | 'rest';
  ends: Ends;
  /** as it stands in the text */
  quote: string;
}

type Read = (match: RegExpExecArray) => Pick<StatedGrade, 'of' | 'ends'>;

const N = '(?<![\\d.])(\\d{1,6}(?:\\.\\d{1,4})?)';
const TO = '\\s{0,4}(?:分|%)?\\s{0,4}(?:[-–—~～]|至|到)\\s{0,4}';
const INCLUSIVE = '(?:\\(([不]?含)[^)]{0,10}\\))?';
const COUNTS = '(?:计(?:分|算)?|得分|赋分|给分|打分)?';

const point = (end: Bound): Ends => ({ from: end, to: end });
const FULL: Bound = { minus: '0' };

/** What may stand beside a grade; the first that fits is taken. */
const LIMITS: [pattern: string, read: Read][] = [
  [`(?:按|得|计|给|评)?满分(?!的)${COUNTS}`, () => ({ of: 'line', ends: point(FULL) })],
  [
    `(?:酌情)?(?:扣|减)(?:去|除)?${N}${TO}${N}分`,
    ([, less = '', more = '']) => ({ of: 'line', ends: { from: { minus: more }, to: { minus: less } } }),
  ],
  [`(?:扣|减)(?:去|除)?${N}分`, ([, less = '']) => ({ of: 'line', ends: point({ minus: less }) })],
  [
    `(?:按|得|计)?(?:满分|分值|标准分|基本分|总分)?的?${N}%?${TO}${N}%${COUNTS}`,
    ([, low = '', high = '']) => ({ of: 'line', ends: { from: `${low}%`, to: `${high}%` } }),
  ],
  [
    `(?:按|得|计)?(?:满分|分值|标准分|基本分|总分)?的?(?:一半|二分之一|${N}%)(?:\\(含\\))?(以上|以下)(?:的?分值)?${COUNTS}`,
    ([, percent, side]) => ({
      of: 'line',
      ends: side === '以上' ? { from: share(percent) } : { from: '0', to: share(percent) },
    }),
  ],
  [
    `(?:按|得|计)?(?:满分|分值|标准分|基本分|总分)?的?(?:一半|二分之一|${N}%)(?:的?分值)?${COUNTS}`,
    ([, percent]) => ({ of: 'line', ends: point(share(percent)) }),
  ],
  ['(?:不得分|不予?计分|(?:得|计|按)?(?<![\\d.])(?:0|零)分(?:计)?)', () => ({ of: 'line', ends: point('0') })],
  [
    `${N}(?:分)?\\(?含?\\)?以上(?:\\(含[^)]{0,10}\\))?[、,]?(?:不足|未满|低于)?${N}分?(?:\\(不含[^)]{0,10}\\))?(?:以下)?`,
    ([, low = '', high = '']) => ({ of: 'total', ends: { from: low, below: high } }),
  ],
  [
    `${N}分?(\\(含[^)]{0,10}\\))?${TO}${N}分?(\\(不?含[^)]{0,10}\\))?`,
    ([, low = '', lowest, high = '', highest = '']) => ({
      of: 'total',
      ends:
        highest.startsWith('(不') || (lowest !== undefined && highest === '')
          ? { from: low, below: high }
          : ordered(low, high),
    }),
  ],
  [
    `(?:不低于|达到|大于等于|≥|>=)${N}分?|${N}分?${INCLUSIVE}(?:及|或)?以上${INCLUSIVE}`,
    ([, a, b, first, second]) => ({
      of: 'total',
      ends: first === '不含' || second === '不含' ? { above: a ?? b ?? '' } : { from: a ?? b ?? '' },
    }),
  ],
  [
    `(?:不足|低于|未满|小于|<)${N}分?|${N}分?${INCLUSIVE}(?:及|或)?以下${INCLUSIVE}`,
    ([, a, b, first, second]) => ({
      of: 'total',
      ends: first === '含' || second === '含' ? { to: a ?? b ?? '' } : { below: a ?? b ?? '' },
    }),
  ],
  [`(?:得|计|为|,)?${N}分`, ([, points = '']) => ({ of: 'points', ends: point(points) })],
];

const share = (percent: string | undefined): Bound => (percent === undefined ? { times: '1/2' } : `${percent}%`);
const ordered = (a: string, b: string): Ends => (Number(a) <= Number(b) ? { from: a, to: b } : { from: b, to: a });

const KIND = '(?:等次|等级|档次|级别|级|等|档|者)?';
const BEHIND = '(?:的)?[::]?[(【]?(?:为|是|得分)?';
const NAMES = '(?:的)?[,，]?(?:为|评为|定为|评定为|确定为|列为|属于|属)';

const REST = new RegExp(`(?:其余|其他|其它)(?:的|情况|单位|人员)?${NAMES}?[“"]?(${GRADE_WORD})${KIND}[”"]?`, 'g');

/** The grades that a text gives with their limits, in its order: 优按满分, 良扣1-3分, 90分以上为优秀, A（90-100分）. */
export function gradesIn(text: string): StatedGrade[] {
  const plain = narrow(text).replace(/[ \t]/g, ' ');
  const found: (StatedGrade & { at: number; end: number })[] = [];
  for (const [pattern, read] of LIMITS) {
    const gap = ' {0,4}';
    const spaced = pattern.replaceAll(N, `${gap}${N}${gap}`);
    const after = new RegExp(`(${GRADE_WORD})${KIND}${BEHIND}${gap}(?<limit>${spaced})[)】]?`, 'g');
    const before = new RegExp(`(?<limit>${spaced})${NAMES}[“"]?(${GRADE_WORD})${KIND}[”"]?`, 'g');
    for (const [expression, isBefore] of [
      [before, true],
      [after, false],
    ] as const) {
      for (const match of plain.matchAll(expression)) {
        const [at, end] = [match.index, match.index + match[0].length];
        if (found.some((each) => each.at < end && at < each.end)) continue;
        const title = (isBefore ? match.at(-1) : match[1]) ?? '';
        const limit = new RegExp(`^(?:${spaced})`).exec(match.groups?.['limit'] ?? '');
        if (limit) found.push({ title, ...read(limit), quote: text.slice(at, end), at, end });
      }
    }
  }
  for (const match of plain.matchAll(REST)) {
    const [at, end] = [match.index, match.index + match[0].length];
    if (found.some((each) => each.at < end && at < each.end)) continue;
    found.push({ title: match[1] ?? '', of: 'rest', ends: {}, quote: text.slice(at, end), at, end });
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ at: _, end: __, ...grade }) => grade);
}
