import { ZERO, add, compare, exact, toDecimal } from '@mofan/rubric/exact';
import type { Counting } from '../outline.ts';
import { bare, narrow } from './wording.ts';

/** Points, how they count, and the weight that a text or a cell states. */
export interface Worth {
  points: string | null;
  weight: string | null;
  counts: Counting;
}

const NUMBER = '(\\d{1,5}(?:\\.\\d{1,4})?)';
/** Bounded, as every gap here: the texts come from strangers. */
const GAP = '\\s{0,4}';
const SAYS = `(?:满分|总分|共计?|合计|计|分值|权重|占)?[为:]?${GAP}`;
const BRACKETED = `[([【〔]${GAP}${SAYS}${NUMBER}${GAP}([分%])${GAP}[)\\]】〕]`;
const EACH = new RegExp(BRACKETED, 'g');
const PUNCTUATION_TO_END = /^\s{0,4}[;。.,、:]{0,4}$/;
/** Without brackets only after a pause, so that 扣1分, 得3分 and 不低于 90分 are not taken for it. */
const PAUSE = '(?:^|[;。.,、:]|(?<![扣加减得于到达过每])\\s)';
const BARE_AT_END = new RegExp(`${PAUSE}${GAP}(${SAYS})${NUMBER}${GAP}分${GAP}[;。.]{0,4}$`);
/** 0、5、15分: the last of several figures to choose from. */
const LISTED = /\d\s{0,4}$/;
const SOME_POINTS = /\d\s{0,4}分/;

/** A text without the figure that it states of itself. */
export interface Stated {
  text: string;
  worth: Worth;
  /** it states several figures, none of which is the sum of the others: none is taken */
  ambiguous: boolean;
}

/** Takes “（8分）” or “（10%）” from the end of a text; a figure within the text is read and left there. */
export function takeWorth(text: string): Stated {
  const whole = text.trimEnd();
  const plain = narrow(whole);
  const figures = [...plain.matchAll(EACH)];
  if (figures.length === 0) return takeBare(text, whole, plain);
  const total = totalOf(figures);
  if (!total) return { text, worth: NOTHING, ambiguous: true };
  const [said, amount = '', unit] = total;
  const worth = worthOf(amount, unit);
  const tail = whole.slice(total.index + said.length);
  if (!PUNCTUATION_TO_END.test(narrow(tail))) return { text, worth, ambiguous: false };
  return { text: whole.slice(0, total.index).trimEnd() + tail.trim(), worth, ambiguous: false };
}

/** The only figure, or the one that is the sum of the others. */
function totalOf<T extends RegExpMatchArray>(figures: readonly T[]): T | null {
  if (figures.length === 1) return figures[0] ?? null;
  const valueOf = ([, amount = '0']: T) => exact(amount);
  const sum = figures.map(valueOf).reduce(add, ZERO);
  return figures.findLast((figure) => compare(add(valueOf(figure), valueOf(figure)), sum) === 0) ?? null;
}

/** “…，8分” without brackets, where no other figure stands before it that could as well be meant. */
function takeBare(text: string, whole: string, plain: string): Stated {
  const [said, total = '', amount = ''] = BARE_AT_END.exec(plain) ?? [];
  const at = plain.length - (said?.length ?? 0);
  const unclear = total.trim() === '' && (SOME_POINTS.test(plain.slice(0, at)) || LISTED.test(plain.slice(0, at)));
  if (said === undefined || unclear) return { text, worth: NOTHING, ambiguous: false };
  const kept = whole.slice(0, at + (/^[;。.]/.test(said) ? 1 : 0)).trimEnd();
  return { text: kept, worth: worthOf(amount, '分'), ambiguous: false };
}

/**
 * Reads a cell of a column of points or weights: `38`, `38分`, `（38）`, `10%`; `+5` or 最多加5分 is a bonus, `−3` or 扣3分 a
 * penalty, a dash or 不计分 says that nothing counts. Null when it says something else.
 */
export function readWorth(cell: string, column: 'points' | 'weight'): Worth | null {
  const said = bare(cell);
  if (column === 'weight' && FRACTION.test(said)) return { ...NOTHING, weight: said };
  if (NO_FIGURE.test(said)) return column === 'weight' ? NOTHING : { ...NOTHING, counts: 'none' };
  const { sign = '', amount, unit = '' } = FIGURE.exec(said)?.groups ?? {};
  if (amount === undefined) return null;
  if (unit === '' && column === 'weight') return { ...NOTHING, weight: plainDecimal(amount) };
  return { ...worthOf(amount, unit), counts: countingOf(sign) };
}

const NO_FIGURE = /^(?:[-—–−/]{1,2}|无|不计分)$/;
const FIGURE =
  /^[(【]?(?:最多|最高|至多)?(?<sign>[+−–-]|[加扣]分?)?,?(?:最多|最高|至多)?(?<amount>\d{1,7}(?:\.\d{1,6})?)(?<unit>[分%]?)[)】]?$/;
const FRACTION = /^\d{1,6}\/[1-9]\d{0,5}$/;

const countingOf = (sign: string): Counting => (sign === '' ? 'points' : /^[+加]/.test(sign) ? 'bonus' : 'penalty');

const NOTHING: Worth = { points: null, weight: null, counts: 'points' };

const worthOf = (amount: string, unit: string | undefined): Worth =>
  unit === '%' ? { ...NOTHING, weight: `${plainDecimal(amount)}%` } : { ...NOTHING, points: plainDecimal(amount) };

const plainDecimal = (amount: string): string => toDecimal(exact(amount));
