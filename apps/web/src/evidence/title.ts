const digits = '零一二三四五六七八九';

const fromChinese = (text: string): number | null => {
  const match = /^(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const tens = text.includes('十') ? (match[1] ? digits.indexOf(match[1]) : 1) : 0;
  return tens * 10 + (match[2] ? digits.indexOf(match[2]) : 0);
};

const toChinese = (n: number): string => {
  if (n > 99) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
};

/** The part of a title that repeats: up to the colon, behind which the subject of the day stands. */
const formOf = (title: string): string => /^[^：:]*[：:]/.exec(title)?.[0] ?? title;

/**
 * The last title of a kind as the form of the next: the ordinal advanced, the month that of the new date, the subject
 * left to write. 第 8 次集中学习：… becomes 第 9 次集中学习：
 */
export const nextTitle = (last: string, occurredOn: string): string =>
  formOf(last)
    .replace(
      /(第\s*)(\d+)(\s*[次期讲课场])/,
      (_, before: string, n: string, after: string) => `${before}${Number(n) + 1}${after}`,
    )
    .replace(/(第)([一二三四五六七八九十]+)([次期讲课场])/, (whole, before: string, n: string, after: string) => {
      const value = fromChinese(n);
      return value === null ? whole : `${before}${toChinese(value + 1)}${after}`;
    })
    .replace(/(\d{1,2})(\s*月)/, (_, __, after: string) => `${Number(occurredOn.slice(5, 7))}${after}`);

/** The title to submit: without the colon behind which nothing was written. */
export const finishedTitle = (title: string): string => title.trim().replace(/\s*[：:]$/, '');
