import { sumMismatches } from '../check-table.ts';
import { compare, exact } from '../exact.ts';
import type { Leaf, Rubric } from '../rubric.ts';
import { leavesOf } from '../tree.ts';
import type { Finding } from './finding.ts';

type DeductRule = Extract<Leaf['rule'], { kind: 'deduct' }>;
type JudgedRule = Extract<Leaf['rule'], { kind: 'judged' }>;

/** A count that the text asks for, and a deduction that it leaves to the assessor. */
const THRESHOLD = /(不少于|至少|不低于)\s*\d+\s*(次|件|篇|场|期|人次)/;
const DISCRETION = /酌情[扣加]\s*分/;

/** What is wrong with single lines and with sums, whatever the bands are. */
export function lintLines(table: Rubric): Finding[] {
  const leaves = leavesOf(table);
  const graded = leaves.some(({ rule }) => rule.kind === 'judged');
  return [
    ...sumMismatches(table).map(({ id, ...sums }): Finding => ({ code: 'sum.mismatch', ...sums, leaves: [id] })),
    ...withoutEvidence(table, leaves),
    ...leaves.flatMap((leaf) =>
      leaf.rule.kind === 'deduct' ? lintDeduct(leaf, leaf.rule, graded) : unruled(leaf, leaf.rule),
    ),
  ];
}

function lintDeduct({ id, points }: Leaf, { floor, heaviestPerAct, rates }: DeductRule, graded: boolean): Finding[] {
  const leaves = [id];
  const found: Finding[] = [];
  const heaviest = rates.reduce((most, rate) => (compare(exact(rate.points), exact(most.points)) > 0 ? rate : most));
  const [first, second] = rates;
  if (graded) found.push({ code: 'deduction.beside-grades', leaves });
  if (floor === undefined) found.push({ code: 'deduction.unbounded', points, heaviest: heaviest.points, leaves });
  if (!heaviestPerAct && first && second)
    found.push({ code: 'deduction.stacked', first: first.title, second: second.title, leaves });
  return found;
}

function unruled({ id, text }: Leaf, { caps, discretion }: JudgedRule): Finding[] {
  const found: Finding[] = [];
  const [threshold] = THRESHOLD.exec(text) ?? [];
  const [left] = DISCRETION.exec(text) ?? [];
  if (threshold && caps.length === 0) found.push({ code: 'text.threshold', quote: threshold, leaves: [id] });
  if (left && !discretion) found.push({ code: 'text.discretion', quote: left, leaves: [id] });
  return found;
}

/** Any kind of evidence may count for any judged line; with no kind at all, nothing ever can. */
function withoutEvidence({ evidenceKinds }: Rubric, leaves: readonly Leaf[]): Finding[] {
  const judged = leaves.filter(({ rule }) => rule.kind === 'judged').map(({ id }) => id);
  return evidenceKinds.length === 0 && judged.length > 0 ? [{ code: 'evidence.none', leaves: judged }] : [];
}
