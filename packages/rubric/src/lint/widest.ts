import type { CompiledLine, CompiledRubric, CompiledStep } from '../compiled.ts';
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
  /** what each line comes to by its own rules: an end that none of them sets is missing */
  unheld: ReadonlyMap<CompiledLine, Figure>;
}

/** One evaluation for the whole table, for all its gates and bands, and for the ends that no rule sets. */
export function widestOf(rubric: CompiledRubric): Widest {
  const unit = openUnit();
  const { rubric: stages, before } = staged(rubric, ['gate', 'band']);
  const first = rubric.inOrder.length + before.size;
  const unheld = new Map(rubric.inOrder.map((line, n) => [line, first + n]));
  const inOrder = stages.inOrder.flatMap((line) => {
    const index = unheld.get(line);
    return index === undefined ? [line] : [{ ...line, index, partial: true }, line];
  });
  evaluate({ ...stages, inOrder }, [unit], false);
  const figuresAt = <Key>(places: ReadonlyMap<Key, number>) =>
    new Map([...places].map(([key, index]) => [key, unit.figures[index]!]));
  return { unit, before: figuresAt(before), unheld: figuresAt(unheld) };
}
