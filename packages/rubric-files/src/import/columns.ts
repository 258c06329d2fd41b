import { type Cell, originOf } from '../grid.ts';
import type { ReportEntry } from '../report.ts';
import type { BodyRow } from './body-rows.ts';
import type { Column } from './header.ts';
import { numberedParts } from './numbering.ts';
import { rulePhrases } from './rule-phrases.ts';
import { takeWorth } from './points.ts';
import { isScoring } from './scoring-columns.ts';
import { bare, joinLines } from './wording.ts';

/** The columns of a table by what they are for. Each keeps its heading; levels stand from the root down. */
export interface TableColumns {
  levels: Column[];
  ordinals: Column[];
  points: Column[];
  weights: Column[];
  counting: Column[];
  extras: Column[];
  /** those that whoever assesses has filled in already */
  results: Column[];
  report: ReportEntry[];
}

/**
 * Decides what each column is for. One whose heading says 标准 is a level, unless it only says line by line how the
 * level before it is scored; one with an unknown heading is kept beside the tree, and one of remarks on scoring (扣分说明)
 * where anything stands in it: it is as often a rule as a place to write.
 */
export function columnsOf(columns: readonly Column[], rows: readonly Cell[][], body: readonly BodyRow[]): TableColumns {
  const entries = body.filter(({ kind }) => kind === 'entry').map(({ row }) => row);
  const levels: Column[] = [];
  const extras: Column[] = [];
  const results: Column[] = [];
  const report: ReportEntry[] = [];
  const alternating = eachHasPointsBehind(columns);
  for (const column of columns) {
    const { role, index } = column;
    const texts = filledCells(rows, entries, index);
    const filled = texts.length;
    const isTarget = role === 'level' && filled > 0 && texts.every((text) => FIGURE.test(bare(text)));
    if (role === 'level' && !isTarget) levels.push(column);
    if (isTarget) extras.push(column);
    const isRemark = role === 'fill' && (isScoring(column.heading) || holdsRules(column, texts));
    if (role === 'extra' || (isRemark && filled > 0)) extras.push(column);
    if (role === 'fill' && !isRemark && filled > 0) {
      results.push(column);
      report.push(asResult(column, filled));
    }
    if (role === 'standard') {
      const scoring = !alternating && saysHowScored(rows, entries, levels.at(-1)?.index, index);
      (scoring ? extras : levels).push(column);
      if (scoring) report.push(asScoring(column));
    }
    if (role === null && filled > 0) {
      extras.push({ ...column, heading: column.heading || `第${index + 1}列` });
      report.push(unknown(column));
    }
  }
  const having = (role: Column['role']) => columns.filter((column) => column.role === role);
  return {
    levels,
    extras,
    results,
    ordinals: having('ordinal'),
    points: having('points'),
    weights: having('weight'),
    counting: having('counting'),
    report,
  };
}

/** Whether every column that may be a level has a column of points of its own. */
function eachHasPointsBehind(columns: readonly Column[]): boolean {
  return columns.every(({ role }, at) => !/^(level|standard)$/.test(role ?? '') || columns[at + 1]?.role === 'points');
}

/** 加减分 is a place to write, or says what adds and what takes off. */
const holdsRules = ({ heading }: Column, texts: readonly string[]): boolean =>
  /^(?:加减|[加扣])分$/.test(bare(heading)) && texts.some((text) => rulePhrases(text).length > 0);

/** A goal in figures, `500`, `≥95%`, `4次`: it says what is to be reached, and is no title. */
const FIGURE = /^[≥≤><=]{0,2}\d+(?:\.\d+)?(?:[%万亿元个次件篇天人分]{0,2})$/;

const filledCells = (rows: readonly Cell[][], entries: readonly number[], index: number): string[] =>
  entries.map((row) => rows[row]?.[index]?.text ?? '').filter((text) => text.trim() !== '');

/** Whether a column stands line by line beside a level, states no points of its own, and mostly speaks of deductions. */
function saysHowScored(
  rows: readonly Cell[][],
  entries: readonly number[],
  level: number | undefined,
  index: number,
): boolean {
  if (level === undefined) return false;
  const begins = (row: number, column: number) => {
    const cell = rows[row]?.[column];
    return cell !== undefined && originOf(rows, cell) === cell && cell.text.trim() !== '';
  };
  const beside = entries.filter((row) => begins(row, index));
  const texts = beside.map((row) => rows[row]?.[index]?.text ?? '');
  const scoring = texts.filter((text) => rulePhrases(text).length > 0);
  return beside.every((row) => begins(row, level)) && !texts.some(statesPoints) && scoring.length * 2 > texts.length;
}

function statesPoints(text: string): boolean {
  const { lead, parts } = numberedParts(text);
  return [lead, ...parts].some((lines) => takeWorth(joinLines(lines)).worth.points !== null);
}

const asScoring = (column: Column): ReportEntry => ({
  kind: 'guessed',
  place: column.place,
  zh: `“${column.heading}”一列逐条写明如何计分，作为说明读入，不作一级`,
  en: `the column ${column.heading} says line by line how points are given: kept beside the tree, not a level of it`,
});

const asResult = ({ place, heading }: Column, count: number): ReportEntry => ({
  kind: 'left-aside',
  place,
  zh: `“${heading}”一栏已填 ${count} 格，是评分时写的，不作规则，也不存入表中`,
  en: `the column ${heading} is filled in, ${count} cells: what was written when scoring is no rule, and not kept in the table`,
});

const unknown = (column: Column): ReportEntry => ({
  kind: 'guessed',
  place: column.place,
  zh: `不认识的表头“${column.heading}”，作为说明读入`,
  en: `the heading “${column.heading}” is not known: the column is kept beside the tree`,
});
