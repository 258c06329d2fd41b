const DIGITS = '零一二三四五六七八九';

/** 1 → 一, 12 → 十二, 25 → 二十五; from 100 on in Arabic digits. */
export function chineseNumeral(value: number): string {
  if (value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return head + (ones === 0 && tens > 0 ? '' : DIGITS[ones]);
}

/** The number that 一, 十二 or 二十五 stands for, or null. */
export function readChineseNumeral(text: string): number | null {
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!parts || text === '') return null;
  const [, head = '', ten = '', tail = ''] = parts;
  if (ten === '') return tail === '' ? DIGITS.indexOf(head) : null;
  return (head === '' ? 1 : DIGITS.indexOf(head)) * 10 + (tail === '' ? 0 : DIGITS.indexOf(tail));
}
