import { ZERO, add, compare, exact, toDecimal } from '@mofan/rubric/exact';
import { narrow } from './wording.ts';

/** Points and weight that a text or a cell states. */
export interface Worth {
  points: string | null;
  weight: string | null;
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
  const unclear = total.trim() === '' && SOME_POINTS.test(plain.slice(0, at));
  if (said === undefined || unclear) return { text, worth: NOTHING, ambiguous: false };
  const kept = whole.slice(0, at + (/^[;。.]/.test(said) ? 1 : 0)).trimEnd();
  return { text: kept, worth: worthOf(amount, '分'), ambiguous: false };
}

/** Reads a cell of a column of points or weights: `38`, `38分`, `（38）`, `10%`. Null when it says something else. */
export function readWorth(cell: string, column: 'points' | 'weight'): Worth | null {
  const [, amount, unit] = new RegExp(`^[(【]?\\s*${NUMBER}\\s*([分%]?)\\s*[)】]?$`).exec(narrow(cell).trim()) ?? [];
  if (amount === undefined) return null;
  return unit === '' && column === 'weight' ? { points: null, weight: plainDecimal(amount) } : worthOf(amount, unit);
}

const NOTHING: Worth = { points: null, weight: null };

const worthOf = (amount: string, unit: string | undefined): Worth =>
  unit === '%' ? { points: null, weight: `${plainDecimal(amount)}%` } : { points: plainDecimal(amount), weight: null };

const plainDecimal = (amount: string): string => toDecimal(exact(amount));
