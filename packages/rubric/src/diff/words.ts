import type { Wording } from '../explain/wording.ts';
import { type Json, type JsonObject, isBound, isObject, onlyKey, withEnds } from './json.ts';
import { nameOnTheWay } from './names.ts';
import type { Titles } from './titles.ts';
import { constructOf, wordOf } from './values.ts';

/** What stands in one place of a table, in words. `key`: what the place is called in the language. */
export function wordsOf(value: Json | undefined, key: string, titles: Titles): Wording {
  if (value === undefined) return both('');
  if (typeof value === 'string') return textWords(value, key, titles);
  const whole = WHOLE[key]?.(value);
  if (whole) return whole;
  if (Array.isArray(value)) return listWords(value, key, titles);
  return isBound(value) ? boundWords(value) : objectWords(value, key, titles, NOTHING);
}

const NOTHING: ReadonlySet<string> = new Set();
/** What the label of an item or the name of its points has said already, or what says nothing about the rule. */
const SAID_BY_LABEL: ReadonlySet<string> = new Set(['id', 'title', 'text', 'en', 'quote', 'because', 'per']);

/** The same of an item that has been named already; '' for one that is no more than its name. */
export function restOf(item: Json | undefined, list: string, titles: Titles): Wording {
  return isObject(item) && !isBound(item) ? partsWords(item, list, titles, SAID_BY_LABEL) : both('');
}

const both = (text: string): Wording => ({ zh: text, en: text });
const joined = (parts: readonly Wording[], zh: string, en: string): Wording => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
});

/** Figures stand apart from the Chinese around them; quotation marks and brackets do that by themselves. */
export const apart = (words: string): string => ` ${words} `.replace(/^ (?=“)/, '').replace(/(?<=[”）]) $/, '');

const PLAIN = /^-?\d[\d./-]*%?$/;

function textWords(value: string, key: string, titles: Titles): Wording {
  return wordOf(key, value) ?? titles(key, value) ?? both(PLAIN.test(value) ? value : `“${value}”`);
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A number of points, or what a function of the line’s points comes to. */
export function boundWords(value: Json | undefined): Wording {
  if (!isObject(value)) return both(text(value));
  const key = onlyKey(value) ?? '';
  const inner = value[key];
  if (key === 'minus') return { zh: `满分减 ${text(inner)}`, en: `the points less ${text(inner)}` };
  if (key === 'times') return { zh: `满分的 ${text(inner)}`, en: `${text(inner)} of the points` };
  if (!Array.isArray(inner)) return both(text(inner));
  const { zh, en } = joined(inner.map(boundWords), '与', ', ');
  return { zh: `${zh}中较大者`, en: `the greatest of ${en}` };
}

/** A closed end belongs to its band, an open one does not. */
const endWords = (value: JsonObject): Wording =>
  joined(
    Object.entries(value).map(([key, end]) => {
      const { zh, en } = boundWords(end);
      const closed = key === 'from' || key === 'to';
      return closed
        ? { zh: `${zh}（含）`, en: `${en} (included)` }
        : { zh: `${zh}（不含）`, en: `${en} (not included)` };
    }),
    '、',
    ', ',
  );

function roundWords({ mode, places, step }: JsonObject): Wording {
  const how = wordOf('mode', text(mode)) ?? both(text(mode));
  if (step !== undefined)
    return { zh: `${how.zh}到 ${text(step)} 的整数倍`, en: `${how.en} to multiples of ${text(step)}` };
  return { zh: `${how.zh}到 ${text(places)} 位`, en: `${how.en} to ${text(places)} places` };
}

const dropWords = (value: readonly Json[]): Wording =>
  joined(
    value.filter(isObject).map(({ from, each }) => ({
      zh: `满 ${text(from)} 个的两端各去 ${text(each)} 个`,
      en: `of ${text(from)} or more, ${text(each)} at either end`,
    })),
    '、',
    ', ',
  );

/** What is told with all its keys together. */
const WHOLE: Record<string, ((value: Json) => Wording | null) | undefined> = {
  round: (value) => (isObject(value) ? roundWords(value) : null),
  rounding: (value) => (isObject(value) ? roundWords(value) : null),
  lower: (value) => (isObject(value) ? endWords(value) : null),
  upper: (value) => (isObject(value) ? endWords(value) : null),
  drop: (value) => (Array.isArray(value) ? dropWords(value) : null),
  signed: (value) => (isObject(value) ? both(`${text(value['on'])} ${text(value['by'])}`) : null),
};

const listWords = (value: readonly Json[], key: string, titles: Titles): Wording =>
  value.every(isBound)
    ? joined(
        value.map((each) => wordsOf(each, key, titles)),
        '、',
        ', ',
      )
    : joined(
        value.map((each) => itemWords(each, key, titles)),
        '；',
        '; ',
      );

/** An item of a list within something larger: its title, and in brackets what it says. */
function itemWords(item: Json, list: string, titles: Titles): Wording {
  if (!isObject(item) || item['title'] === undefined) return wordsOf(item, list, titles);
  const title = text(item['title']);
  const { zh, en } = restOf(item, list, titles);
  return { zh: `“${title}”（${zh}）`, en: `“${title}” (${en})` };
}

function objectWords(value: JsonObject, key: string, titles: Titles, unsaid: ReadonlySet<string>): Wording {
  const { zh, en } = partsWords(value, key, titles, unsaid);
  const construct = constructOf(onlyKey(value) ?? '');
  return construct
    ? { zh: bracketed(construct.zh, zh, '（', '）'), en: bracketed(construct.en, en, ' (', ')') }
    : { zh, en };
}

const bracketed = (what: string, words: string, open: string, close: string): string =>
  words === '' ? what : `${what}${open}${words}${close}`;

function partsWords(value: JsonObject, key: string, titles: Titles, unsaid: ReadonlySet<string>): Wording {
  const parts = Object.entries(withEnds(value))
    .filter(([part, each]) => each !== undefined && !unsaid.has(part))
    .map(([part, each]) => {
      const { zh, en } = nameOnTheWay(part, key, value);
      const said = partWords(each!, part, titles, unsaid);
      return zh === '' ? said : { zh: zh + apart(said.zh).trimEnd(), en: `${en} ${said.en}` };
    });
  return joined(parts, '，', ', ');
}

const partWords = (value: Json, key: string, titles: Titles, unsaid: ReadonlySet<string>): Wording =>
  isObject(value) && !WHOLE[key] && !isBound(value)
    ? objectWords(value, key, titles, unsaid)
    : wordsOf(value, key, titles);
