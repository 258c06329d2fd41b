import type { Band, Cap, CompiledLeaf, Judged } from './compile.ts';
import { type Exact, ZERO, compare, exact, isMultiple, max, min, toDecimal } from './exact.ts';
import type { MarkFact, RecordFact, UnitFacts } from './facts.ts';
import type { Contribution } from './scorecard.ts';
import type { ScoredLeaf } from './sums.ts';

export type MarkRefusal =
  | 'mark.unknown-criterion'
  | 'mark.decided-by-rule'
  | 'mark.unknown-grade'
  | 'mark.not-a-number'
  | 'mark.no-discretion'
  | 'mark.above-cap'
  | 'mark.no-grade-covers'
  | 'mark.outside-band'
  | 'mark.off-step';

type CountContribution = Extract<Contribution, { kind: 'count' }>;
type Given = Pick<MarkFact, 'grade' | 'points' | 'discretion'>;

/**
 * What the evidence and the marks say about a judged criterion. `evidence` are ids in order, `records` all records of
 * the unit in order, `marks` those of the leaf in order. Evidence never grades; a count caps a grade once it can no
 * longer be met (考核指标 2.2); a final mark decides; others leave the interval that they span.
 */
export function scoreJudged(
  leaf: CompiledLeaf,
  rule: Judged,
  evidence: string[],
  records: readonly RecordFact[],
  marks: readonly MarkFact[],
  facts: UnitFacts,
): ScoredLeaf {
  const contributions: Contribution[] = evidence.length > 0 ? [{ kind: 'evidence', facts: evidence }] : [];
  let cap: Band | null = null;
  for (const threshold of rule.caps) {
    const count = countSessions(leaf, threshold, records, facts);
    contributions.push(count);
    if (count.caps && (!cap || threshold.best.rank > cap.rank)) cap = threshold.best;
  }
  const valid: { mark: MarkFact; points: Exact }[] = [];
  for (const mark of marks) {
    const points = readMark(rule, mark, cap);
    contributions.push(markContribution(leaf, mark, points));
    if (typeof points !== 'string') valid.push({ mark, points });
  }
  const final = valid.filter(({ mark }) => mark.final);
  const deciding = (final.length > 0 ? final : valid).map(({ points }) => points);
  const open = deciding.length === 0;
  if (open) contributions.push({ kind: 'open', rulings: cap ? leaf.rulings.count : [] });
  const floor = open ? ZERO : deciding.reduce(min);
  const ceiling = open ? (cap?.to ?? leaf.points) : deciding.reduce(max);
  const figures = { points: leaf.pointsText, floor: toDecimal(floor), ceiling: toDecimal(ceiling) };
  const grade = onlyGrade(final.map(({ mark }) => mark.grade));
  const verdict = { settled: compare(floor, ceiling) === 0, byRule: false, grade, gradeAtMost: cap?.grade ?? null };
  return { line: { id: leaf.id, ...figures, ...verdict, evidence: evidence.length, contributions }, floor, ceiling };
}

/** The points of a mark, or why the rules refuse it. */
export function readMark(
  rule: Judged,
  { grade, points: text, discretion }: Given,
  cap: Band | null,
): Exact | MarkRefusal {
  const band = rule.bandOf.get(grade);
  if (!band) return 'mark.unknown-grade';
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return 'mark.not-a-number';
  if (discretion && !rule.discretion) return 'mark.no-discretion';
  const best = Math.max(cap?.rank ?? 0, discretion ? (rule.discretion?.rank ?? 0) : 0);
  if (band.rank < best) return 'mark.above-cap';
  const points = exact(text);
  if (!covers(band, points))
    return rule.bands.some((each) => covers(each, points)) ? 'mark.outside-band' : 'mark.no-grade-covers';
  return isMultiple(points, rule.step) ? points : 'mark.off-step';
}

/** The rulings that a mark on the leaf was read with. */
export function rulingsOf(leaf: CompiledLeaf, discretion: boolean | undefined): string[] {
  return discretion ? [...leaf.rulings.mark, ...leaf.rulings.discretion] : leaf.rulings.mark;
}

/** Distinct sessions within the period, whatever criteria the records were filed under. */
function countSessions(
  leaf: CompiledLeaf,
  cap: Cap,
  records: readonly RecordFact[],
  facts: UnitFacts,
): CountContribution {
  const { from, to } = facts.period;
  const counted = records.filter(({ kind, occurredOn }) => kind === cap.kind && occurredOn >= from && occurredOn <= to);
  const count = new Set(counted.map(({ session }) => session)).size;
  return {
    kind: 'count',
    metric: cap.metric,
    count,
    least: cap.least,
    caps: count < cap.least && facts.recordingClosed,
    gradeAtMost: cap.best.grade,
    facts: counted.map(({ id }) => id),
    rulings: leaf.rulings.count,
  };
}

function markContribution(leaf: CompiledLeaf, mark: MarkFact, points: Exact | MarkRefusal): Contribution {
  const rulings = rulingsOf(leaf, mark.discretion);
  if (points === 'mark.above-cap')
    return { kind: 'refused', reason: points, fact: mark.id, rulings: [...rulings, ...leaf.rulings.count] };
  if (typeof points === 'string') return { kind: 'refused', reason: points, fact: mark.id, rulings };
  const { grade, final, id: fact } = mark;
  return { kind: 'mark', grade, points: toDecimal(points), final, fact, rulings };
}

const covers = (band: Band, points: Exact): boolean => compare(points, band.from) >= 0 && compare(points, band.to) <= 0;

/** The grade on which all final marks agree. */
function onlyGrade([first, ...others]: readonly string[]): string | null {
  return first !== undefined && others.every((grade) => grade === first) ? first : null;
}
