import { RubricError } from '../rubric-error.ts';
import type { Rubric } from '../rubric.ts';
import type { CrossedLimits } from './crossed-limits.ts';
import { crossedLimits } from './crossed.ts';
import { crossedWording } from './wording.ts';

/** What would still compute, as the paper has it: the linter tells it. */
const COMPUTABLE: ReadonlySet<CrossedLimits['kind']> = new Set(['best', 'document']);

/** Proves that no two limits contradict each other. Throws RubricError `rubric.limits-crossed` at the first that do. */
export function checkLimits(table: Rubric): void {
  const crossed = crossedLimits(table).find(({ kind }) => !COMPUTABLE.has(kind));
  if (crossed) throw new RubricError('rubric.limits-crossed', crossed.place, crossedWording(crossed));
}
