import type { DomainEvent, EventOf } from '@mofan/domain/events';
import { rubricLibrary } from '@mofan/store/rubric-library';

/** Ids that say what they are: `id(7)` is 00000000-0000-4000-8000-000000000007. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const secretary = id(9001);
export const registrar = id(9002);
export const confirmer = id(9003);

const [version] = rubricLibrary.values();
/** The table that every cycle of the tests pins. */
export const rubric = {
  id: version!.compiled.published.id,
  version: version!.compiled.published.version,
  hash: version!.hash,
};

type Given<Type extends DomainEvent['type'], Required extends keyof EventOf<Type>> = Pick<EventOf<Type>, Required> &
  Partial<EventOf<Type>>;

export const founded = (event: Given<'UnitFounded', 'unitId'>): EventOf<'UnitFounded'> => ({
  type: 'UnitFounded',
  name: `单位 ${event.unitId}`,
  kind: 'window',
  parentId: null,
  order: 1,
  foundedOn: '2020-01-01',
  ...event,
});

export const opened = (event: Given<'CycleOpened', 'cycleId'>): EventOf<'CycleOpened'> => ({
  type: 'CycleOpened',
  year: 2026,
  from: '2026-01-01',
  to: '2026-12-31',
  rubric,
  ...event,
});

export const admitted = (cycleId: string, unitId: string): DomainEvent => ({
  type: 'ParticipantAdmitted',
  cycleId,
  unitId,
});

/** A session of 集中学习, counted for 2.1 and 2.2. */
export const submitted = (event: Given<'EvidenceSubmitted', 'evidenceId'>): EventOf<'EvidenceSubmitted'> => ({
  type: 'EvidenceSubmitted',
  cycleId: '2026',
  unitId: 'window-1',
  kind: 'group-study-session',
  title: '三月集中学习',
  occurredOn: '2026-03-01',
  session: 1,
  attendance: null,
  criteria: ['2.1', '2.2'],
  attachments: [],
  ...event,
});

const subject = (evidenceId: string) => ({ evidenceId, cycleId: '2026', unitId: 'window-1' });
export const returned = (evidenceId: string, more: Partial<EventOf<'EvidenceReturned'>> = {}): DomainEvent => ({
  ...subject(evidenceId),
  type: 'EvidenceReturned',
  reason: '缺签到表',
  ...more,
});
export const accepted = (evidenceId: string): DomainEvent => ({ ...subject(evidenceId), type: 'EvidenceAccepted' });
export const withdrawn = (evidenceId: string): DomainEvent => ({
  ...subject(evidenceId),
  type: 'EvidenceWithdrawn',
  reason: '重复',
});

const details = {
  unitId: 'window-1',
  category: 'efficiency-admonition',
  role: 'staff',
  personRef: id(7001),
  actRef: id(8001),
  documentNumber: '乐行服〔2026〕5号',
  actOn: '2026-02-01',
  effectiveOn: '2026-02-10',
  learnedOn: '2026-02-12',
} as const;

export const recorded = (event: Given<'IncidentRecorded', 'incidentId'>): EventOf<'IncidentRecorded'> => ({
  ...details,
  type: 'IncidentRecorded',
  registrar,
  ...event,
});
export const corrected = (event: Given<'IncidentCorrected', 'incidentId'>): EventOf<'IncidentCorrected'> => ({
  ...details,
  type: 'IncidentCorrected',
  registrar,
  ...event,
});
export const confirmed = (event: Given<'IncidentConfirmed', 'incidentId'>): EventOf<'IncidentConfirmed'> => ({
  ...details,
  type: 'IncidentConfirmed',
  cycleId: '2026',
  late: false,
  movedFrom: null,
  ...event,
});
export const reversed = (incidentId: string, unitId = 'window-1'): DomainEvent => ({
  type: 'IncidentReversed',
  incidentId,
  unitId,
  cycleId: '2026',
  reason: 'decision-revoked',
  outcomeDocument: '乐行服〔2026〕9号',
});
