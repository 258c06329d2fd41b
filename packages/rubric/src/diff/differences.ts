import { type Json, type JsonObject, isBound, isObject, onlyKey, same, withEnds } from './json.ts';
import { outOfOrder, pairItems } from './pair-items.ts';

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

/** All that differs between two contents, each at the smallest place that holds the difference. */
export function differences(
  before: Json | undefined,
  after: Json | undefined,
  trail: readonly Crumb[] = [],
): Difference[] {
  if (same(before, after)) return [];
  const key = keyOf(trail);
  const [older, newer] = [itemsOf(before, after), itemsOf(after, before)];
  if (older && newer && isListOfItems(key, older, newer)) return inLists(key, older, newer, trail);
  if (before === undefined) return [{ trail, kind: 'added', before, after }];
  if (after === undefined) return [{ trail, kind: 'removed', before, after }];
  if (isObject(before) && isObject(after) && isComparedByKey(key, before, after))
    return inObjects(withEnds(before), withEnds(after), trail);
  return [{ trail, kind: 'changed', before, after }];
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

function inObjects(before: JsonObject, after: JsonObject, trail: readonly Crumb[]): Difference[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], [...trail, { key }]));
}

function inLists(list: string, before: readonly Json[], after: readonly Json[], trail: readonly Crumb[]): Difference[] {
  const inside = trail.slice(0, -1);
  const pairs = pairItems(before, after);
  const crumb = (item: Json, at: number, all: readonly Json[]): Crumb => ({
    list,
    item,
    at,
    alone: all.filter((each) => onlyKey(each) === onlyKey(item)).length === 1,
  });
  const own = pairs.flatMap(({ older, newer }) => {
    const at = older === null ? crumb(after[newer!]!, newer!, after) : crumb(before[older]!, older, before);
    return differences(older === null ? undefined : before[older], newer === null ? undefined : after[newer], [
      ...inside,
      at,
    ]);
  });
  const stayed = pairs.filter(({ older, newer }) => older !== null && newer !== null);
  const moved = outOfOrder(stayed.map(({ older }) => older!)).map((from): Difference => {
    const { newer } = stayed.find(({ older }) => older === from)!;
    const at = crumb(before[from]!, from, before);
    return { trail: [...inside, at], kind: 'moved', before: before[from], after: after[newer! - 1] };
  });
  return [...own, ...moved];
}
