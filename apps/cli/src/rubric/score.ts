import type { CompiledRubric } from '@mofan/rubric/compiled';
import { distributionAlerts } from '@mofan/rubric/field/distribution';
import { splitPots } from '@mofan/rubric/field/split-pots';
import { type NamedFacts, type ScoredUnits, scoreUnits, standsAlone } from '@mofan/rubric/score-units';
import { readFactsFile } from './facts-file.ts';
import { print } from './print.ts';
import { loadFile } from './rubric-file.ts';

/**
 * Prints the scorecard of one unit, or of each of many with the selections over them, as JSON. Exit code 1 when the rules
 * refuse one of the facts, 2 when a file cannot be used.
 */
export const runScore = (rubricFile: string, factsFile: string): void => {
  const rubric = loadFile(rubricFile);
  const { units, declared, sayRefused } = readFactsFile(factsFile);
  const scored = scoreUnits(rubric, units, declared);
  print(standsAlone(units) ? scored.cards[0] : whole(rubric, units, scored));
  sayRefused(rubric, scored.cards);
};

function whole(
  rubric: CompiledRubric,
  units: readonly NamedFacts[],
  { cards, states, chosen: selections }: ScoredUnits,
) {
  const named = (places: readonly number[]) => places.map((place) => units[place]!.unit);
  return {
    units: Object.fromEntries(cards.map((card, n) => [units[n]!.unit, card])),
    selections: selections.map(({ chosen, tied, notEligible, open, ...rest }) => ({
      ...rest,
      chosen: named(chosen),
      tied: named(tied),
      notEligible: named(notEligible),
      open: named(open),
    })),
    splits: splitPots(rubric, states).map(({ parts, ...rest }) => ({
      ...rest,
      parts: Object.fromEntries(parts.map((part, n) => [units[n]!.unit, part])),
    })),
    alerts: distributionAlerts(
      rubric,
      units.map(({ facts }) => facts),
    ),
  };
}
