import type { CompiledRubric } from '@mofan/rubric/compiled';
import { distributionAlerts } from '@mofan/rubric/field/distribution';
import { reasonWording } from '@mofan/rubric/explain/reasons';
import { splitPots } from '@mofan/rubric/field/split-pots';
import { type NamedFacts, type ScoredUnits, scoreUnits, standsAlone } from '@mofan/rubric/score-units';
import type { Scorecard } from '@mofan/rubric/scorecard';
import { strayFacts } from '@mofan/rubric/stray-facts';
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
  const { units, declared } = readFactsFile(factsFile);
  const scored = scoreUnits(rubric, units, declared);
  print(standsAlone(units) ? scored.cards[0] : whole(rubric, units, scored));
  const refused = scored.cards.flatMap((card, n) => refusalsOf(rubric, units[n]!, card));
  if (refused.length === 0) return;
  sayTrouble(
    `细则不接受：${refused.map(({ place, reason }) => `${place}：${reasonWording(reason).zh}`).join('；')}`,
    `Refused by the rules: ${refused.map(({ place, reason }) => `${place} (${reason}): ${reasonWording(reason).en}`).join('; ')}`,
  );
  process.exitCode = 1;
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

/** A fact that does not count: of which unit and line it is, and why, as a code. */
interface RefusedFact {
  place: string;
  reason: string;
}

const refusalsOf = (rubric: CompiledRubric, { unit, facts }: NamedFacts, card: Scorecard): RefusedFact[] => {
  const { leaves, groups, total, figures = [] } = card;
  const inLines = [...leaves, ...figures, ...groups, total].flatMap(({ id, contributions = [] }) =>
    contributions.flatMap((each) => (each.kind === 'refused' ? [{ id, fact: each.fact, reason: each.reason }] : [])),
  );
  const told = new Set(inLines.map(({ fact }) => fact));
  const stray = strayFacts(rubric, facts).filter(({ fact }) => !told.has(fact));
  return [
    ...inLines.map(({ id, fact, reason }) => ({ place: `${unit} ${id} ${fact}`.trim(), reason })),
    ...stray.map(({ fact, reason }) => ({ place: `${unit} ${fact}`.trim(), reason })),
  ];
};
