import type { CompiledRubric } from '../compiled.ts';
import type { Chosen } from '../field/select.ts';
import type { Change } from '../diff/diff.ts';

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

/** One selection in one group under either table; null: the table has none such. */
export interface SelectionUnder {
  selection: string;
  title: string;
  group: string;
  before: Choice | null;
  after: Choice | null;
  /** changes of the selection's own rule, as places in the list of changes */
  because: number[];
  /** who is chosen, or tied over the last place, under one table and not so under the other */
  moves: { unit: string; before: Place | null; after: Place | null }[];
}

/** A table and what its selections made of the units, which are places in `names`. */
export interface Held {
  rubric: CompiledRubric;
  chosen: readonly Chosen[];
}

/** Every selection of either table group by group, those of the newer table first. */
export function compareSelections(
  before: Held,
  after: Held,
  names: readonly string[],
  changes: readonly Change[],
): SelectionUnder[] {
  const keyOf = ({ selection, group }: Chosen): string => JSON.stringify([selection, group]);
  const was = new Map(before.chosen.map((chosen) => [keyOf(chosen), chosen]));
  const is = new Map(after.chosen.map((chosen) => [keyOf(chosen), chosen]));
  return [...new Set([...is.keys(), ...was.keys()])].map((key) => {
    const [older, newer] = [was.get(key) ?? null, is.get(key) ?? null];
    const { selection, group } = (newer ?? older)!;
    return {
      selection,
      title: titleOf(newer ? after : before, selection),
      group,
      before: older && choiceOf(older, names),
      after: newer && choiceOf(newer, names),
      because: [...changes.keys()].filter((n) => isOfRule(changes[n]!, selection)),
      moves: movesOf(older, newer, names),
    };
  });
}

const titleOf = ({ rubric }: Held, selection: string): string =>
  rubric.table.selections?.find(({ id }) => id === selection)?.title ?? selection;

const isOfRule = ({ part, place, path }: Change, selection: string): boolean =>
  part === 'selection' && place === selection && path.at(-1) !== 'title';

function choiceOf({ places, chosen, tied, open }: Chosen, names: readonly string[]): Choice {
  const named = (units: readonly number[]) => units.map((unit) => names[unit]!);
  return { places, chosen: named(chosen), tied: named(tied), open: named(open) };
}

function movesOf(before: Chosen | null, after: Chosen | null, names: readonly string[]): SelectionUnder['moves'] {
  const winners = [before, after].flatMap((each) => (each ? [...each.chosen, ...each.tied] : []));
  return [...new Set(winners)]
    .toSorted((a, b) => a - b)
    .map((unit) => ({ unit: names[unit]!, before: placeIn(before, unit), after: placeIn(after, unit) }))
    .filter((move) => move.before !== move.after);
}

function placeIn(group: Chosen | null, unit: number): Place | null {
  if (group === null) return null;
  if (group.chosen.includes(unit)) return 'chosen';
  if (group.tied.includes(unit)) return 'tied';
  if (group.open.length > 0) return 'open';
  return group.notEligible.includes(unit) ? 'not-eligible' : 'not-chosen';
}
