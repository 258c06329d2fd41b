import { type Document, type Pair, Scalar, isPair, isScalar, visit } from 'yaml';
import type { Wording } from '@mofan/rubric/explain/wording';

/** A place where YAML reads another key than was meant: where in the text, counted from 0, and what to write. */
export interface KeySlip {
  offset: number;
  said: Wording;
}

const COLON: Wording = {
  zh: '“：”是中文冒号，请用英文冒号并空一格',
  en: '“：” is a Chinese colon: write an English one and a blank',
};

/**
 * The first slip that is valid YAML and yet no key that anybody writes: a Chinese colon behind a key (`{ A1：9 }`), or
 * commas between the thousands of a number (`{ visits: 45,000 }`, whose 000 would be a key). undefined: there is none.
 */
export function keySlip(document: Document.Parsed): KeySlip | undefined {
  let found: KeySlip | undefined;
  visit(document, {
    Map: (_, { items }) => {
      for (const n of items.keys()) found ??= colonIn(items[n]!) ?? thousandsFrom(items, n);
      return found && visit.BREAK;
    },
  });
  return found;
}

/** Behind a name of the language, or in what stands without a value, the Chinese colon is no part of the key. */
function colonIn({ key, value }: Pair): KeySlip | undefined {
  const text = plain(key);
  const at = text?.search(value === null ? /：/ : /(?<=^[A-Za-z0-9][\w.-]*)：/) ?? -1;
  return at < 0 ? undefined : { offset: (key as Scalar).range![0] + at, said: COLON };
}

function thousandsFrom(items: readonly unknown[], n: number): KeySlip | undefined {
  const value = isPair(items[n]) ? items[n].value : null;
  const first = plain(value);
  if (first === undefined || !/^-?\d{1,3}$/.test(first)) return undefined;
  const rest: string[] = [];
  for (const item of items.slice(n + 1)) {
    const key = isPair(item) && item.value === null ? plain(item.key) : undefined;
    if (key === undefined || !/^\d{3}$/.test(key)) break;
    rest.push(key);
  }
  if (rest.length === 0) return undefined;
  const [written, meant] = [[first, ...rest].join(','), [first, ...rest].join('')];
  return {
    offset: (value as Scalar).range![0],
    said: { zh: `“${written}”应只写数：${meant}`, en: `“${written}” should be the number alone: ${meant}` },
  };
}

/** The text of a scalar without quotation marks. */
const plain = (node: unknown): string | undefined =>
  isScalar(node) && node.type === Scalar.PLAIN && typeof node.value === 'string' ? node.value : undefined;
