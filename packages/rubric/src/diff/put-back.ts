import type { Compared, Difference } from './differences.ts';
import { type Json, type JsonObject, withoutEnds } from './json.ts';
import type { Pair } from './pair-items.ts';

/** The newer content, but with some of the differences as the older one has them; undefined: nothing is left. */
export function putBack(tree: Compared, undone: ReadonlySet<unknown>): Json | undefined {
  switch (tree.kind) {
    case 'same':
      return tree.value;
    case 'differs':
      return undone.has(tree.difference) ? tree.difference.before : tree.difference.after;
    case 'object':
      return objectPutBack(tree.parts, undone);
    case 'list':
      return listPutBack(tree, undone);
  }
}

/** A key with nothing under it is not there: what may have it and what may not is told apart by its keys. */
function objectPutBack(
  parts: Extract<Compared, { kind: 'object' }>['parts'],
  undone: ReadonlySet<unknown>,
): JsonObject {
  const all = parts.map(([key, part]) => [key, putBack(part, undone)] as const);
  return withoutEnds(Object.fromEntries(all.filter(([, value]) => value !== undefined)));
}

function listPutBack({ before, after, items }: Extract<Compared, { kind: 'list' }>, undone: ReadonlySet<unknown>) {
  const there = items.flatMap((item) => {
    const value = putBack(item.inside, undone);
    return value === undefined ? [] : [{ ...item, value, goesBack: isUndone(item.moved, undone) }];
  });
  if (there.length === 0 && (before === undefined || after === undefined)) return undefined;
  return inARow(there).map(({ value }) => value);
}

const isUndone = (moved: Difference | null, undone: ReadonlySet<unknown>): boolean =>
  moved !== null && undone.has(moved);

/** In the newer order; what that one lacks, or what goes back, follows whatever it followed in the older one. */
export function inARow<Item extends Pair & { goesBack: boolean }>(items: readonly Item[]): Item[] {
  const stays = ({ newer, goesBack }: Item): boolean => newer !== null && !goesBack;
  const row = items.filter(stays);
  for (const item of items.filter((each) => !stays(each)).toSorted((a, b) => a.older! - b.older!)) {
    const earlier = row.filter(({ older }) => older !== null && older < item.older!);
    const follows = earlier.reduce<Item | null>(
      (last, each) => (last && last.older! > each.older! ? last : each),
      null,
    );
    row.splice(follows ? row.indexOf(follows) + 1 : 0, 0, item);
  }
  return row;
}
