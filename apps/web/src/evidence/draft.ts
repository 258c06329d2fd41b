import type { InputOf } from '@mofan/contracts/api';
import type { CycleRow } from '@mofan/contracts/cycle';
import type { FileRow } from '@mofan/contracts/file';
import type { UnitHome } from '@mofan/contracts/scorecard';
import type { Rubric } from '@mofan/rubric/rubric';
import { finishedTitle, nextTitle } from './title.ts';

/** A record while it is being written. Numbers are text until it is submitted. */
export interface Draft {
  kind: string;
  occurredOn: string;
  session: number;
  present: string;
  due: string;
  title: string;
  criteria: string[];
  files: FileRow[];
}

/** What the form knows of the unit and its year. */
export interface RecordContext {
  cycle: CycleRow;
  rubric: Rubric;
  home: UnitHome;
  today: string;
}

/** A record of `kind` as it would most likely be: like the last one of its kind. */
export const draftOf = (kind: string, occurredOn: string, { rubric, home }: RecordContext): Draft => {
  const last = home.lastOfKind.find((record) => record.kind === kind);
  const declared = rubric.evidenceKinds.find(({ id }) => id === kind);
  const fresh = kind === 'other' ? '' : `${Number(occurredOn.slice(5, 7))} 月${declared?.title ?? ''}：`;
  return {
    kind,
    occurredOn,
    session: 1,
    present: last?.attendance ? String(last.attendance.present) : '',
    due: last?.attendance ? String(last.attendance.due) : '',
    title: last ? nextTitle(last.title, occurredOn) : fresh,
    criteria: [...(declared?.criteria ?? [])],
    files: [],
  };
};

/** How many times the unit has met on that day already, for that kind. */
export const sessionsOn = ({ kind, occurredOn }: Draft, { home }: RecordContext): number[] =>
  home.sessions.filter((each) => each.kind === kind && each.occurredOn === occurredOn).map(({ session }) => session);

/** Which session of the year it would be, where the table counts them: by leaf id. */
export const ordinals = (draft: Draft, { rubric, home }: RecordContext): Map<string, number> => {
  const repeats = sessionsOn(draft, { home } as RecordContext).includes(draft.session);
  const metrics = rubric.metrics.filter(({ counts }) => counts === draft.kind).map(({ id }) => id);
  const counted = home.counts.filter(({ metric }) => metrics.includes(metric));
  return new Map(counted.map(({ leafId, count }) => [leafId, repeats ? count : count + 1]));
};

export type Fault = 'date' | 'title' | 'attendance' | 'criteria';

/** What still stands in the way of submitting. */
export const faultsOf = (draft: Draft, { cycle, today }: RecordContext): Set<Fault> => {
  const faults = new Set<Fault>();
  const { occurredOn, present, due } = draft;
  if (!occurredOn || occurredOn > today || occurredOn < cycle.from || occurredOn > cycle.to) faults.add('date');
  const title = finishedTitle(draft.title);
  if (title.length === 0 || title.length > 120) faults.add('title');
  const halfGiven = (present === '') !== (due === '');
  if (halfGiven || (due !== '' && (Number(due) < 1 || Number(present) > Number(due)))) faults.add('attendance');
  if (draft.criteria.length === 0) faults.add('criteria');
  return faults;
};

type EvidenceContent = InputOf<'POST /api/evidence/{evidenceId}/resubmission'>['body'];

/** The draft as the contract takes it. */
export const contentOf = (draft: Draft): EvidenceContent => ({
  kind: draft.kind,
  title: finishedTitle(draft.title),
  occurredOn: draft.occurredOn,
  session: draft.session,
  attendance: draft.due === '' ? null : { present: Number(draft.present), due: Number(draft.due) },
  criteria: draft.criteria,
  attachments: draft.files.map(({ fileId, sha256, size }) => ({ fileId, sha256, size })),
});
