import type { TextFault } from '@mofan/contracts/rubric-draft';
import type { Rubric } from '@mofan/rubric/rubric';
import { Refused } from '../../platform/problem.ts';
import type { CheckThreads } from './check-threads.ts';
import type { Judged } from './tasks.ts';

/** The table of a text. Throws `rubric-draft.text-fault` with line and column, and what a thread throws. */
export const mustRead = async (threads: CheckThreads, text: string, leaving: AbortSignal): Promise<Rubric> =>
  mustBeTable(await threads.run('read', text, leaving)).rubric;

/** The same, and what the table's own check finds against it. */
export const mustJudge = async (threads: CheckThreads, text: string, leaving: AbortSignal): Promise<Judged> =>
  mustBeTable(await threads.run('judge', text, leaving));

const mustBeTable = <Read extends { rubric: Rubric }>(read: Read | { fault: TextFault }): Read => {
  if ('rubric' in read) return read;
  const { line, column, zh, en } = read.fault;
  throw new Refused(422, 'rubric-draft.text-fault', { details: { line, column, zh, en } });
};
