import { NOT_APPLICABLE } from '@mofan/rubric/explain/not-applicable-wording';
import type { RubricNode } from '@mofan/rubric/rubric';
import type { Sentence } from './sentence.ts';

type NotApplicable = NonNullable<RubricNode['notApplicable']>;

/** What becomes of a line that does not apply, or of its group. */
export const notApplicableSentence: Sentence<NotApplicable> = {
  print: (rule) => NOT_APPLICABLE[rule].zh,
  read: (text) =>
    (Object.keys(NOT_APPLICABLE) as NotApplicable[]).find((rule) => NOT_APPLICABLE[rule].zh === text) ?? null,
};
