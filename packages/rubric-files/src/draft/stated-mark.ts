import type { Mark } from '@mofan/rubric/language/source';
import { narrow } from '../import/wording.ts';
import { markSentence } from '../printed-rule/mark-sentences.ts';

/** A way of marking that the columns beside a line name in so many words, as exports write it. */
export interface StatedMark {
  mark: Mark;
  quote: string;
}

export function markIn(texts: readonly string[]): StatedMark | null {
  for (const quote of texts.flatMap((text) => text.split(/[\n；;。]/)).map((part) => part.trim())) {
    const { step, percent, values } = markSentence.read(quote) ?? {};
    const mark = step ? { step } : percent ? { percent } : values ? { values } : null;
    if (mark) return { mark, quote };
  }
  return null;
}

/** 不得分 as all that a text says of points: full marks or none. */
export const allOrNothing = (texts: readonly string[]): string | null =>
  texts
    .map((text) => /[^，,；;。\n]{0,40}不(?:得|予计)分/.exec(narrow(text))?.[0])
    .find((quote) => quote !== undefined) ?? null;
