import type { Wording } from '../explain/wording.ts';
import { halfWidth } from '../written-otherwise.ts';

/**
 * What to write where a number was to stand and something else does: the number alone where a sign or a measure word
 * follows it (`96%`, `9分`). `example`: a number that may stand there. `ofOne`: a whole is 1 and not 100, so that 96% is
 * 0.96. A text that is no number in any way is told with the example.
 */
export function numberSlip(text: string, example: string, ofOne = false): Wording {
  if (text === '') return { zh: `须写数，如 ${example}`, en: `a number is missing, like ${example}` };
  const [, number, sign] = /^(-?\d+(?:\.\d+)?)\s*(%|\D{1,4})$/.exec(halfWidth(text)) ?? [];
  if (number === undefined) {
    const long = /^-?\d+(\.\d+)?$/.test(text);
    return long
      ? { zh: `“${text}”过长，整数至多 9 位，小数至多 6 位`, en: `“${text}” has more than 9 digits or 6 decimals` }
      : { zh: `“${text}”不是数，应如 ${example}`, en: `“${text}” is not a number like ${example}` };
  }
  const meant = sign === '%' && ofOne ? String(Number(number) / 100) : number;
  return { zh: `“${text}”应只写数：${meant}`, en: `“${text}” should be the number alone: ${meant}` };
}
