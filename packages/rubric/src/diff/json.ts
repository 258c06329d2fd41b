/** A part of a table as plain data: what the schema leaves of it. */
export type Json = string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same whatever the order of the keys: as the content's hash sees it. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, n) => same(each, b[n]));
  if (!isObject(a) || !isObject(b)) return a === b;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

/** A number of points, or a function of the line's points: told as one value. */
export function isBound(value: Json | undefined): boolean {
  const key = onlyKey(value);
  if (key === null || !isObject(value)) return typeof value === 'string';
  return key === 'greatest' || (['points', 'minus', 'times'].includes(key) && typeof value[key] === 'string');
}

/** The one key of an object that is a construct by it: `{ round: … }`. */
export function onlyKey(value: Json | undefined): string | null {
  const keys = isObject(value) ? Object.keys(value).filter((key) => value[key] !== undefined) : [];
  return keys.length === 1 ? keys[0]! : null;
}

/** An object's keys, with either end of a band as one part, whether it belongs to the band or not. */
export function withEnds({ from, above, to, below, ...others }: JsonObject): JsonObject {
  const lower = { ...(isBound(from) && { from }), ...(above !== undefined && { above }) };
  const upper = { ...(to !== undefined && { to }), ...(below !== undefined && { below }) };
  return {
    ...(Object.keys(lower).length > 0 && { lower }),
    ...(Object.keys(upper).length > 0 && { upper }),
    ...others,
    ...(from !== undefined && !isBound(from) && { from }),
  };
}

/** An object with its ends as the content has them. What is called like an end and is none stays. */
export function withoutEnds(object: JsonObject): JsonObject {
  const ends = (['lower', 'upper'] as const).filter((end) => areEnds(object[end]));
  const others = Object.entries(object).filter(([key]) => !ends.some((end) => end === key));
  return Object.assign(Object.fromEntries(others), ...ends.map((end) => object[end])) as JsonObject;
}

const areEnds = (value: Json | undefined): boolean =>
  isObject(value) && Object.keys(value).every((key) => ['from', 'above', 'to', 'below'].includes(key));
