import type { CompiledLine, CompiledStep } from '../compiled.ts';
import { type Exact, compare, subtract, written } from '../exact.ts';
import { type Figure, fullRange, onlyRank, writtenEnds } from '../figure.ts';
import { type Interval, highest, lowest, onlyValue, point, rising } from '../interval.ts';
import { rounded } from '../rounding.ts';
import type { UnitState } from '../unit-state.ts';
import { applyBands } from './band.ts';
import { applyDecide } from './decide.ts';
import { applyGate } from './gate.ts';

type OwnStep = Exclude<CompiledStep, { kind: 'relative' }>;

/** What a step makes of a unit's figure, by itself; steps that look across the units stand in `field/relative.ts`. */
export function applyStep(
  line: CompiledLine,
  step: OwnStep,
  before: Figure,
  unit: UnitState,
  grades: readonly string[],
): Figure {
  unit.score = before.range;
  unit.full = fullRange(before);
  const after = changed(line, step, before, unit, grades);
  tell(line, step, before, after, unit, grades);
  return after;
}

function changed(
  line: CompiledLine,
  step: OwnStep,
  before: Figure,
  unit: UnitState,
  grades: readonly string[],
): Figure {
  switch (step.kind) {
    case 'compute':
      return { ...before, range: step.read(unit) };
    case 'clamp':
      return { ...before, range: clamped(before.range, step.least, step.most) };
    case 'round':
      return { ...before, range: rising(before.range, (value) => rounded(value, step.mode, step.places, step.step)) };
    case 'band':
      return applyBands(step.bands, before);
    case 'decide':
      return applyDecide(step.cases, before, unit);
    case 'gate':
      return applyGate(line, step, before, unit, grades);
  }
}

function clamped(range: Interval, least: Exact | null, most: Exact | null): Interval {
  const below = most ? lowest(range, point(most)) : range;
  return least ? highest(below, point(least)) : below;
}

/** A step that changed nothing is not told; what a limit cut off a decided figure is told as the excess that it is. */
function tell(
  line: CompiledLine,
  step: OwnStep,
  before: Figure,
  after: Figure,
  unit: UnitState,
  grades: readonly string[],
): void {
  const said = unit.said[line.index]!;
  const [from, to] = [onlyValue(before.range), onlyValue(after.range)];
  if (step.kind === 'clamp' && from && to) {
    const cut = subtract(from, to);
    if (cut.n !== 0)
      said.push({
        kind: 'excess',
        amount: written(cut.n < 0 ? { n: -cut.n, d: cut.d } : cut),
        limit: { at: line.steps.indexOf(step), before: written(from), after: written(to) },
        rulings: line.rulings.excess,
      });
    return;
  }
  if (isSame(before, after)) return;
  const text = 'text' in step ? ('because' in step ? step.because : step.text) : '';
  const grade = grades[onlyRank(after.ranks) ?? -1] ?? null;
  said.push({
    kind: 'step',
    step: step.kind,
    at: line.steps.indexOf(step),
    text,
    open: step.kind === 'gate' && step.when(unit) === null,
    before: writtenEnds(before.range),
    full: writtenEnds(unit.full).floor,
    ...writtenEnds(after.range),
    grade,
    rulings: line.rulings.step,
  });
}

const isSame = (a: Figure, b: Figure): boolean =>
  sameEnd(a.range.low, b.range.low) &&
  sameEnd(a.range.high, b.range.high) &&
  a.ranks?.best === b.ranks?.best &&
  a.ranks?.worst === b.ranks?.worst &&
  a.ranks?.orNone === b.ranks?.orNone &&
  a.mayBeLeftOut === b.mayBeLeftOut &&
  a.hold === b.hold;

const sameEnd = (a: Exact | null, b: Exact | null): boolean => (a && b ? compare(a, b) === 0 : a === b);
