/**
 * One sentence of a printed rule, both ways: what an export prints of a value, and the value that an import reads back.
 * Null where the sentence cannot say the value, or a text is not this sentence.
 */
export interface Sentence<T> {
  print(value: T): string | null;
  read(text: string): T | null;
}

/** A sentence that prints nothing but what it reads back as the same value, whatever stands in its titles. */
export const sound = <T>({ print, read }: Sentence<T>): Sentence<T> => ({
  read,
  print: (value) => {
    const text = print(value);
    return text !== null && isSame(read(text), value) ? text : null;
  },
});

/** Whether two values say the same: what is absent does not count, nor the order of keys, nor how a bound is written. */
export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const [only] = entries;
  if (only && entries.length === 1 && typeof only[1] === 'string' && sameAsText(only[0], only[1])) return only[1];
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]),
  );
}

/** `{ points: "5" }` is "5", `{ times: "60%" }` is "60%". */
const sameAsText = (key: string, text: string): boolean => key === 'points' || (key === 'times' && text.endsWith('%'));

export const NUMBER = String.raw`\d{1,9}(?:\.\d{1,6})?`;
export const RATIO = String.raw`(?:\d{1,6}\/[1-9]\d{0,5}|\d{1,6}(?:\.\d{1,6})?%?)`;
/** A title in its quotation marks; one that has such marks itself cannot be read back. */
export const TITLE = '“([^“”\\n]{1,500})”';

/** Reads each of several parts; null where one is none. */
export function readAll<T>(parts: readonly string[], read: (part: string) => T | null): T[] | null {
  const all = parts.map(read);
  return all.some((each) => each === null) ? null : (all as T[]);
}

/** Prints each of several values; null where one cannot be said. */
export function printAll<T>(values: readonly T[], print: (value: T) => string | null, between: string): string | null {
  const all = values.map(print);
  return all.some((each) => each === null) ? null : all.join(between);
}

/** Sentences of one kind as one: the first that can say a value, or read a text. */
export const oneOf = <T>(...sentences: readonly Sentence<T>[]): Sentence<T> => ({
  print: (value) => first(sentences, ({ print }) => print(value)),
  read: (text) => first(sentences, ({ read }) => read(text)),
});

function first<S, T>(all: readonly S[], of: (each: S) => T | null): T | null {
  for (const each of all) {
    const found = of(each);
    if (found !== null) return found;
  }
  return null;
}
