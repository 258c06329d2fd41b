import type { CompiledLine, CompiledStep } from '../compiled.ts';
import { exact } from '../exact.ts';
import { isDecimal } from '../expression/names.ts';
import { previousRating } from '../expression/previous.ts';
import { type Figure, type Hold, type Ranks, hullOf, leftOut } from '../figure.ts';
import { ANYTHING, type Interval, hull, lowest, point } from '../interval.ts';
import type { UnitState } from '../unit-state.ts';

type CompiledGate = Extract<CompiledStep, { kind: 'gate' }>;

/**
 * While the condition holds, the effect does: a figure in its place (一票否决), a ceiling, another grade, no figure at
 * all, the rating of before, or the question to somebody. While the condition is open, both ways are.
 */
export function applyGate(
  line: CompiledLine,
  gate: CompiledGate,
  before: Figure,
  unit: UnitState,
  grades: readonly string[],
): Figure {
  const holds = gate.when(unit);
  if (holds === false) return before;
  if (gate.exclude) return holds ? leftOut(gate.because) : { ...before, mayBeLeftOut: true };
  const after = effectOf(line, gate, before, unit, grades);
  return holds ? after : { ...hullOf(before, after), hold: before.hold };
}

function effectOf(
  line: CompiledLine,
  gate: CompiledGate,
  before: Figure,
  unit: UnitState,
  grades: readonly string[],
): Figure {
  if (gate.refuse !== null) return held(line, before, { kind: 'refused', reason: gate.refuse });
  if (gate.ask !== null) return asked(line, gate.ask, before, unit, grades);
  const figure = gate.carry ? carried(line, before, unit, grades) : before;
  const put = gate.becomes ? point(gate.becomes) : figure.range;
  return {
    ...figure,
    range: gate.atMost ? lowest(put, point(gate.atMost)) : put,
    ranks: gradedBy(gate, figure.ranks, grades.length - 1),
    rankAtMost: gate.rankAtMost ?? figure.rankAtMost,
  };
}

function gradedBy({ rank, rankAtMost, gradeDown }: CompiledGate, ranks: Ranks | null, last: number): Ranks | null {
  if (rank !== null) return { best: rank, worst: rank };
  if (rankAtMost === null && gradeDown === 0) return ranks;
  const { best, worst } = ranks && !ranks.orNone ? ranks : { best: 0, worst: last };
  const limited = (each: number) => Math.min(Math.max(each + gradeDown, rankAtMost ?? 0), last);
  return { best: limited(best), worst: limited(worst) };
}

/** Without a value of its own the line may still come to anything that it is worth, or to what it had come to. */
export const held = (line: CompiledLine, before: Figure, hold: Hold): Figure => ({
  ...before,
  range:
    before.range.low && before.range.high && !line.steps.some(makesPoints)
      ? hull(before.range, line.natural)
      : naturalOf(line),
  hold,
});

/** What the line may come to, of which a number that was to be made into points tells nothing. */
const naturalOf = ({ worth, natural }: CompiledLine): Interval => (worth === 'none' ? ANYTHING : natural);

/** A step that makes points of another number: a rate, a place. */
const makesPoints = (step: CompiledStep): boolean =>
  step.kind === 'compute' ||
  step.kind === 'relative' ||
  (step.kind === 'band' && step.bands.some(({ points }) => points !== null)) ||
  (step.kind === 'decide' && step.cases.some(({ points }) => points !== null));

function asked(
  line: CompiledLine,
  question: string,
  before: Figure,
  unit: UnitState,
  grades: readonly string[],
): Figure {
  const decision = unit.anything ? undefined : (unit.facts.decisions ?? []).find((fact) => fact.line === line.id);
  const said = unit.said[line.index]!;
  if (!decision) return held(line, before, { kind: 'unsettled', reason: question });
  const { id: fact, reason, points, grade } = decision;
  if (reason.trim() === '' || !givesSomething(points, grade, grades)) {
    said.push({ kind: 'refused', reason: 'decision.not-usable', fact, rulings: line.rulings.step });
    return held(line, before, { kind: 'unsettled', reason: question });
  }
  said.push({ kind: 'decision', reason, fact, rulings: line.rulings.step });
  return given(before, points, grade, grades);
}

function carried(line: CompiledLine, before: Figure, unit: UnitState, grades: readonly string[]): Figure {
  const previous = previousRating(unit, line.id);
  if (!previous || !givesSomething(previous.points, previous.grade, grades))
    return held(line, before, { kind: 'unsettled', reason: 'carry.no-previous-rating' });
  return given(before, previous.points, previous.grade, grades);
}

const givesSomething = (points: string | undefined, grade: string | undefined, grades: readonly string[]): boolean =>
  (points !== undefined || grade !== undefined) &&
  (points === undefined || isDecimal(points)) &&
  (grade === undefined || grades.includes(grade));

function given(
  before: Figure,
  points: string | undefined,
  grade: string | undefined,
  grades: readonly string[],
): Figure {
  const rank = grade === undefined ? null : grades.indexOf(grade);
  return {
    ...before,
    range: points === undefined ? before.range : point(exact(points)),
    ranks: rank === null ? before.ranks : { best: rank, worst: rank },
  };
}
