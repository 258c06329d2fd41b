import type { CompiledLine, CompiledStep } from '../compiled.ts';
import type { Contribution } from '../contribution.ts';

/** A contribution with the step of the line that made it. */
export interface Told {
  contribution: Contribution;
  /** null: it comes from the source */
  step: CompiledStep | null;
}

/** What the steps made of the figure, one after the other: a step that changed nothing is not told. */
export interface Change {
  step: CompiledStep | null;
  before: { floor: string | null; ceiling: string | null };
  after: { floor: string | null; ceiling: string | null };
  grade: string | null;
  full: string | null;
  /** whether the condition of the step holds is not known yet */
  open: boolean;
}

/** Which step each contribution tells of. */
export const toldBy = ({ steps }: CompiledLine, contribution: Contribution): Told => {
  if (contribution.kind === 'step') return { contribution, step: steps[contribution.at] ?? null };
  const limit = contribution.kind === 'excess' ? contribution.limit : null;
  return { contribution, step: limit && (steps[limit.at] ?? null) };
};

/** The steps among the contributions; a limit that cut something off is one of them. */
export const changesIn = (line: CompiledLine, said: readonly Contribution[]): Change[] =>
  said.flatMap((contribution) => {
    const { step } = toldBy(line, contribution);
    if (contribution.kind === 'step') {
      const { floor, ceiling, before, grade, full, open } = contribution;
      return [{ step, before, after: { floor, ceiling }, grade, full, open }];
    }
    if (contribution.kind !== 'excess' || !contribution.limit) return [];
    const { before, after } = contribution.limit;
    return [{ step, before: at(before), after: at(after), grade: null, full: null, open: false }];
  });

const at = (value: string) => ({ floor: value, ceiling: value });

/** Whether a rule that is still open may leave the line out: then what the steps came to counts only if it does not. */
export const mayNotApply = ({ step, open }: Change): boolean => open && step?.kind === 'gate' && step.exclude;
