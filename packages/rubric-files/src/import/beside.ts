import type { Wording } from '@mofan/rubric/explain/wording';
import { readChineseNumeral } from '../office/chinese-numeral.ts';
import type { Counting } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { COUNTING_COLUMN } from '../template-sheets.ts';
import { type ColumnValue, levelOf, nodesAt } from './column-values.ts';
import { type Draft, draftsOf } from './draft.ts';
import { numberedParts, withoutMarker } from './numbering.ts';
import { readWorth } from './points.ts';
import { sumOf } from './sum.ts';
import { readCell } from './template-cell.ts';
import { linesOf, narrow } from './wording.ts';

/**
 * A column beside the tree: what fills it, and the level whose column stands before it. `ofLines`: the level of the lines,
 * where the file says that each row is about one; null where the filled cells must tell what the column is about.
 */
export interface BesideColumn {
  heading: string;
  values: ColumnValue[];
  hint: number;
  ofLines: number | null;
}

const levelAbout = ({ values, hint, ofLines }: BesideColumn, children: readonly Draft[]): number =>
  ofLines ?? levelOf(values, children, hint);

/** Puts the figures of a column of points or weights to the nodes that they stand beside. */
export function putWorth(
  column: BesideColumn,
  measure: 'points' | 'weight',
  children: readonly Draft[],
): ReportEntry[] {
  const level = levelAbout(column, children);
  return column.values.flatMap((value) => {
    const nodes = nodesAt(value, value.kind === 'section' ? 0 : level);
    const lines = linesOf(value.cell.text);
    const [node] = nodes;
    if (!node) return [unplaced(value)];
    if (nodes.length > 1 && lines.length === nodes.length) {
      return nodes.flatMap((each, index) => put(each, lines[index] ?? '', measure, value, column.heading));
    }
    const target = nodes.length > 1 ? (sharedParent(nodes, value, column) ?? node) : node;
    if (nodes.length > 1 && target === node && isSumOf(nodes, lines.join(''))) return [];
    return put(target, lines.join(''), measure, value, column.heading);
  });
}

function put(
  node: Draft,
  text: string,
  measure: 'points' | 'weight',
  value: ColumnValue,
  heading: string,
): ReportEntry[] {
  const worth = readWorth(text, measure);
  if (!worth) {
    node.extra.set(heading, text);
    return [notUnderstood(value, heading)];
  }
  node.points ??= worth.points;
  node.weight ??= worth.weight;
  if (worth.counts !== 'points') node.counts = worth.counts;
  const differs = (['points', 'weight'] as const).filter((each) => worth[each] !== null && node[each] !== worth[each]);
  return differs.map((each) => contradiction(value, node[each] ?? '', worth[each] ?? ''));
}

/** The group that begins with these nodes, when one figure stands for them all and none for the rest of the group. */
function sharedParent([first]: readonly Draft[], { row }: ColumnValue, { values }: BesideColumn): Draft | null {
  const group = first?.parent;
  if (!group || group.from !== first.from) return null;
  return values.some((other) => other.row > row && other.row < group.to) ? null : group;
}

/** Whether a figure only adds up what the parts of a cell state themselves. */
function isSumOf(nodes: readonly Draft[], text: string): boolean {
  const stated = readWorth(text, 'points')?.points ?? null;
  return stated !== null && sumOf(nodes) === stated;
}

/** Gives the nodes that a column of numbers (序号) counts those numbers, unless their texts have some. */
export function putNumbers(column: BesideColumn, children: readonly Draft[]): void {
  const repeats = ({ cell }: ColumnValue, index: number) => cell.text === column.values[index - 1]?.cell.text;
  const counted = column.values.filter((value, index) => column.ofLines !== null || !repeats(value, index));
  const level = levelAbout({ ...column, values: counted }, children);
  for (const value of counted) {
    const nodes = value.begun.filter((draft) => draft.level === level);
    const [node] = nodes;
    if (node && nodes.length === 1 && node.ownNumber === '') node.ownNumber = ordinal(value.cell.text);
  }
}

function ordinal(text: string): string {
  const plain = narrow(text).trim();
  const chinese = readChineseNumeral(plain);
  if (chinese !== null) return String(chinese);
  return /^\d+(\.\d+)*$/.test(plain) ? plain : withoutMarker(plain).number;
}

const COUNTING: Record<string, Counting> = { 基本分: 'points', 加分: 'bonus', 扣分: 'penalty', 不计分: 'none' };

/** Says of the nodes that a column stands beside how their points count. */
export function putCounting(column: BesideColumn, children: readonly Draft[]): ReportEntry[] {
  const level = levelAbout(column, children);
  return column.values.flatMap((value) => {
    const nodes = nodesAt(value, level);
    if (nodes.length === 0) return [unplaced(value)];
    const reading = readCell(COUNTING_COLUMN, value.cell.text);
    if ('fault' in reading) return [countsAsPoints(value.cell.place, reading.fault)];
    for (const node of nodes) node.counts = COUNTING[reading.value]!;
    return [];
  });
}

const countsAsPoints = (place: string, { zh, en }: Wording): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `${zh}；暂计入基本分`,
  en: `${en}; it counts as 基本分 for now`,
});

/** Puts the texts of any other column to the nodes that they stand beside. */
export function putExtra({ heading, values }: BesideColumn, innermost: readonly (Draft | undefined)[]): void {
  const say = (node: Draft | undefined, text: string) => {
    const before = node?.extra.get(heading);
    node?.extra.set(heading, before === undefined ? text : `${before}\n${text}`);
  };
  for (const value of values) {
    const matched = partByPart(value);
    if (matched.length > 0) for (const [node, text] of matched) say(node, text);
    else say(besideNode(value, innermost[value.row]), linesOf(value.cell.text).join('\n'));
  }
}

/** Several criteria in one cell and beside them as many parts with the same numbers: each belongs to its own. */
function partByPart({ cell, begun }: ColumnValue): [Draft, string][] {
  const innermost = Math.max(...begun.map(({ level }) => level));
  const nodes = begun.filter(({ level }) => level === innermost);
  const { lead, parts } = numberedParts(cell.text);
  const texts = parts.map((lines) => withoutMarker(lines.join('\n')));
  const alike = texts.length === nodes.length && texts.every(({ number }, at) => number === nodes[at]?.ownNumber);
  if (nodes.length < 2 || lead.length > 0 || !alike) return [];
  return nodes.map((node, index) => [node, texts[index]?.text ?? '']);
}

/**
 * The innermost node that holds the rows of the value; of several criteria in one cell none does, their group may.
 * Where nothing holds them all, it is what the row is in.
 */
function besideNode({ cell, row, begun }: ColumnValue, innermost: Draft | undefined): Draft | undefined {
  const isOneOfSeveral = (draft: Draft) => begun.filter(({ level }) => level === draft.level).length > 1;
  let node = innermost;
  while (node && (node.to < row + cell.rowSpan || (node.from === row && isOneOfSeveral(node))))
    node = node.parent ?? undefined;
  return node ?? innermost;
}

/** For each row the innermost node that it is in. */
export function innermostByRow(children: readonly Draft[]): (Draft | undefined)[] {
  const byRow: (Draft | undefined)[] = [];
  for (const draft of draftsOf(children)) for (let row = draft.from; row < draft.to; row += 1) byRow[row] = draft;
  return byRow;
}

const notUnderstood = ({ cell }: ColumnValue, heading: string): ReportEntry => ({
  kind: 'not-understood',
  place: cell.place,
  zh: `${heading}“${cell.text}”不是一个数`,
  en: `“${cell.text}” under ${heading} is not one number`,
});

const unplaced = ({ cell }: ColumnValue): ReportEntry => ({
  kind: 'not-understood',
  place: cell.place,
  zh: `“${cell.text}”所在的行没有可对应的条目`,
  en: `no node of the tree begins in the row of “${cell.text}”`,
});

const contradiction = ({ cell }: ColumnValue, inText: string, beside: string): ReportEntry => ({
  kind: 'not-understood',
  place: cell.place,
  zh: `文字写明 ${inText}，本格为 ${beside}`,
  en: `the text states ${inText}, this cell ${beside}`,
});
