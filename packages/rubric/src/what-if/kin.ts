import type { Change } from '../diff/diff.ts';
import type { Rubric } from '../rubric.ts';
import { isLeaf, linesOf } from '../tree.ts';
import { WORTH } from '../worth.ts';

/** What a line is worth has to agree with what its parts and the group around it are worth. */
const AGREEING = new Set<string>([...WORTH, 'weight']);

/**
 * Changes that may have been possible only together with one: those of the same place; where it changes what a line is
 * worth, those of the lines around it, as far as they hang together; and all that changed in those lines.
 */
export function kinBetween(older: Rubric, newer: Rubric, changes: readonly Change[]): (change: number) => number[][] {
  const groupOf = new Map([older, newer].flatMap((table) => linesOf(table).flatMap(partsOf)));
  const around = ({ place }: Change): string[] => [place, ...(groupOf.get(place) ?? [])];
  const worth = [...changes.keys()].filter((n) => isOfWorth(changes[n]!));
  return (change) => {
    const place = [...changes.keys()].filter((n) => areOfOnePlace(changes[n]!, changes[change]!));
    const kin = new Set([change]);
    const touched = new Set(around(changes[change]!));
    let grown = isOfWorth(changes[change]!);
    while (grown) {
      const more = worth.filter((n) => !kin.has(n) && around(changes[n]!).some((line) => touched.has(line)));
      for (const n of more) {
        kin.add(n);
        for (const line of around(changes[n]!)) touched.add(line);
      }
      grown = more.length > 0;
    }
    const all = [...changes.keys()].filter((n) => [...kin].some((each) => areOfOnePlace(changes[n]!, changes[each]!)));
    return [place, [...kin], all].filter((set) => set.length > 1);
  };
}

const partsOf = (line: ReturnType<typeof linesOf>[number]): (readonly [string, string[]])[] =>
  isLeaf(line) ? [] : line.children.map(({ id }) => [id, [line.id]] as const);

const areOfOnePlace = (a: Change, b: Change): boolean => a.part === b.part && a.place === b.place;

/** Whether a change is of what a line is worth, or of whether and where it stands at all. */
const isOfWorth = ({ part, path }: Change): boolean =>
  (part === 'line' && path.length === 0) ||
  ((part === 'line' || part === 'table') && path.length === 1 && AGREEING.has(path[0]!));
