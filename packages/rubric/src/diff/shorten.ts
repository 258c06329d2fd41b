import type { Wording } from '../explain/wording.ts';

/** Of two long texts that are mostly the same, the part that differs, with a little around it. */
export function shortened(was: Wording, is: Wording): [Wording, Wording] {
  const [zhWas, zhIs] = differing(was.zh, is.zh);
  const [enWas, enIs] = differing(was.en, is.en);
  return [
    { zh: zhWas, en: enWas },
    { zh: zhIs, en: enIs },
  ];
}

const LONG = 40;
const AROUND = 8;

function differing(was: string, is: string): [string, string] {
  if (was.length < LONG && is.length < LONG) return [was, is];
  const least = Math.min(was.length, is.length);
  let start = 0;
  while (start < least && was[start] === is[start]) start++;
  let end = 0;
  while (end < least - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  const from = wordStart(was, Math.max(0, start - AROUND));
  const to = Math.max(0, end - AROUND);
  const cut = (text: string) => `${from > 0 ? '“…' : ''}${text.slice(from, text.length - to)}${to > 0 ? '…”' : ''}`;
  return [cut(was), cut(is)];
}

/** Back to where the word begins that a place stands in; Chinese may be cut anywhere. */
const wordStart = (text: string, at: number): number =>
  at > 0 && /[\w'-]{2}/.test(text.slice(at - 1, at + 1)) ? wordStart(text, at - 1) : at;
