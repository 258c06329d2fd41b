import { highestIn } from '../bands.ts';
import type { Admitted, Cap, CompiledLine, CompiledMark } from '../compiled.ts';
import { type Exact, ZERO, max, min, written } from '../exact.ts';
import type { MarkFact } from '../facts.ts';
import { type Figure, type Ranks, figure } from '../figure.ts';
import { type Interval, between } from '../interval.ts';
import type { Contribution } from '../contribution.ts';
import { type UnitState, sessionsOf } from '../unit-state.ts';
import { combineMarks } from './raters.ts';
import { type MarkRefusal, type ReadMark, type ValidMark, readMark } from './read-mark.ts';

type CountContribution = Extract<Contribution, { kind: 'count' }>;

/**
 * What the evidence and the marks say about a judged criterion. Evidence never grades; a count caps a grade once it can
 * no longer be met (考核指标 2.2); a final mark decides; others leave the interval that they span, or what the table
 * makes of several assessors' marks. A refused one that would have had a say leaves the line open: what was meant by it
 * is not known.
 */
export function scoreMark(line: CompiledLine, rule: CompiledMark, unit: UnitState, grades: readonly string[]): Figure {
  const said = unit.said[line.index]!;
  const evidence = unit.evidence.get(line.id) ?? NONE;
  if (evidence.length > 0) said.push({ kind: 'evidence', facts: evidence });
  const cap = capOf(line, rule, unit, grades);
  const given = unit.anything ? NO_MARKS : validMarks(line, rule, unit, cap);
  const valid = isUnclear(line, given, unit) || isCapUnclear(rule, unit) ? NO_MARKS : given;
  const final = valid.filter(isFinal);
  const combined = final.length === 0 && rule.raters ? combineMarks(line, rule.raters, valid, unit) : null;
  const deciding = final.length > 0 ? final : rule.raters ? NO_MARKS : valid;
  const open = combined === null && deciding.length === 0;
  if (open) said.push({ kind: 'open', rulings: cap === null ? [] : line.rulings.count });
  const range = combined ?? (open ? openRange(line, rule, cap) : spanOf(deciding));
  return {
    ...figure(range, line.points),
    ranks: ranksOf(rule, final, cap, grades.length - 1),
    rankAtMost: cap,
  };
}

/** The rulings that a mark on the leaf was read with. */
export function rulingsOf(line: CompiledLine, discretion: boolean | undefined): string[] {
  return discretion ? [...line.rulings.mark, ...line.rulings.discretion] : line.rulings.mark;
}

function capOf(line: CompiledLine, rule: CompiledMark, unit: UnitState, grades: readonly string[]): number | null {
  let best: number | null = null;
  for (const cap of rule.caps) {
    const count = countSessions(line, cap, unit, grades);
    unit.said[line.index]!.push(count);
    if (count.caps && (best === null || cap.rank > best)) best = cap.rank;
  }
  return best;
}

function validMarks(line: CompiledLine, rule: CompiledMark, unit: UnitState, cap: number | null): readonly ValidMark[] {
  const valid: ValidMark[] = [];
  for (const mark of unit.marks.get(line.id) ?? NO_FACTS) {
    const read = refusedGroup(rule, mark) ?? readMark(line, rule, mark, cap);
    unit.said[line.index]!.push(markContribution(line, mark, read));
    if (typeof read !== 'string') valid.push({ ...read, mark });
  }
  return valid;
}

/** Whether a mark was refused that the valid ones do not make idle, as a final one does those before it. */
function isUnclear(line: CompiledLine, valid: readonly ValidMark[], unit: UnitState): boolean {
  const marks = unit.anything ? NO_FACTS : (unit.marks.get(line.id) ?? NO_FACTS);
  if (marks.length === valid.length) return false;
  const accepted = new Set(valid.map(({ mark }) => mark));
  return !valid.some(isFinal) || marks.some((mark) => mark.final && !accepted.has(mark));
}

/** Whether records of an unknown kind decide if a cap binds. */
const isCapUnclear = ({ caps }: CompiledMark, unit: UnitState): boolean =>
  unit.unclearRecords.length > 0 &&
  unit.facts.recordingClosed &&
  caps.some(({ kind, least }) => {
    const { count, atMost } = sessionsOf(unit, kind);
    return count < least && atMost >= least;
  });

const isFinal = ({ mark }: ValidMark): boolean => mark.final;

function refusedGroup({ raters }: CompiledMark, { group, final }: MarkFact): MarkRefusal | undefined {
  const known = final || !raters || raters.shares.length === 0 || raters.shares.some(({ id }) => id === group);
  return known ? undefined : 'mark.unknown-group';
}

function countSessions(line: CompiledLine, cap: Cap, unit: UnitState, grades: readonly string[]): CountContribution {
  const { records, count, atMost } = sessionsOf(unit, cap.kind);
  return {
    kind: 'count',
    metric: cap.metric,
    count,
    least: cap.least,
    caps: atMost < cap.least && unit.facts.recordingClosed && !unit.anything,
    gradeAtMost: grades[cap.rank] ?? '',
    facts: records.map(({ id }) => id),
    rulings: line.rulings.count,
  };
}

function markContribution(line: CompiledLine, mark: MarkFact, read: ReadMark | MarkRefusal): Contribution {
  const rulings = rulingsOf(line, mark.discretion);
  if (read === 'mark.above-cap')
    return { kind: 'refused', reason: read, fact: mark.id, rulings: [...rulings, ...line.rulings.count] };
  if (typeof read === 'string') return { kind: 'refused', reason: read, fact: mark.id, rulings };
  const { grade, final, id: fact } = mark;
  return { kind: 'mark', grade, points: read.points ? written(read.points) : '', final, fact, rulings };
}

function openRange(line: CompiledLine, { admitted }: CompiledMark, cap: number | null): Interval {
  if (admitted.kind === 'scale') return between(ZERO, cap === null ? line.points : highestUnder(admitted, cap, line));
  const allowed =
    admitted.kind === 'values'
      ? admitted.values
      : admitted.kind === 'grades'
        ? admitted.grades.flatMap(({ points, rank }) => (points && rank >= (cap ?? 0) ? [points] : []))
        : [ZERO, line.points];
  return allowed.length === 0 ? between(ZERO, ZERO) : between(allowed.reduce(min), allowed.reduce(max));
}

/** The best mark that can be given under a cap. */
const highestUnder = ({ bands, step }: Extract<Admitted, { kind: 'scale' }>, cap: number, { points }: CompiledLine) =>
  bands.flatMap((band) => (band.rank >= cap ? (highestIn(band, step, points) ?? []) : [])).reduce(max, ZERO);

function spanOf(marks: readonly ValidMark[]): Interval {
  const points = marks.map((mark): Exact => mark.points ?? ZERO);
  return between(points.reduce(min), points.reduce(max));
}

/** Only final marks settle a grade; until then every grade is open that no count has closed. */
function ranksOf(
  { admitted }: CompiledMark,
  final: readonly ValidMark[],
  cap: number | null,
  last: number,
): Ranks | null {
  if (admitted.kind !== 'scale' && admitted.kind !== 'grades') return null;
  const ranks = final.map(({ rank }) => rank ?? 0);
  if (ranks.length > 0) return { best: Math.min(...ranks), worst: Math.max(...ranks) };
  return { best: cap ?? 0, worst: last };
}

const NONE: string[] = [];
const NO_FACTS: MarkFact[] = [];
const NO_MARKS: readonly ValidMark[] = [];
