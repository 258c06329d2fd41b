import { type Json, type JsonObject, isBound, isObject, onlyKey, same, withEnds } from './json.ts';
import { type Pair, outOfOrder, pairItems } from './pair-items.ts';

/** One step of the way to a place: a key, or an item of a list. `alone`: the list has no other item of its construct. */
export type Crumb = { key: string } | { list: string; item: Json; at: number; alone: boolean };

/**
 * The smallest thing that differs. `moved`: an item stands elsewhere in its list, `after` is the item that it follows
 * now (undefined: it is the first).
 */
export interface Difference {
  trail: readonly Crumb[];
  kind: 'changed' | 'added' | 'removed' | 'moved';
  before: Json | undefined;
  after: Json | undefined;
}

/** Objects that say one thing with all their keys together, and lists in which every place counts: told whole. */
const TOLD_WHOLE = new Set(['round', 'rounding', 'drop', 'signed', 'lower', 'upper', 'values', 'greatest']);
/** Lists of names, in which the place says little: told name by name. */
const NAMES_ONE_BY_ONE = new Set(['criteria', 'documents', 'leaves', 'governs', 'settles', 'alternatives']);

/** Two contents place by place, down to the smallest places that differ: what is told of them, and what can be put back. */
export type Compared =
  | { kind: 'same'; value: Json | undefined }
  | { kind: 'differs'; difference: Difference }
  | { kind: 'object'; parts: readonly (readonly [key: string, part: Compared])[] }
  | { kind: 'list'; before: Json | undefined; after: Json | undefined; items: readonly ComparedItem[] };

/** An item by its places in either list. `moved`: it stands elsewhere among those that both lists have. */
export interface ComparedItem extends Pair {
  inside: Compared;
  moved: Difference | null;
}

/** Compares two contents; each difference is at the smallest place that holds it. */
export function compared(before: Json | undefined, after: Json | undefined, trail: readonly Crumb[] = []): Compared {
  if (same(before, after)) return { kind: 'same', value: after };
  const key = keyOf(trail);
  const [older, newer] = [itemsOf(before, after), itemsOf(after, before)];
  if (older && newer && isListOfItems(key, older, newer))
    return { kind: 'list', before, after, items: inLists(key, older, newer, trail) };
  if (isObject(before) && isObject(after) && isComparedByKey(key, before, after))
    return { kind: 'object', parts: inObjects(withEnds(before), withEnds(after), trail) };
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { kind: 'differs', difference: { trail, kind, before, after } };
}

/** All differences of a comparison; of a list those inside its items, then the items that moved. */
export function differencesIn(tree: Compared): Difference[] {
  switch (tree.kind) {
    case 'same':
      return [];
    case 'differs':
      return [tree.difference];
    case 'object':
      return tree.parts.flatMap(([, part]) => differencesIn(part));
    case 'list': {
      const moved = tree.items.flatMap((item) => (item.moved ? [item.moved] : []));
      return [...tree.items.flatMap(({ inside }) => differencesIn(inside)), ...moved];
    }
  }
}

/** A list that is not there is one without items, as long as the other has some to tell of. */
function itemsOf(list: Json | undefined, other: Json | undefined): readonly Json[] | null {
  if (Array.isArray(list)) return list;
  return list === undefined && Array.isArray(other) && other.length > 0 ? [] : null;
}

const keyOf = (trail: readonly Crumb[]): string => {
  const last = trail.at(-1);
  return last === undefined ? '' : 'key' in last ? last.key : '';
};

const isListOfItems = (key: string, before: readonly Json[], after: readonly Json[]): boolean =>
  !TOLD_WHOLE.has(key) && (NAMES_ONE_BY_ONE.has(key) || ![...before, ...after].every(isBound));

/** Two constructs that have nothing in common are one change, not the end of one and the beginning of another. */
function isComparedByKey(key: string, before: JsonObject, after: JsonObject): boolean {
  if (TOLD_WHOLE.has(key) || isBound(before) || isBound(after)) return false;
  const [construct, other] = [onlyKey(before), onlyKey(after)];
  return construct === null || other === null || construct === other;
}

function inObjects(before: JsonObject, after: JsonObject, trail: readonly Crumb[]): (readonly [string, Compared])[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].map((key) => [key, compared(before[key], after[key], [...trail, { key }])]);
}

function inLists(
  list: string,
  before: readonly Json[],
  after: readonly Json[],
  trail: readonly Crumb[],
): ComparedItem[] {
  const around = trail.slice(0, -1);
  const pairs = pairItems(before, after);
  const crumb = (item: Json, at: number, all: readonly Json[]): Crumb => ({
    list,
    item,
    at,
    alone: all.filter((each) => onlyKey(each) === onlyKey(item)).length === 1,
  });
  const stayed = pairs.filter(({ older, newer }) => older !== null && newer !== null);
  const moved = new Set(outOfOrder(stayed.map(({ older }) => older!)));
  return pairs.map(({ older, newer }) => {
    const at = older === null ? crumb(after[newer!]!, newer!, after) : crumb(before[older]!, older, before);
    const [was, is] = [older === null ? undefined : before[older], newer === null ? undefined : after[newer]];
    return {
      older,
      newer,
      inside: compared(was, is, [...around, at]),
      moved:
        older !== null && newer !== null && moved.has(older)
          ? { trail: [...around, at], kind: 'moved', before: was, after: after[newer - 1] }
          : null,
    };
  });
}
