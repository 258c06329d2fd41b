/**
 * One sentence of a printed rule, both ways: what an export prints of a value, and the value that an import reads back.
 * Null where the sentence cannot say the value, or a text is not this sentence.
 */
export interface Sentence<T> {
  print(value: T): string | null;
  read(text: string): T | null;
}

/** Words that can say any value of their kind. */
export interface Phrase<T> extends Sentence<T> {
  print(value: T): string;
}

/** `words`: the same sentence where it cannot be read back, for readers alone. */
export interface SoundSentence<T> extends Sentence<T> {
  words(value: T): string | null;
}

/** A sentence that prints nothing but what it reads back as the same value, whatever stands in its titles. */
export const sound = <T>({ print, read }: Sentence<T>): SoundSentence<T> => ({
  read,
  words: print,
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
  if ('greatest' in value && Array.isArray(value.greatest)) return { greatest: flatGreatest(value.greatest) };
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const [only] = entries;
  if (only && entries.length === 1 && typeof only[1] === 'string' && sameAsText(only[0], only[1])) return only[1];
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]),
  );
}

/** The greatest of several is the greatest of all that they are the greatest of. */
const flatGreatest = (bounds: readonly unknown[]): unknown[] =>
  bounds
    .map(canonical)
    .flatMap((each) => (typeof each === 'object' && each !== null && 'greatest' in each ? each.greatest : [each]));

/** `{ points: "5" }` is "5", `{ times: "60%" }` is "60%". */
const sameAsText = (key: string, text: string): boolean => key === 'points' || (key === 'times' && text.endsWith('%'));

export const NUMBER = String.raw`\d{1,9}(?:\.\d{1,6})?`;
export const RATIO = String.raw`(?:\d{1,6}\/[1-9]\d{0,5}|\d{1,6}(?:\.\d{1,6})?%?)`;
/** A title in its quotation marks; it may have such marks in pairs itself. */
export const TITLE = '“((?:[^“”\\n]|“[^“”\\n]{0,500}”){1,500})”';

/** The parts of a text between separators that stand neither in quotation marks nor in brackets. */
export function partsOf(text: string, separator: string): string[] {
  const parts = [''];
  let [quotes, brackets] = [0, 0];
  for (const character of text) {
    if (character === '“') quotes += 1;
    if (character === '”') quotes -= 1;
    if (quotes === 0 && character === '（') brackets += 1;
    if (quotes === 0 && character === '）') brackets -= 1;
    if (character === separator && quotes === 0 && brackets === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** Reads each of several parts; null where one is none. */
export function readAll<T>(parts: readonly string[], read: (part: string) => T | null): T[] | null {
  const all = parts.map(read);
  return all.some((each) => each === null) ? null : (all as T[]);
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
