import type { Grid } from '../grid.ts';
import { Names } from '../draft/names.ts';
import type { OutlineNode, PrintedRow, PrintedTables } from '../outline.ts';
import { asideIn, asideWording, changesFigure } from '../printed-rule/aside.ts';
import {
  CITED_DOCUMENTS,
  GRADES_OF_TABLE,
  GROUP_RULES,
  LEVELS_OF_TABLE,
  READINGS,
  ROUNDING_OF_TABLE,
  RULE_HEADING,
  SCALE_OF_TABLE,
  WHOLE_TABLE,
} from '../printed-rule/headings.ts';
import { readRule } from '../printed-rule/read-rule.ts';
import type { ReportEntry } from '../report.ts';

/** What stands behind the table of an export of ours, and what of it is left aside; null where the file is none. */
export function printedTables(
  grids: readonly Grid[],
  extras: readonly { heading: string; place: string }[],
): { printed: PrintedTables | null; report: ReportEntry[] } {
  const [rules, documents, readings] = [GROUP_RULES, CITED_DOCUMENTS, READINGS].map((headings) =>
    grids.find((grid) => bearsHeadings(grid, headings)),
  );
  const column = extras.find(({ heading }) => heading === RULE_HEADING);
  const first = rules ?? documents ?? readings;
  if (!first && !column) return { printed: null, report: [] };
  const rows = rules ? rowsOf(rules) : [];
  const aside = rows.flatMap(outOfTree);
  const ofTable = (name: string) => rows.find(({ id, title }) => id === '' && title === name) ?? null;
  const ofLines = rows.filter(({ id, text }) => id !== '' && asideOnly(text) === null);
  return {
    printed: {
      groups: new Map(ofLines.map(({ id, ...row }) => [id, row])),
      whole: ofTable(WHOLE_TABLE),
      scale: ofTable(SCALE_OF_TABLE),
      rounding: ofTable(ROUNDING_OF_TABLE),
      grades: ofTable(GRADES_OF_TABLE),
      levels: ofTable(LEVELS_OF_TABLE),
    },
    report: [
      ...aside,
      ...(documents ? [leftAside(documents, '引用的文件', 'cited documents')] : []),
      ...(readings ? [leftAside(readings, '解释口径', 'readings (the rules above are as they read them)')] : []),
      notPrinted(column?.place ?? first?.rows[0]?.[0]?.place ?? ''),
    ],
  };
}

const bearsHeadings = ({ rows }: Grid, headings: readonly string[]): boolean =>
  rows[0]?.map(({ text }) => text.trim()).join('｜') === headings.join('｜');

/** Whether a table stands behind the assessment table in an export of ours. */
export const isPrintedTable = (grid: Grid): boolean =>
  [GROUP_RULES, CITED_DOCUMENTS, READINGS].some((headings) => bearsHeadings(grid, headings));

const rowsOf = ({ rows }: Grid): (PrintedRow & { id: string })[] =>
  rows.slice(1).map(([id, title, rule]) => ({
    id: id?.text.trim() ?? '',
    title: title?.text.trim() ?? '',
    text: rule?.text ?? '',
    place: rule?.place ?? '',
  }));

/** A row of one aside is no rule of a line: a figure beside the tree, what the facts give, a selection, a consequence. */
const asideOnly = (text: string) => {
  const aside = text.includes('\n') ? null : asideIn(text);
  return aside && BESIDE.has(aside.name) ? aside : null;
};
const BESIDE = new Set(['另计', '数据', '评选', '后续']);

function outOfTree({ id, title, text, place }: PrintedRow & { id: string }): ReportEntry[] {
  const aside = asideOnly(text);
  if (!aside) return [];
  const { zh, en } = asideWording(aside);
  return [
    {
      kind: 'not-understood',
      place,
      zh: `“${title}”（${id}）没有读入，须人工写明：${zh}`,
      en: `“${title}” (${id}) is not read and has to be written by hand: ${en}`,
    },
  ];
}

/**
 * Whether the parts of a group, or of the whole (null), are added up, as an export of ours says it; null where the file is
 * none of ours.
 */
export type AddedUp = (group: OutlineNode | null) => boolean | null;

export function addedUp(printed: PrintedTables | null, children: readonly OutlineNode[]): AddedUp {
  if (!printed) return () => null;
  const names = new Names(children);
  return (group) => {
    const row = group ? printed.groups.get(names.of(group)) : printed.whole;
    const { from, aside, unknown } = readRule(row?.text ?? '');
    return from === null && unknown.length === 0 && !aside.some(changesFigure);
  };
}

const leftAside = ({ rows }: Grid, zh: string, en: string): ReportEntry => ({
  kind: 'left-aside',
  place: rows[0]?.[0]?.place ?? '',
  zh: `${zh} ${rows.length - 1} 条`,
  en: `${rows.length - 1} ${en}`,
});

const notPrinted = (place: string): ReportEntry => ({
  kind: 'left-aside',
  place,
  zh: '纸面上没有的：编号以外的代码、计数、佐证材料的种类、事项类别、英文名称，以原来的 YAML 为准',
  en: 'what no paper has: codes, counts, kinds of evidence, categories of cases, English names; they stand in the YAML',
});
