import { gradesIn } from '../draft/grades-in-text.ts';
import { RULE_HEADING } from '../printed-rule/headings.ts';
import { type OutlineNode, type PrintedTables, type RuleSheets, nodesOf } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { VALUES, WAY } from '../template-sheets.ts';
import type { TableColumns } from './columns.ts';
import { isScoring } from './scoring-columns.ts';
import type { Header } from './header.ts';

interface Reading {
  header: Header;
  columns: TableColumns;
  title: string | null;
  levels: readonly string[];
  children: readonly OutlineNode[];
  /** what the sheets of a filled template say; null where the file is none */
  rules: RuleSheets | null;
  /** what an export of ours prints behind its table; null where the file is none */
  printed: PrintedTables | null;
}

/** What a person checks first: the headings, the levels with the number of their nodes, and what was left aside. */
export function understood({ header, columns, title, levels, children, rules, printed }: Reading): ReportEntry[] {
  const place = header.columns[0]?.place ?? '';
  const headings = header.columns.map(({ heading }) => heading).join('｜');
  const counts = levels.map((level, depth) => ({ level, count: countAt(children, depth) }));
  const filledIn = header.columns
    .filter(
      ({ role, index }) =>
        role === 'fill' && ![...columns.extras, ...columns.results].some((each) => each.index === index),
    )
    .map(({ heading }) => heading);
  const report: ReportEntry[] = [
    { kind: 'understood', place, zh: `表头：${headings}`, en: `headings: ${headings}` },
    {
      kind: 'understood',
      place,
      zh: `层级：${counts.map(({ level, count }) => `${level} ${count}`).join('、')}`,
      en: `levels: ${counts.map(({ level, count }) => `${level} ${count}`).join(', ')}`,
    },
  ];
  if (filledIn.length > 0) report.push({ kind: 'left-aside', place, ...toFillIn(filledIn) });
  report.push(...gradeHeadings(header, levels));
  for (const column of columns.extras) report.push(...besideTree(column, children, rules));
  if (columns.levels.length === 1 && levels.length === 1)
    report.push({ kind: printed ? 'understood' : 'guessed', place, ...FLAT });
  if (title === null) report.push({ kind: 'not-understood', place, ...NO_TITLE });
  return report;
}

/** Headings that say what a grade is worth, 优秀（95-100分）, beside those that grades are read from. */
function gradeHeadings({ columns }: Header, levels: readonly string[]): ReportEntry[] {
  const graded = columns.filter(({ heading }) => !levels.includes(heading) && gradesIn(heading).length > 0);
  const [first] = graded;
  if (!first) return [];
  const quoted = graded.map(({ heading }) => `“${heading}”`).join('、');
  return [
    {
      kind: 'not-understood',
      place: first.place,
      zh: `表头${quoted}写有等次，须写成计分规则`,
      en: `the headings ${quoted} state grades, which must be put into rules`,
    },
  ];
}

const countAt = (children: readonly OutlineNode[], depth: number): number =>
  depth === 0
    ? children.length
    : countAt(
        children.flatMap((node) => node.children),
        depth - 1,
      );

/**
 * A column beside the tree is read for rules. Its text joins those of its lines where it says how they are scored, else it
 * is not kept. In a template it is read where it says how lines are scored.
 */
function besideTree(
  { heading, place }: TableColumns['extras'][number],
  children: readonly OutlineNode[],
  rules: RuleSheets | null,
): ReportEntry[] {
  if (heading === WAY || heading === VALUES || heading === RULE_HEADING) return [];
  const count = [...nodesOf(children)].filter(({ extra }) => Object.hasOwn(extra, heading)).length;
  if (count === 0) return [];
  if (isScoring(heading) && !rules) return [{ kind: 'understood', place, ...joining(heading, count) }];
  return [
    {
      kind: 'left-aside',
      place,
      zh: `“${heading}”一栏 ${count} 格：${rules ? '' : '只从中读计分规则，'}文字不存入表中`,
      en: `the column ${heading}, ${count} cells: ${rules ? '' : 'read for rules alone, '}its text is not kept in the table`,
    },
  ];
}

const joining = (heading: string, count: number) => ({
  zh: `“${heading}”一栏 ${count} 格：并入条目的文字，并从中读计分规则`,
  en: `the column ${heading}, ${count} cells: joins the texts of its lines, and is read for rules`,
});

const toFillIn = (headings: readonly string[]) => ({
  zh: `${headings.join('、')}：评分时填写`,
  en: `${headings.join(', ')}: to be filled in when scoring`,
});

const FLAT = { zh: '表中没有分组，只有一级', en: 'the table has no groups, one level only' };
const NO_TITLE = { zh: '没有找到表的名称', en: 'no title was found' };
