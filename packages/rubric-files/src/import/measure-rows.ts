import type { MeasureRow } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { limitWording } from './measure-limit.ts';

/** Bands of a line that leave values without points, or give some two: at the low end, at the high end, or where they meet. */
export function openBands(rows: readonly MeasureRow[]): ReportEntry[] {
  const lines = [...new Set(rows.map(({ line }) => line))];
  return lines.flatMap((line) => {
    const { upwards, downwards } = sidesOf(rows.filter((row) => row.line === line));
    const [lowest, highest] = [upwards.at(-1), downwards[0]];
    if (lowest && highest) return meet(lowest, highest) ? [] : [apart(lowest, highest)];
    if (highest) return [belowAll(highest)];
    return lowest && Number(lowest.figure) !== 0 ? [aboveZero(lowest)] : [];
  });
}

/** The bands of a line best number first: those that say where they begin, and those that say where they end. */
export function sidesOf(rows: readonly MeasureRow[]): { upwards: MeasureRow[]; downwards: MeasureRow[] } {
  const sorted = rows.toSorted((a, b) => Number(b.figure) - Number(a.figure));
  const begins = ({ side }: MeasureRow) => side === 'from' || side === 'above';
  return { upwards: sorted.filter(begins), downwards: sorted.filter((row) => !begins(row)) };
}

const meet = (lowest: MeasureRow, highest: MeasureRow): boolean =>
  Number(lowest.figure) === Number(highest.figure) && (lowest.side === 'from') === (highest.side === 'below');

/** Rows that cannot be a band of their line: of another number or unit than its first row, or a band twice. */
export function measureFaults(rows: readonly MeasureRow[]): ReportEntry[] {
  return rows.flatMap((row, at) => {
    const before = rows.slice(0, at).filter(({ line }) => line === row.line);
    const [first] = before;
    if (!first) return [];
    const named = ({ title, unit }: MeasureRow) => `${title}${unit === '' ? '' : `（${unit}）`}`;
    if (named(first) !== named(row)) return [otherNumber(row, named(row), named(first))];
    const same = ({ side, figure }: MeasureRow) => side === row.side && Number(figure) === Number(row.figure);
    return before.some(same) ? [twice(row)] : [];
  });
}

const aboveZero = ({ place, line, figure: from }: MeasureRow): ReportEntry => ({
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

const twice = ({ place, line, said, ...row }: MeasureRow): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `序号 ${line} 有两行都是${limitWording(row)}：${said}`,
  en: `line ${line} has two rows of one limit: ${said}`,
});

const apart = (lowest: MeasureRow, highest: MeasureRow): ReportEntry => ({
  kind: 'not-understood',
  place: lowest.place,
  zh: `序号 ${lowest.line} 的“${limitWording(lowest)}”与“${limitWording(highest)}”重叠或有空档`,
  en: `the rows of line ${lowest.line}, ${lowest.said} and ${highest.said}, overlap or leave a gap`,
});

const belowAll = (highest: MeasureRow): ReportEntry => ({
  kind: 'not-understood',
  place: highest.place,
  zh: `序号 ${highest.line} 的最高一档是${limitWording(highest)}，再高的得多少分没有写`,
  en: `the highest band of line ${highest.line} ends at ${highest.figure}: what is more has no points`,
});
