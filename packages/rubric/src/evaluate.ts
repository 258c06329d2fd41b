import type { CompiledLine, CompiledRubric } from './compiled.ts';
import { ZERO } from './exact.ts';
import { applyRelative } from './field/relative.ts';
import { type Figure, Refusal, figure, leftOut } from './figure.ts';
import { ANYTHING, hull, opposite, point } from './interval.ts';
import { scoreCases } from './sources/cases.ts';
import { scoreGroup } from './sources/combine.ts';
import { scoreFormula } from './sources/formula.ts';
import { scoreMark } from './sources/mark.ts';
import { refusedNumbers, tellRefusedNumbers, tellUnclearCases, tellUnclearRecords } from './sources/refused-inputs.ts';
import { scoreVotes } from './sources/votes.ts';
import { applyStep } from './steps/apply-step.ts';
import { held } from './steps/gate.ts';
import type { UnitState } from './unit-state.ts';

/**
 * Computes every line of every unit, line by line, so that a step may look across the units. Any facts give a figure: a
 * line that the rules give no value is held with the reason, and open within its points. `whole`: these are all units.
 */
export function evaluate(rubric: CompiledRubric, units: readonly UnitState[], whole: boolean): void {
  const grades = rubric.table.grades.map(({ code }) => code);
  const refused = units.map((unit) => refusedNumbers(rubric.table, unit));
  for (const line of rubric.inOrder) {
    for (const [n, unit] of units.entries()) {
      unit.said[line.index] = [];
      tellRefusedNumbers(line, refused[n]!, unit);
      tellUnclearCases(line, unit);
      tellUnclearRecords(line, unit);
      unit.figures[line.index] = attempt(
        line,
        () => inapplicable(line, unit) ?? sourceOf(line, unit, grades),
        NOTHING_YET,
      );
    }
    for (const step of line.steps) {
      if (step.kind === 'relative') {
        applyRelative(line, step, units, whole);
        continue;
      }
      for (const unit of units) {
        const before = unit.figures[line.index]!;
        if (before.hold) continue;
        unit.figures[line.index] = attempt(line, () => applyStep(line, step, before, unit, grades), before);
      }
    }
    for (const unit of units) unit.figures[line.index] = withEnds(line, unit.figures[line.index]!);
  }
}

function sourceOf(line: CompiledLine, unit: UnitState, grades: readonly string[]): Figure {
  switch (line.from.kind) {
    case 'mark':
      return takenOff(line, scoreMark(line, line.from, unit, grades));
    case 'cases':
      return scoreCases(line, line.from, unit);
    case 'votes':
      return takenOff(line, scoreVotes(line, line.from, unit));
    case 'combine':
      return scoreGroup(line, line.from, unit);
    case 'formula':
      return scoreFormula(line, line.from, unit);
  }
}

/** On a penalty, what people mark or vote for is what is taken off. */
const takenOff = ({ worth }: CompiledLine, judged: Figure): Figure =>
  worth === 'penalty' ? { ...judged, range: opposite(judged.range) } : judged;

/** What the rules refuse, and a number too large to be exact, holds the line and nothing else. */
function attempt(line: CompiledLine, compute: () => Figure, before: Figure): Figure {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) return held(line, before, { kind: 'refused', reason: error.reason });
    if (error instanceof RangeError) return held(line, before, { kind: 'refused', reason: 'figure.out-of-range' });
    throw error;
  }
}

/** 不适用: with a reason, and only where the table allows it. */
function inapplicable(line: CompiledLine, unit: UnitState): Figure | null {
  const stated = unit.facts.notApplicable;
  if (!stated || line.children.length > 0) return null;
  const fact = stated.find((each) => each.line === line.id);
  if (!fact) return null;
  const said = unit.said[line.index]!;
  const rulings = line.rulings['not-applicable'];
  const refusal = !line.notApplicable
    ? 'not-applicable.not-allowed'
    : fact.reason.trim() === ''
      ? 'not-applicable.no-reason'
      : null;
  if (refusal) {
    said.push({ kind: 'refused', reason: refusal, fact: fact.id, rulings });
    return null;
  }
  said.push({ kind: 'not-applicable', reason: fact.reason, fact: fact.id, rulings });
  if (line.notApplicable === 'exclude') return leftOut(fact.reason);
  return figure(point(line.notApplicable === 'full' ? line.points : ZERO), line.points);
}

/** An end that nothing sets is the end of what the line is worth; a line that may be left out may come to nothing. */
function withEnds(line: CompiledLine, computed: Figure): Figure {
  if (!computed.mayBeLeftOut) return ended(line, computed);
  const { range: ifCounted } = computed;
  return ended(line, { ...computed, ifCounted, range: hull(ifCounted, point(ZERO)) });
}

function ended({ natural, worth, partial = false }: CompiledLine, computed: Figure): Figure {
  const { low, high } = computed.range;
  if ((low && high) || worth === 'none' || partial) return computed;
  return { ...computed, range: { low: low ?? natural.low, high: high ?? natural.high } };
}

const NOTHING_YET = figure(ANYTHING, ZERO);
