import { exact, toDecimal } from '@mofan/rubric/exact';
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
const AT_END = new RegExp(`${BRACKETED}${GAP}([;。.,、:]{0,4})$`);
const ANYWHERE = new RegExp(BRACKETED, 'g');
/** Without brackets only after a pause, so that 扣1分, 得3分 and 不低于 90分 are not taken for it. */
const PAUSE = '(?:^|[;。.,、:]|(?<![扣加减得于到达过每])\\s)';
const BARE_AT_END = new RegExp(`${PAUSE}${GAP}${SAYS}${NUMBER}${GAP}(分)${GAP}[;。.]{0,4}$`);

/**
 * Takes “（8分）” or “（10%）” from the end of a text; within the text it is read and left there.
 * `ambiguous`: several stand within and none at the end, so that none is taken.
 */
export function takeWorth(text: string): { text: string; worth: Worth; ambiguous: boolean } {
  const whole = text.trimEnd();
  const plain = narrow(whole);
  const end = AT_END.exec(plain);
  if (end) {
    const [, amount = '', unit, mark = ''] = end;
    const tail = whole.slice(whole.length - mark.length);
    return { text: whole.slice(0, end.index).trimEnd() + tail, worth: worthOf(amount, unit), ambiguous: false };
  }
  const bareEnd = BARE_AT_END.exec(plain);
  if (bareEnd) {
    const pause = /^[;。.]/.test(bareEnd[0]) ? 1 : 0;
    const kept = whole.slice(0, bareEnd.index + pause).trimEnd();
    return { text: kept, worth: worthOf(bareEnd[1] ?? '', bareEnd[2]), ambiguous: false };
  }
  const [within, second] = [...plain.matchAll(ANYWHERE)];
  const worth = within && !second ? worthOf(within[1] ?? '', within[2]) : NOTHING;
  return { text, worth, ambiguous: second !== undefined };
}

/** Reads a cell of a column of points or weights: `38`, `38分`, `（38）`, `10%`. Null when it says something else. */
export function readWorth(cell: string, column: 'points' | 'weight'): Worth | null {
  const [, amount, unit] = new RegExp(`^[(【]?\\s*${NUMBER}\\s*([分%]?)\\s*[)】]?$`).exec(narrow(cell).trim()) ?? [];
  if (amount === undefined) return null;
  return unit === '' && column === 'weight' ? { points: null, weight: plainDecimal(amount) } : worthOf(amount, unit);
}

export const NOTHING: Worth = { points: null, weight: null };

const worthOf = (amount: string, unit: string | undefined): Worth =>
  unit === '%' ? { points: null, weight: `${plainDecimal(amount)}%` } : { points: plainDecimal(amount), weight: null };

const plainDecimal = (amount: string): string => toDecimal(exact(amount));
