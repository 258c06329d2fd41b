import { divide, exact, toDecimal } from '../exact.ts';
import { isDecimal } from '../expression/names.ts';
import type { Wording } from '../explain/wording.ts';
import { numberMeant } from '../number-meant.ts';

/**
 * What to write where a number was to stand and something else does: the number alone where it has commas, 万, a sign or a
 * measure word (`45,000`, `4.5万`, `96%`, `9分`). `example`: a number that may stand there; `unit`: what it is counted in.
 * `ofOne`: a whole is 1 and not 100, so that 96% is 0.96. A text that is no number in any way is told with the example.
 */
export function numberSlip(text: string, example: string, { ofOne = false, unit = '' } = {}): Wording {
  if (text === '') return { zh: `须写数，如 ${example}`, en: `a number is missing, like ${example}` };
  if (isDecimal(text) && text.startsWith('-'))
    return { zh: `“${text}”不要带负号，请写 ${text.slice(1)}`, en: `“${text}” takes no sign: write ${text.slice(1)}` };
  if (/^-?\d+(\.\d+)?$/.test(text))
    return { zh: `“${text}”过长，整数至多 9 位，小数至多 6 位`, en: `“${text}” has more than 9 digits or 6 decimals` };
  const number = numberMeant(text, unit);
  if (number === null)
    return { zh: `“${text}”不是数，应如 ${example}`, en: `“${text}” is not a number like ${example}` };
  const meant = ofOne && /[%％]$/.test(text) ? toDecimal(divide(exact(number), { n: 100, d: 1 })) : number;
  return { zh: `“${text}”应只写数：${meant}`, en: `“${text}” should be the number alone: ${meant}` };
}
