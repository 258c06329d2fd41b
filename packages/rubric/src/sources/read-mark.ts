import { covers } from '../bands.ts';
import type { Admitted, CompiledLine, CompiledMark } from '../compiled.ts';
import { type Exact, compare, exact, isMultiple, multiply } from '../exact.ts';
import { isDecimal } from '../expression/names.ts';
import type { MarkFact } from '../facts.ts';

export type MarkRefusal =
  | 'mark.unknown-criterion'
  | 'mark.decided-by-rule'
  | 'mark.unknown-grade'
  | 'mark.not-a-number'
  | 'mark.no-discretion'
  | 'mark.above-cap'
  | 'mark.no-grade-covers'
  | 'mark.outside-band'
  | 'mark.off-step'
  | 'mark.beyond-points'
  | 'mark.not-admitted'
  | 'mark.unknown-group';

/** A mark as the rules accept it. `points` null: a grade without any number; `rank` null: points without a grade. */
export interface ReadMark {
  points: Exact | null;
  rank: number | null;
}

/** The same with the fact that it was read from. */
export interface ValidMark extends ReadMark {
  mark: MarkFact;
}

type Given = Pick<MarkFact, 'grade' | 'points' | 'discretion'>;

/** What a mark comes to, or why the rules refuse it. `rankAtMost`: the best grade that a count leaves. */
export function readMark(
  line: CompiledLine,
  rule: CompiledMark,
  mark: Given,
  rankAtMost: number | null,
): ReadMark | MarkRefusal {
  const best = bestOf(rule, mark, rankAtMost);
  switch (rule.admitted.kind) {
    case 'scale':
      return inScale(rule.admitted, mark, best);
    case 'grades':
      return asGrade(rule.admitted, mark, best);
    case 'step':
      return best === null ? 'mark.no-discretion' : inSteps(line.points, rule.admitted.step, mark.points);
    case 'percent':
      return best === null ? 'mark.no-discretion' : inPercent(line.points, rule.admitted.step, mark.points);
    case 'values':
      return best === null ? 'mark.no-discretion' : oneOfThese(rule.admitted.values, mark.points);
  }
}

/** The best grade that may be given; null: a discretionary deduction is claimed, and the line has none. */
function bestOf({ discretion }: CompiledMark, mark: Given, rankAtMost: number | null): number | null {
  if (!mark.discretion) return rankAtMost ?? 0;
  return discretion === null ? null : Math.max(rankAtMost ?? 0, discretion);
}

function inScale(
  { bands, step }: Extract<Admitted, { kind: 'scale' }>,
  { grade, points: text }: Given,
  best: number | null,
): ReadMark | MarkRefusal {
  const band = bands.find((each) => each.grade === grade);
  if (!band) return 'mark.unknown-grade';
  if (!isNumber(text)) return 'mark.not-a-number';
  if (best === null) return 'mark.no-discretion';
  if (band.rank < best) return 'mark.above-cap';
  const points = exact(text);
  if (!covers(band, points))
    return bands.some((each) => covers(each, points)) ? 'mark.outside-band' : 'mark.no-grade-covers';
  return isMultiple(points, step) ? { points, rank: band.rank } : 'mark.off-step';
}

function asGrade(
  { grades }: Extract<Admitted, { kind: 'grades' }>,
  { grade }: Given,
  best: number | null,
): ReadMark | MarkRefusal {
  const chosen = grades.find((each) => each.grade === grade);
  if (!chosen) return 'mark.unknown-grade';
  if (best === null) return 'mark.no-discretion';
  return chosen.rank < best ? 'mark.above-cap' : { points: chosen.points, rank: chosen.rank };
}

function inSteps(full: Exact, step: Exact, text: string): ReadMark | MarkRefusal {
  if (!isNumber(text)) return 'mark.not-a-number';
  const points = exact(text);
  if (compare(points, full) > 0) return 'mark.beyond-points';
  return isMultiple(points, step) ? { points, rank: null } : 'mark.off-step';
}

function inPercent(full: Exact, step: Exact, text: string): ReadMark | MarkRefusal {
  const percent = inSteps({ n: 100, d: 1 }, step, text);
  if (typeof percent === 'string' || !percent.points) return percent;
  return { points: multiply(full, multiply(percent.points, { n: 1, d: 100 })), rank: null };
}

function oneOfThese(values: readonly Exact[], text: string): ReadMark | MarkRefusal {
  if (!isDecimal(text)) return 'mark.not-a-number';
  const points = exact(text);
  return values.some((value) => compare(value, points) === 0) ? { points, rank: null } : 'mark.not-admitted';
}

const isNumber = (text: string): boolean => /^\d{1,9}(\.\d{1,6})?$/.test(text);
