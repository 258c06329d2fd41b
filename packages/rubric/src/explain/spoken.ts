import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { InputRead } from '../input-read.ts';
import type { GroupScore, LeafScore } from '../scorecard.ts';
import type { StandingAt } from './standing.ts';

/** The line that a contribution speaks of, with what it read. */
export interface Spoken {
  rubric: CompiledRubric;
  line: CompiledLine;
  score: LeafScore | GroupScore;
  reads: readonly InputRead[];
  standingAt: StandingAt;
}
