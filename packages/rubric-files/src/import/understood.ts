import type { OutlineNode } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import type { TableColumns } from './columns.ts';
import type { Header } from './header.ts';

interface Reading {
  header: Header;
  columns: TableColumns;
  title: string | null;
  levels: readonly string[];
  children: readonly OutlineNode[];
}

/** What a person checks first: the headings, the levels with the number of their nodes, and what was left aside. */
export function understood({ header, columns, title, levels, children }: Reading): ReportEntry[] {
  const place = header.columns[0]?.place ?? '';
  const headings = header.columns.map(({ heading }) => heading).join('｜');
  const counts = levels.map((level, depth) => ({ level, count: countAt(children, depth) }));
  const filledIn = header.columns.filter(({ role }) => role === 'fill').map(({ heading }) => heading);
  const report: ReportEntry[] = [
    { kind: 'understood', place, zh: `表头：${headings}`, en: `headings: ${headings}` },
    {
      kind: 'understood',
      place,
      zh: `层级：${counts.map(({ level, count }) => `${level} ${count}`).join('、')}`,
      en: `levels: ${counts.map(({ level, count }) => `${level} ${count}`).join(', ')}`,
    },
  ];
  if (filledIn.length > 0) report.push({ kind: 'understood', place, ...leftAside(filledIn) });
  if (columns.levels.length === 1 && levels.length === 1) report.push({ kind: 'guessed', place, ...FLAT });
  if (title === null) report.push({ kind: 'not-understood', place, ...NO_TITLE });
  return report;
}

const countAt = (children: readonly OutlineNode[], depth: number): number =>
  depth === 0
    ? children.length
    : countAt(
        children.flatMap((node) => node.children),
        depth - 1,
      );

const leftAside = (headings: readonly string[]) => ({
  zh: `${headings.join('、')}：评分时填写，未读入`,
  en: `${headings.join(', ')}: to be filled in when scoring, not read`,
});

const FLAT = { zh: '表中没有分组，只有一级', en: 'the table has no groups, one level only' };
const NO_TITLE = { zh: '没有找到表的名称', en: 'no title was found' };
