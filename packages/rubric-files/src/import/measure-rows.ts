import type { MeasureRow } from '../outline.ts';
import type { ReportEntry } from '../report.ts';

/** The lowest band of a line that begins above zero: what is less gets nothing that is written. */
export function lowestBands(rows: readonly MeasureRow[]): ReportEntry[] {
  const lines = [...new Set(rows.map(({ line }) => line))];
  return lines.flatMap((line) => {
    const own = rows.filter((row) => row.line === line);
    const lowest = own.toSorted((a, b) => Number(a.from) - Number(b.from))[0]!;
    return Number(lowest.from) === 0 ? [] : [aboveZero(lowest)];
  });
}

/** Rows that cannot be a band of their line: of another number or unit than its first row, or a band twice. */
export function measureFaults(rows: readonly MeasureRow[]): ReportEntry[] {
  return rows.flatMap((row, at) => {
    const before = rows.slice(0, at).filter(({ line }) => line === row.line);
    const [first] = before;
    if (!first) return [];
    const named = ({ title, unit }: MeasureRow) => `${title}${unit === '' ? '' : `（${unit}）`}`;
    if (named(first) !== named(row)) return [otherNumber(row, named(row), named(first))];
    return before.some(({ from }) => Number(from) === Number(row.from)) ? [twice(row)] : [];
  });
}

const aboveZero = ({ place, line, from }: MeasureRow): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `序号 ${line} 的最低一档从 ${from} 起，再低的得多少分没有写；最低一档写 0`,
  en: `the lowest band of line ${line} begins at ${from}: what is less has no points; the lowest has 0`,
});

const otherNumber = ({ place, line, said }: MeasureRow, own: string, first: string): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `序号 ${line} 前面看的是“${first}”，这一行是“${own}”；同一条只看一个数：${said}`,
  en: `line ${line} goes by “${first}” above and by “${own}” here; a line goes by one number: ${said}`,
});

const twice = ({ place, line, from, said }: MeasureRow): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `序号 ${line} 有两行都从 ${from} 起：${said}`,
  en: `line ${line} has two rows from ${from} on: ${said}`,
});
