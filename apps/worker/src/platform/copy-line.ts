import type { Row } from './projection.ts';

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escape = (text: string) =>
  /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (char) => ESCAPED[char]!) : text;

const arrayText = (items: readonly string[]) =>
  `{${items.map((item) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

const fieldText = (value: Row[string] | undefined, isArray: boolean): string => {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'object') return escape(isArray ? arrayText(value as string[]) : JSON.stringify(value));
  return String(value);
};

/** A row as one line of COPY's text format, columns in the given order. */
export const copyLine = (columns: readonly { property: string; isArray: boolean }[], row: Row): string =>
  `${columns.map(({ property, isArray }) => fieldText(row[property], isArray)).join('\t')}\n`;
