import { type XmlElement, attributeOf, childOf, childrenOf } from './xml.ts';

/** The text of a number in a cell of that style, as far as it changes the meaning: percentages and dates. */
export type NumberFormats = (value: string, style: number) => string;

const PERCENT = new Set([9, 10]);
const isDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
/** Day 0 of the calendar that counts 1900 as a leap year. */
const EPOCH = Date.UTC(1899, 11, 30);
/** 31 December 9999. */
const LAST_DAY = 2_958_466;
const DAY = 86_400_000;

/** Reads the number formats of a workbook's styles. */
export function numberFormats(styles: XmlElement | undefined): NumberFormats {
  const custom = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map((each) => [
      Number(attributeOf(each, 'numFmtId')),
      (attributeOf(each, 'formatCode') ?? '').slice(0, 255).replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''),
    ]),
  );
  const formats = childrenOf(childOf(styles, 'cellXfs'), 'xf').map((xf) => Number(attributeOf(xf, 'numFmtId') ?? 0));
  return (value, style) => {
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    const id = formats[style] ?? 0;
    const code = custom.get(id) ?? '';
    if (PERCENT.has(id) || code.includes('%')) return `${decimal(number * 100)}%`;
    const dated = custom.has(id) ? /[yd]/i.test(code) : isDate(id);
    const isDay = dated && number >= 0 && number < LAST_DAY;
    return isDay ? new Date(EPOCH + number * DAY).toISOString().slice(0, 10) : decimal(number);
  };
}

/** Fifteen digits are what office software shows and keeps; the binary rest behind them is nobody's. */
function decimal(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return /e/.test(String(rounded)) ? rounded.toFixed(10).replace(/\.?0+$/, '') : String(rounded);
}
