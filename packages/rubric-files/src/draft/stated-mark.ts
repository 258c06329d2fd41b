import type { Mark } from '@mofan/rubric/language/source';
import { rulePhrases } from '../import/rule-phrases.ts';
import { narrow } from '../import/wording.ts';
import { gradesIn } from './grades-in-text.ts';
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

/**
 * Full marks or none, where that is all that a text says of points: 不得分, 得满分, or as many as the line is worth. The
 * phrases that say it, else null.
 */
export function allOrNothing(texts: readonly string[], points: string): string[] | null {
  const phrases = texts.flatMap(rulePhrases).filter((phrase) => !DUTY.test(phrase));
  const none = texts.flatMap((text) => NOTHING.exec(narrow(text))?.[0] ?? []);
  const only = phrases.every((phrase) => {
    const [, amount] = /^得\s*(\d+(?:\.\d+)?)\s*分$/.exec(narrow(phrase)) ?? [];
    return amount === undefined ? ALL_OR_NONE.test(phrase) : Number(amount) === Number(points);
  });
  const graded = texts.some((text) => gradesIn(text).some(({ of, ends }) => of === 'line' && ends.from !== '0'));
  if (none.length === 0 || !only || graded) return null;
  return [...none, ...phrases.filter((phrase) => !none.some((quote) => quote.includes(phrase)))];
}

const NOTHING = /[^，,；;。\n]{0,40}不(?:得|予?计)分/;
const ALL_OR_NONE = /^(?:得满分|不(?:得|予?计)分)$/;
/** What must be done, which says nothing of points. */
const DUTY = /^(?:不得少于|不少于|不低于|至少|达到)|^一票否决$/;
