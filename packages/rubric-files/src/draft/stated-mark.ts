import type { Mark } from '@mofan/rubric/language/source';
import { narrow } from '../import/wording.ts';

/** A way of marking that the columns beside a line name in so many words, as exports write it. */
export interface StatedMark {
  mark: Mark;
  quote: string;
}

const NUMBERS = String.raw`\d{1,6}(?:\.\d{1,4})?(?:\s?[、,，]\s?\d{1,6}(?:\.\d{1,4})?)*`;
const WAYS: [RegExp, (said: string) => Mark][] = [
  [/打分，以 ?(\d{1,6}(?:\.\d{1,6})?) ?分为单位/, (step) => ({ step })],
  [/按百分比打分，以 ?(\d{1,3}(?:\.\d{1,4})?) ?% ?为单位/, (percent) => ({ percent })],
  [new RegExp(`只可打 ?(${NUMBERS}) ?分`), (values) => ({ values: values.split(/\s?[、,，]\s?/) })],
];

export function markIn(texts: readonly string[]): StatedMark | null {
  for (const text of texts) {
    for (const [pattern, read] of WAYS) {
      const match = pattern.exec(text);
      if (match) return { mark: read(match[1]!), quote: match[0] };
    }
  }
  return null;
}

/** 不得分 as all that a text says of points: full marks or none. */
export const allOrNothing = (texts: readonly string[]): string | null =>
  texts
    .map((text) => /[^，,；;。\n]{0,40}不(?:得|予计)分/.exec(narrow(text))?.[0])
    .find((quote) => quote !== undefined) ?? null;
