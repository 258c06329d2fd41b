import type { CompiledRubric } from '@mofan/rubric/compiled';
import type { NamedFacts } from '@mofan/rubric/what-if/what-if';
import { distributionAlerts } from '@mofan/rubric/field/distribution';
import { refusedFacts } from '@mofan/rubric/facts-file/refused';
import { type DeclaredBases, select } from '@mofan/rubric/field/select';
import { splitPots } from '@mofan/rubric/field/split-pots';
import { score, scoreAll, stateOfAll } from '@mofan/rubric/score';
import type { Scorecard } from '@mofan/rubric/scorecard';
import { sayTrouble } from '../say.ts';
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
  const cards = scorecards(rubric, units, declared);
  print(cards.length === 1 && units[0]!.unit === '' ? cards[0] : whole(rubric, units, cards, declared));
  const refused = cards.flatMap((card, n) => refusedFacts(rubric, units[n]!, card));
  if (refused.length === 0) return;
  sayRefused(refused);
  sayTrouble(`共${refused.length}条事实未被接受，没有计入。`, `Facts refused: ${refused.length}. They do not count.`);
  process.exitCode = 1;
};

/** Units that stand alone in their file are scored alone: what depends on others stays open. */
export const scorecards = (
  rubric: CompiledRubric,
  units: readonly NamedFacts[],
  declared: DeclaredBases = {},
): Scorecard[] =>
  units.length === 1 && units[0]!.unit === ''
    ? [score(rubric, units[0]!.facts, 'marks')]
    : scoreAll(
        rubric,
        units.map(({ facts }) => facts),
        'marks',
        declared,
      );

function whole(
  rubric: CompiledRubric,
  units: readonly NamedFacts[],
  cards: readonly Scorecard[],
  declared: DeclaredBases,
) {
  const facts = units.map((unit) => unit.facts);
  const states = stateOfAll(rubric, facts, 'marks', declared);
  const named = (places: readonly number[]) => places.map((place) => units[place]!.unit);
  return {
    units: Object.fromEntries(cards.map((card, n) => [units[n]!.unit, card])),
    selections: select(rubric, states, declared).map(({ chosen, tied, notEligible, open, ...rest }) => ({
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
    alerts: distributionAlerts(rubric, facts),
  };
}
