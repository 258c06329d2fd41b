import { chineseNumeral } from './office/chinese-numeral.ts';
import type { ReportEntry } from './report.ts';

/** An assessment table as it stands in a file, before anyone wrote its rules: titles, points and texts in their tree. */
export interface Outline {
  title: string | null;
  /** headings of the columns that make the tree's levels, top first, the leaves' last */
  levels: string[];
  /** what the whole table is worth, a decimal written out; null where only weights are stated */
  points: string | null;
  weightBased: boolean;
  notes: string[];
  children: OutlineNode[];
  /** what the sheets of a filled template say; absent where the file is none */
  rules?: RuleSheets;
  /** what an export of ours prints behind its table; absent where the file is none */
  printed?: PrintedTables;
  report: ReportEntry[];
}

/** The rules that stand behind an exported table, each in its lines. */
export interface PrintedTables {
  /** by the id of their line */
  groups: ReadonlyMap<string, PrintedRow>;
  whole: PrintedRow | null;
  scale: PrintedRow | null;
  rounding: PrintedRow | null;
  grades: PrintedRow | null;
  levels: PrintedRow | null;
}
export interface PrintedRow {
  title: string;
  text: string;
  place: string;
}

/**
 * The rules on the sheets of a filled template. Of each row: `line`, the number of the node that it is about; `place`, its
 * first cell; `said`, all that its cells hold.
 */
export interface RuleSheets {
  /** the numbers that stand on the sheet of lines, each at one line: rows of any other number are not read */
  lines: string[];
  grades: GradeRow[];
  rates: RateRow[];
  measures: MeasureRow[];
  report: ReportEntry[];
}
interface SheetRow {
  place: string;
  said: string;
}
/** `ofLine`: percent of each line's points, `ofTotal`: points of the whole from which on the grade is given. */
export interface GradeRow extends SheetRow {
  title: string;
  ofLine: string | null;
  ofTotal: string | null;
}
export interface RateRow extends SheetRow {
  line: string;
  title: string;
  adds: boolean;
  points: string;
  most: string | null;
}
/** A band of a number: at least `from`, `above` it, up `to` it or `below` it, by `figure`. */
export interface MeasureRow extends SheetRow {
  line: string;
  title: string;
  unit: string;
  side: 'from' | 'above' | 'to' | 'below';
  figure: string;
  points: string;
}

/**
 * How the points of a node count: towards its group's, on top of them (加分), off them (扣分), or nowhere, which is stated
 * (不计分) and not merely left out.
 */
export type Counting = 'points' | 'bonus' | 'penalty' | 'none';

export interface OutlineNode {
  /** `1.2`, unique in the table; '' for a group whose parts are numbered through the whole table */
  number: string;
  text: string;
  /** null where none are stated */
  points: string | null;
  counts: Counting;
  /** as stated: `10%` or a plain decimal */
  weight: string | null;
  children: OutlineNode[];
  place: string;
  /** the other columns by their heading: 扣分办法, 责任科室, 数据来源 … */
  extra: Record<string, string>;
}

/** Every node of the outline in the table's order, parents before children. */
export function* nodesOf(children: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of children) {
    yield node;
    yield* nodesOf(node.children);
  }
}

/** What a level is called that the table does not name, 0 the outermost: 一级指标, 二级指标 … */
export const defaultLevel = (depth: number): string => `${chineseNumeral(depth + 1)}级指标`;
