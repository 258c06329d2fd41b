import type { Rubric } from '@mofan/rubric/rubric';
import { type SoundSentence, TITLE, readAll, sound } from './sentence.ts';

type PrintedGrade = Pick<Rubric['grades'][number], 'title' | 'rule'>;

const GRADE = new RegExp(`^${TITLE}(?:：(.+))?$`, 's');

/** The grades of a table, a line each, with the words that say when it is given: `“优”：优按满分`. */
export const gradesSentence: SoundSentence<PrintedGrade[]> = sound({
  print: (grades) =>
    grades.map(({ title, rule }) => (rule === undefined ? `“${title}”` : `“${title}”：${rule}`)).join('\n'),
  read: (text) =>
    readAll(text.split(/\n(?=“)/), (part) => {
      const [, title, rule] = GRADE.exec(part) ?? [];
      return title === undefined ? null : { title, ...(rule !== undefined && { rule }) };
    }),
});
