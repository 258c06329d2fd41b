import type { CompiledRubric } from './compiled.ts';
import type { UnitFacts } from './facts.ts';
import type { Chosen, DeclaredBases } from './field/select.ts';
import { fieldOf, stateOf } from './score.ts';
import { scorecardOf } from './scorecard-of.ts';
import type { Scorecard } from './scorecard.ts';
import type { UnitState } from './unit-state.ts';

/** A unit's facts under its name; '' is the one unit of a file that names none. */
export interface NamedFacts {
  unit: string;
  facts: UnitFacts;
}

/** What a table makes of units, in their order. Of a unit that stands alone nobody is chosen. */
export interface ScoredUnits {
  cards: Scorecard[];
  states: UnitState[];
  chosen: Chosen[];
}

/** Whether the facts are those of one unit without a name: what depends on others stays open, and nobody is chosen. */
export const standsAlone = (units: readonly NamedFacts[]): boolean => units.length === 1 && units[0]!.unit === '';

/** Every unit's scorecard with marks, and whom the selections choose, computed once for all. */
export function scoreUnits(
  rubric: CompiledRubric,
  units: readonly NamedFacts[],
  declared: DeclaredBases = {},
): ScoredUnits {
  const facts = units.map((unit) => unit.facts);
  const { states, chosen } = standsAlone(units)
    ? { states: [stateOf(rubric, facts[0]!, 'marks')], chosen: [] }
    : fieldOf(rubric, facts, 'marks', declared);
  return { cards: states.map((unit) => scorecardOf(rubric, unit, 'marks')), states, chosen };
}
