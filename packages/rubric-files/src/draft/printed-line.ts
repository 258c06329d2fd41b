import type { Leaf } from '@mofan/rubric/rubric';
import type { OutlineNode } from '../outline.ts';
import { RULE_HEADING } from '../printed-rule/headings.ts';
import { isWhole, readRule } from '../printed-rule/read-rule.ts';
import type { ReportEntry } from '../report.ts';
import type { Called } from './line-entry.ts';
import type { PrintedNames } from './printed-names.ts';
import { printedReport } from './printed-report.ts';
import { judging, sourceOf, stepsOf } from './printed-rule.ts';

type Rule = Pick<Leaf, 'from' | 'steps' | 'notApplicable'>;

const PLACEHOLDER: Rule = { from: { mark: { step: '0.5' } } };

/**
 * The rule that an export prints beside a line. `silent`: what the text or the note says where the source is not printed.
 * A figure that is not printed in full is none: the line is marked in halves until somebody writes its rule.
 */
export function printedRule(
  node: OutlineNode,
  { id, code }: Called,
  names: PrintedNames,
  silent: () => Rule,
): { rule: Rule; report: ReportEntry[] } {
  const read = readRule(node.extra[RULE_HEADING] ?? '');
  const { notApplicable } = read;
  const report = printedReport(id, node.place, read, '暂按 0.5 分为单位打分');
  const ends = notApplicable ? { notApplicable: notApplicable as NonNullable<Leaf['notApplicable']> } : {};
  if (!isWhole(read)) return { rule: { ...PLACEHOLDER, ...ends }, report };
  const from = sourceOf(read, code, names);
  const steps = stepsOf(read, names);
  if (from) return { rule: { from, ...(steps.length > 0 && { steps }), ...ends }, report };
  const said = silent();
  const { mark } = said.from;
  const judged = mark ? { from: { mark: { ...mark, ...judging(read, names) } } } : {};
  return { rule: { ...said, ...judged, ...(steps.length > 0 && { steps }), ...ends }, report };
}
