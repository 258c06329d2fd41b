import type { CompiledRubric } from '../compiled.ts';
import type { Chosen, DeclaredBases } from '../field/select.ts';
import { type Split, splitPots } from '../field/split-pots.ts';
import { type NamedFacts, scoreUnits, standsAlone } from '../score-units.ts';
import { stateOf } from '../score.ts';
import { type GroupScore, type LeafScore, type Scorecard, lineIn } from '../scorecard.ts';
import { scorecardOf } from '../scorecard-of.ts';
import type { UnitState } from '../unit-state.ts';

/** All units under a table: their scorecards, whom the selections choose, and how pots are split. */
export interface Side {
  rubric: CompiledRubric;
  cards: readonly Scorecard[];
  states: readonly UnitState[];
  chosen: readonly Chosen[];
  /** none for a unit that stands alone */
  splits: readonly Split[];
}

/** What a table makes of units, computed no sooner than it is asked for. */
export interface Scored {
  /** one line of the n-th unit, or with null its total; where no line looks across the units, no other unit is computed for it */
  line(unit: number, id: string | null): LeafScore | GroupScore | undefined;
  whole(): Side;
}

/** The same units under any table. */
export function scoredUnder(rubric: CompiledRubric, units: readonly NamedFacts[], declared: DeclaredBases): Scored {
  let side: Side | null = null;
  const whole = (): Side => (side ??= sideOf(rubric, units, declared));
  const alone = new Map<number, Scorecard>();
  const card = (unit: number): Scorecard => {
    if (side || looksAcross(rubric)) return whole().cards[unit]!;
    const known = alone.get(unit) ?? scorecardOf(rubric, stateOf(rubric, units[unit]!.facts, 'marks'), 'marks');
    alone.set(unit, known);
    return known;
  };
  return { line: (unit, id) => (id === null ? card(unit).total : lineIn(card(unit), id)), whole };
}

function sideOf(rubric: CompiledRubric, units: readonly NamedFacts[], declared: DeclaredBases): Side {
  const scored = scoreUnits(rubric, units, declared);
  return { rubric, ...scored, splits: standsAlone(units) ? [] : splitPots(rubric, scored.states) };
}

const looksAcross = ({ inOrder }: CompiledRubric): boolean =>
  inOrder.some(({ steps }) => steps.some(({ kind }) => kind === 'relative'));
