import { type Json, isObject, onlyKey } from './json.ts';

/** Places of one thing in two lists; null: it is not in that list. */
export interface Pair {
  older: number | null;
  newer: number | null;
}

/** A sign by which an item is known again in another version of its list; null: the item has no such sign. */
type Sign = (item: Json) => string | null;

const field = (item: Json, key: string): string | null => {
  const value = isObject(item) ? item[key] : undefined;
  return typeof value === 'string' ? value : null;
};
const isNamed = (item: Json): boolean => field(item, 'id') !== null || field(item, 'code') !== null;
const inside = (item: Json): Json => (onlyKey(item) ? ((item as Record<string, Json>)[onlyKey(item)!] ?? item) : item);

/** The surest first. An item that has a name of its own is never taken for another because it stands in the same place. */
const SIGNS: readonly Sign[] = [
  (item) => JSON.stringify(item),
  (item) => field(item, 'id'),
  (item) => field(item, 'code'),
  (item) => field(item, 'category') && `${field(item, 'category')}/${field(item, 'role') ?? ''}`,
  (item) => field(item, 'title'),
  (item) => field(item, 'grade') ?? field(item, 'gradeAtMost'),
  (item) => field(inside(item), 'because'),
  (item) => (typeof item === 'string' || isNamed(item) ? null : (onlyKey(item) ?? 'by place')),
];

/** Pairs the items of two lists by their signs, the first of those alike with the first: in the newer order, then what was removed. */
export function pairItems(older: readonly Json[], newer: readonly Json[]): Pair[] {
  const olderOf = new Map<number, number>();
  const left = new Set(older.keys());
  for (const sign of SIGNS) {
    const waiting = new Map<string, number[]>();
    for (const n of left) {
      const alike = sign(older[n]!);
      if (alike !== null) waiting.set(alike, [...(waiting.get(alike) ?? []), n]);
    }
    for (const [n, item] of newer.entries()) {
      const alike = sign(item);
      const found = olderOf.has(n) || alike === null ? undefined : waiting.get(alike)?.shift();
      if (found === undefined) continue;
      olderOf.set(n, found);
      left.delete(found);
    }
  }
  return [
    ...[...newer.keys()].map((n) => ({ older: olderOf.get(n) ?? null, newer: n })),
    ...[...left].map((n) => ({ older: n, newer: null })),
  ];
}

/** Of places that should ascend, those that have to move so that they do: all but the longest ascending row. */
export function outOfOrder(places: readonly number[]): number[] {
  const rows: number[][] = [];
  for (const [n, place] of places.entries()) {
    const before = rows.slice(0, n).filter((row) => row.at(-1)! < place);
    const longest = before.reduce<number[]>((best, row) => (row.length > best.length ? row : best), []);
    rows.push([...longest, place]);
  }
  const kept = new Set(rows.reduce<number[]>((best, row) => (row.length > best.length ? row : best), []));
  return places.filter((place) => !kept.has(place));
}
