import type { Chosen } from '../field/select.ts';
import { type Alike, alike } from './alike.ts';
import type { Side } from './scored.ts';
import type { Known } from './moved-lines.ts';
import { type Reason, reasonOrUntried, reasonsAmong } from './tried-reasons.ts';

/** What a selection made of a unit; `tied`: somebody has to decide; `open`: nobody is chosen before figures are settled. */
export type Place = 'chosen' | 'tied' | 'open' | 'not-chosen' | 'not-eligible';

/** Whom one group's selection chose under one table. Units by name. */
export interface Choice {
  places: number;
  chosen: string[];
  tied: string[];
  /** units whose figures are not settled: nobody is chosen yet */
  open: string[];
}

/**
 * A unit that is chosen, or tied over the last place, under one table and not so under the other; the reason is changes
 * without each of which, or where they stand together without all of which, that would not be so.
 */
export interface SelectionMove {
  unit: string;
  before: Place | null;
  after: Place | null;
}

/** One selection in one group under either table; null: the table has none such. */
export interface SelectionUnder {
  selection: string;
  title: string;
  group: string;
  before: Choice | null;
  after: Choice | null;
  moves: Alike<SelectionMove>[];
}

/**
 * Every selection of either table group by group, those of the newer table first. `names` of the units; `candidates`:
 * changes that may have to do with what a selection makes of units.
 */
export function compareSelections(
  before: Side,
  after: Side,
  names: readonly string[],
  candidates: (selection: string) => readonly number[],
  { trials, all }: Pick<Known, 'trials' | 'all'>,
): SelectionUnder[] {
  const was = new Map(before.chosen.map((chosen) => [keyOf(chosen), chosen]));
  const is = new Map(after.chosen.map((chosen) => [keyOf(chosen), chosen]));
  return [...new Set([...is.keys(), ...was.keys()])].map((key) => {
    const [older, newer] = [was.get(key) ?? null, is.get(key) ?? null];
    const { selection, group } = (newer ?? older)!;
    const reasonOf = (unit: number): Reason =>
      reasonOrUntried(
        reasonsAmong({ candidates: candidates(selection), all }, trials, {
          before: standingIn(older, unit),
          now: standingIn(newer, unit),
          in: (trial) => standingIn(trial.whole().chosen.find((each) => keyOf(each) === key) ?? null, unit),
          isSame: (a, b) => a === b,
        }),
      );
    const moving = movesOf(older, newer).map(({ unit, ...places }) => ({
      move: { unit: names[unit]!, ...places },
      reason: reasonOf(unit),
    }));
    return {
      selection,
      title: titleOf(newer ? after : before, selection),
      group,
      before: older && choiceOf(older, names),
      after: newer && choiceOf(newer, names),
      moves: alike(moving),
    };
  });
}

const keyOf = ({ selection, group }: Chosen): string => JSON.stringify([selection, group]);

const titleOf = ({ rubric }: Side, selection: string): string =>
  rubric.table.selections?.find(({ id }) => id === selection)?.title ?? selection;

function choiceOf({ places, chosen, tied, open }: Chosen, names: readonly string[]): Choice {
  const named = (units: readonly number[]) => units.map((unit) => names[unit]!);
  return { places, chosen: named(chosen), tied: named(tied), open: named(open) };
}

function movesOf(before: Chosen | null, after: Chosen | null) {
  const winners = [before, after].flatMap((each) => (each ? [...each.chosen, ...each.tied] : []));
  return [...new Set(winners)]
    .toSorted((a, b) => a - b)
    .map((unit) => ({ unit, before: placeIn(before, unit), after: placeIn(after, unit) }))
    .filter((move) => move.before !== move.after);
}

/** What is looked at for the reason: whoever is not chosen is out, whichever rule it was that left him out. */
function standingIn(group: Chosen | null, unit: number): Place | 'out' | null {
  const place = placeIn(group, unit);
  return place === 'not-chosen' || place === 'not-eligible' ? 'out' : place;
}

function placeIn(group: Chosen | null, unit: number): Place | null {
  if (group === null) return null;
  if (group.chosen.includes(unit)) return 'chosen';
  if (group.tied.includes(unit)) return 'tied';
  if (group.open.length > 0) return 'open';
  return group.notEligible.includes(unit) ? 'not-eligible' : 'not-chosen';
}
