import type { CompiledLine, CompiledStep } from '../compiled.ts';
import { type Exact, add, compare, exact, subtract } from '../exact.ts';
import { rounded } from '../rounding.ts';
import type { Contribution } from '../scorecard.ts';

/** A contribution with the step of the line that made it, and the figure before it where that was settled. */
export interface Told {
  contribution: Contribution;
  /** null: it comes from the source */
  step: CompiledStep | null;
  before: Exact | null;
}

/**
 * Which step each contribution tells of: a step that changed nothing is not told, so that of several of one kind the
 * next that could have made this figure of the one before is it.
 */
export function toldSteps({ steps }: CompiledLine, said: readonly Contribution[]): Told[] {
  let [next, value]: [number, Exact | null] = [0, null];
  return said.map((contribution, n) => {
    const before = value;
    value = valueAfter(contribution, value);
    const kind = kindOf(contribution, said[n + 1]);
    if (kind === null) return { contribution, step: null, before };
    const candidates = steps.slice(next).filter((step) => step.kind === kind && saysSo(step, contribution));
    const step = candidates.find((each) => couldMake(each, before, contribution)) ?? candidates[0] ?? null;
    if (step) next = steps.indexOf(step) + 1;
    return { contribution, step, before };
  });
}

/** An excess is a limit's own, unless a charge follows: then the rate's limit cut it off. */
function kindOf(contribution: Contribution, following: Contribution | undefined): string | null {
  if (contribution.kind === 'step') return contribution.step;
  const ofRate = following?.kind === 'deduction' || following?.kind === 'addition';
  return contribution.kind === 'excess' && !ofRate ? 'clamp' : null;
}

function saysSo(step: CompiledStep, contribution: Contribution): boolean {
  if (contribution.kind !== 'step') return true;
  if (step.kind === 'gate') return step.because === contribution.text;
  return step.kind !== 'compute' || step.text === contribution.text;
}

function couldMake(step: CompiledStep, before: Exact | null, contribution: Contribution): boolean {
  if (!before) return true;
  if (step.kind === 'clamp' && contribution.kind === 'excess') {
    const cut = exact(contribution.amount);
    const [lower, upper] = [subtract(before, cut), add(before, cut)];
    return (
      (step.most !== null && compare(lower, step.most) === 0) ||
      (step.least !== null && compare(upper, step.least) === 0)
    );
  }
  if (step.kind !== 'round') return true;
  const after = settledValue(contribution);
  return after === null || compare(rounded(before, step.mode, step.places, step.step), after) === 0;
}

/** The figure after a contribution, where that is settled: a limit's excess leaves it to what follows. */
function valueAfter(contribution: Contribution, before: Exact | null): Exact | null {
  const { kind } = contribution;
  if (kind === 'formula' || kind === 'combined' || kind === 'step') return settledValue(contribution);
  return kind === 'alert' || kind === 'count' || kind === 'evidence' ? before : null;
}

function settledValue(contribution: Contribution): Exact | null {
  if (!('floor' in contribution)) return null;
  const { floor, ceiling } = contribution;
  return floor !== null && floor !== '' && floor === ceiling ? exact(floor) : null;
}
