import { exact, multiply, toDecimal } from './exact.ts';
import { halfWidth } from './written-otherwise.ts';

/** Ten thousand and a hundred million, as they stand behind a number. */
const TIMES: Record<string, number | undefined> = { 万: 10_000, 亿: 100_000_000 };

const NUMBER = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,6})?\s*([万亿]?)\s*(%|\D{0,4})$/;

/**
 * The number that somebody means who writes it with commas between the thousands (`45,000`), in ten thousands (`4.5万`),
 * with a sign or a measure word behind it (`96%`, `5分`) or a plus before it. `unit`: what the number is counted in; what
 * is counted in 万元 is not turned into 元. null: the text is no number in any of these ways, or one too long to be written.
 */
export function numberMeant(text: string, unit = ''): string | null {
  const [, sign, whole, decimals = '', times = ''] = NUMBER.exec(halfWidth(text)) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replaceAll(',', '');
  if (digits.length > 9) return null;
  const factor = unit.includes(times) ? 1 : (TIMES[times] ?? 1);
  const meant = toDecimal(multiply(exact(`${digits}${decimals}`), { n: factor, d: 1 }));
  return `${sign === '-' ? '-' : ''}${meant}`;
}
