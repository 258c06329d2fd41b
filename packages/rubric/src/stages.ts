import type { CompiledLine, CompiledRubric, CompiledStep } from './compiled.ts';

/** A table that tells, besides every line, what each line comes to before some of its steps. */
export interface Staged {
  rubric: CompiledRubric;
  /** by step, where the figure before it stands among a unit's figures */
  before: ReadonlyMap<CompiledStep, number>;
}

/** Ahead of each line stand copies of it, each ending before one step of these kinds: one evaluation has all. */
export function staged(rubric: CompiledRubric, kinds: readonly CompiledStep['kind'][]): Staged {
  const before = new Map<CompiledStep, number>();
  const stagesOf = (line: CompiledLine): CompiledLine[] =>
    line.steps.flatMap((step, n) => {
      if (!kinds.includes(step.kind)) return [];
      const index = rubric.inOrder.length + before.size;
      before.set(step, index);
      return [{ ...line, index, steps: line.steps.slice(0, n), partial: true }];
    });
  return { rubric: { ...rubric, inOrder: rubric.inOrder.flatMap((line) => [...stagesOf(line), line]) }, before };
}
