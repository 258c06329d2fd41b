import type { Rubric } from '@mofan/rubric/rubric';
import { Refused } from '../../platform/problem.ts';
import type { CheckThreads } from './check-threads.ts';

/** The table of a text. Throws `rubric-draft.text-fault` with line and column, and what a thread throws. */
export const mustRead = async (threads: CheckThreads, text: string, leaving: AbortSignal): Promise<Rubric> => {
  const read = await threads.run('read', text, leaving);
  if ('rubric' in read) return read.rubric;
  const { line, column, zh, en } = read.fault;
  throw new Refused(422, 'rubric-draft.text-fault', { details: { line, column, zh, en } });
};
