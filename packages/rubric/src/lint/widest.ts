import type { CompiledRubric, CompiledStep } from '../compiled.ts';
import { evaluate } from '../evaluate.ts';
import type { Figure } from '../figure.ts';
import { openUnit } from '../score.ts';
import { staged } from '../stages.ts';
import type { UnitState } from '../unit-state.ts';

/** A table computed with nothing known and everything possible. */
export interface Widest {
  /** the limits of what the table can give */
  unit: UnitState;
  /** what each gate and each band finds before it */
  before: ReadonlyMap<CompiledStep, Figure>;
}

/** One evaluation for the whole table and for all its gates and bands. */
export function widestOf(rubric: CompiledRubric): Widest {
  const unit = openUnit();
  const { rubric: stages, before } = staged(rubric, ['gate', 'band']);
  evaluate(stages, [unit], false);
  return { unit, before: new Map([...before].map(([step, index]) => [step, unit.figures[index]!])) };
}
