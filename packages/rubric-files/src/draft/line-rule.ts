import type { Input, Leaf } from '@mofan/rubric/rubric';
import { isScoring } from '../import/scoring-columns.ts';
import type { OutlineNode, PrintedTables, RuleSheets } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { VALUES, WAY } from '../template-sheets.ts';
import type { Grading } from './grading.ts';
import { type LineText, leftOfLine } from './left-of-line.ts';
import { levelsReading, tiersReading } from './level-reading.ts';
import { type Called, type Reading, entryOf } from './line-entry.ts';
import { printedRule } from './printed-line.ts';
import type { PrintedNames } from './printed-names.ts';
import { casesOf } from './stated-cases.ts';
import { allOrNothing, markIn } from './stated-mark.ts';
import { type TemplateRule, templateRule } from './template-rules.ts';
import { type Veto, vetoIn } from './vetoes.ts';

/** The rule of a line as far as it was read, and what the report says of how far that is. */
export interface LineRule {
  rule: Pick<Leaf, 'from' | 'steps' | 'notApplicable'>;
  input: Input | null;
  veto: Veto | null;
  report: ReportEntry[];
}

/** What the table says for all its lines. */
export interface Known {
  grading: Grading;
  sheets: RuleSheets | null;
  /** what an export prints behind its table; null where the file is none */
  printed: PrintedTables | null;
  inPrint: PrintedNames;
}

/** What an export prints is read as printed; what it leaves to the text or the note is read there, which it made sure of. */
function printedLine(node: OutlineNode, { id, code }: Called, { grading, inPrint }: Known): LineRule {
  const text = { ...node, extra: {} };
  const silent = () => casesReading(text, code) ?? noteReading(grading) ?? UNSTATED;
  const { rule, report } = printedRule(node, { id, code }, inPrint, () => silent().rule);
  return { rule, input: null, veto: null, report };
}

const toldReading = ({ rule, way }: TemplateRule): Reading => ({
  rule,
  sure: true,
  quotes: [way],
  zh: '按所填的计分方式',
  en: 'by the way of scoring that is filled in',
});

/** Reads the rule of a line out of the sheets of a template, or its text, the columns beside it and the table's note. */
export function lineRule(node: OutlineNode, called: Called, known: Known): LineRule {
  const { id, code } = called;
  const { grading, sheets } = known;
  if (known.printed) return printedLine(node, called, known);
  const told = templateRule({ node, number: node.number, code, graded: grading.mark }, sheets);
  if (told && 'rule' in told)
    return { rule: told.rule, input: told.input, veto: null, report: [entryOf(node, id, toldReading(told), null, [])] };
  const said = Object.entries(node.extra).filter(([heading]) => sheets === null || !CHOSEN.has(heading));
  const lineTexts: LineText[] = [
    { text: node.text.slice(0, LONGEST), scoring: false },
    ...said.map(([heading, text]) => ({ text: text.slice(0, LONGEST), scoring: isScoring(heading) })),
  ];
  const texts = lineTexts.map(({ text }) => text);
  const certain = casesReading(node, code) ?? levelsReading(texts, node, grading);
  const tiers = certain ? null : tiersReading(texts, node, code);
  const reading =
    certain ??
    tiers?.reading ??
    namedReading(texts) ??
    allOrNothingReading(node, texts) ??
    (sheets && sheets.grades.length > 0 ? sheetReading(grading) : noteReading(grading)) ??
    UNSTATED;
  const veto = texts.map((text) => vetoIn(text, `${code}-veto`)).find((each) => each !== null) ?? null;
  const left = leftOfLine(lineTexts, [...reading.quotes, ...(veto ? [veto.quote] : [])], node.points);
  return {
    rule: reading.rule,
    input: tiers?.input ?? null,
    veto,
    report: [
      ...(told ? [told.lacking] : []),
      entryOf(node, id, left.length > 0 && reading === UNSTATED ? UNREAD : reading, veto, left),
    ],
  };
}

function casesReading(node: OutlineNode, code: string): Reading | null {
  const read = casesOf(node, code);
  if (!read) return null;
  const { cases, steps, quotes } = read;
  const count = (cases.deduct?.length ?? 0) + (cases.add?.length ?? 0);
  return {
    rule: { from: { cases }, ...(steps.length > 0 && { steps }) },
    sure: false,
    quotes,
    zh: `按列明的扣分、加分规定逐例计分（${count}项）`,
    en: `charged by the ${count} rates that are stated`,
  };
}

function namedReading(texts: readonly string[]): Reading | null {
  const named = markIn(texts);
  return (
    named && {
      rule: { from: { mark: named.mark } },
      sure: true,
      quotes: [named.quote],
      zh: '按写明的方式打分',
      en: 'marked as is said',
    }
  );
}

function allOrNothingReading({ points }: OutlineNode, texts: readonly string[]): Reading | null {
  const quotes = points === null ? null : allOrNothing(texts, points);
  if (quotes === null || points === null) return null;
  return {
    rule: { from: { mark: { values: ['0', points] } } },
    sure: false,
    quotes,
    zh: '得满分或不得分',
    en: 'full marks or none',
  };
}

const noteReading = ({ mark }: Grading): Reading | null =>
  mark && {
    rule: { from: { mark } },
    sure: false,
    quotes: [],
    zh: '本条没有自己的规则，按备注或表头所写的等次打分',
    en: 'without a rule of its own: graded as the note or the heading has it',
  };

/** No way of scoring that can be used is chosen, and the sheet has grades. */
const sheetReading = (grading: Grading): Reading | null => {
  const reading = noteReading(grading);
  const zh = '没有可用的计分方式，暂按工作表“评等次”的等次打分';
  return reading && { ...reading, zh, en: 'no way of scoring that can be used: graded by the sheet 评等次 for now' };
};

const UNSTATED: Reading = {
  rule: { from: { mark: { step: '0.5' } } },
  sure: false,
  quotes: [],
  zh: '未写明计分方式，暂按 0.5 分为单位打分',
  en: 'no way of scoring is stated: marked in halves for now',
};

const UNREAD: Reading = {
  ...UNSTATED,
  zh: '计分方式没有读懂，暂按 0.5 分为单位打分',
  en: 'the way of scoring is not understood: marked in halves for now',
};

/** Columns of a template that say in words of their own how a line is scored. */
const CHOSEN = new Set([WAY, VALUES]);

/** A text of the language is no longer. */
const LONGEST = 2000;
