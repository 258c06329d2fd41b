import type { Rubric } from '@mofan/rubric/rubric';
import { type Sentence, TITLE, sound } from './sentence.ts';

type PrintedGrade = Pick<Rubric['grades'][number], 'title' | 'rule'>;

const GRADE = new RegExp(`^${TITLE}(?:：(.+))?$`);

/** A grade of the table with the words that say when it is given: `“优”：优按满分`. */
const printedGrade: Sentence<PrintedGrade> = sound({
  print: ({ title, rule }) => (rule === undefined ? `“${title}”` : `“${title}”：${rule}`),
  read: (text) => {
    const [, title, rule] = GRADE.exec(text) ?? [];
    return title === undefined ? null : { title, ...(rule !== undefined && { rule }) };
  },
});

export const gradeSentence: Sentence<PrintedGrade> = {
  ...printedGrade,
  print: ({ title, rule }) => printedGrade.print({ title, rule }) ?? `“${title}”`,
};
