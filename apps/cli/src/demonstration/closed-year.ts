import type { Stage } from '@mofan/domain/cycle/messages';
import { clerk } from './accounts.ts';
import type { Action } from './action.ts';
import { lastWorkingDayBefore } from './working-time.ts';

/** The working days before which a closed year enters its stages: over before the next year is opened. */
const STAGES: readonly [Stage, monthAndDay: string][] = [
  ['self-assessment', '11-25'],
  ['review', '12-11'],
  ['evaluation', '12-17'],
  ['public-notice', '12-20'],
  ['finalised', '12-28'],
  ['archived', '12-30'],
];

/** The office leads a year through the stages to its archive. */
export const closeYear = (year: number): Action[] =>
  STAGES.map(([to, monthAndDay]) => ({
    to: 'cycle',
    command: { type: 'AdvanceStage', cycleId: String(year), to },
    actor: clerk.accountId,
    key: `${to} ${year}`,
    at: new Date(`${lastWorkingDayBefore(`${year}-${monthAndDay}`)}T17:30:00+08:00`).toISOString(),
  }));

/** The entries that the year still takes: handed in and mended before the review, accepted before the year is final. */
export const fitsBefore = (closing: readonly Action[], entries: readonly Action[]): Action[] => {
  const instantOf = (stage: Stage) =>
    closing.find(({ command }) => command.type === 'AdvanceStage' && command.to === stage)!.at;
  const [review, finalised] = [instantOf('review'), instantOf('finalised')];
  const late = new Set(
    entries
      .filter(({ at, command }) => at >= (command.type === 'AcceptEvidence' ? finalised : review))
      .map(({ command }) => evidenceIn(command)),
  );
  return entries.filter(({ command }) => !late.has(evidenceIn(command)));
};

const evidenceIn = (command: Action['command']): string | undefined =>
  'evidenceId' in command ? command.evidenceId : undefined;
