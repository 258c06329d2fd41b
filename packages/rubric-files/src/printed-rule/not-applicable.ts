import type { RubricNode } from '@mofan/rubric/rubric';
import type { Sentence } from './sentence.ts';

type NotApplicable = NonNullable<RubricNode['notApplicable']>;

const SAID: Record<NotApplicable, string> = {
  exclude: '不适用时不计入',
  full: '不适用时计满分',
  zero: '不适用时计零分',
  rescale: '有不适用的，按其余各项换算到满分',
  shrink: '有不适用的，满分相应减少',
};

/** What becomes of a line that does not apply, or of its group. */
export const notApplicableSentence: Sentence<NotApplicable> = {
  print: (rule) => SAID[rule],
  read: (text) => (Object.keys(SAID) as NotApplicable[]).find((rule) => SAID[rule] === text) ?? null,
};
