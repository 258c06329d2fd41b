import type { CompiledLine, CompiledRubric, CompiledStep } from '../compiled.ts';
import { evaluate } from '../evaluate.ts';
import type { Figure } from '../figure.ts';
import { openUnit } from '../score.ts';
import type { UnitState } from '../unit-state.ts';

/** A table computed with nothing known and everything possible. */
export interface Widest {
  /** the limits of what the table can give */
  unit: UnitState;
  /** what each gate and each band finds before it */
  before: ReadonlyMap<CompiledStep, Figure>;
}

/** One evaluation for all: ahead of each line stand copies of it, each ending before one of its gates or bands. */
export function widestOf(rubric: CompiledRubric): Widest {
  const unit = openUnit();
  const stages = new Map<CompiledStep, CompiledLine>();
  const inOrder = rubric.inOrder.flatMap((line) => {
    const judged = line.steps.filter(({ kind }) => kind === 'gate' || kind === 'band');
    for (const step of judged) {
      const steps = line.steps.slice(0, line.steps.indexOf(step));
      stages.set(step, { ...line, steps, index: rubric.inOrder.length + stages.size });
    }
    return [...judged.map((step) => stages.get(step)!), line];
  });
  evaluate({ ...rubric, inOrder }, [unit], false);
  return { unit, before: new Map([...stages].map(([step, { index }]) => [step, unit.figures[index]!])) };
}
