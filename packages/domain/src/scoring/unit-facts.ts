import type { CaseFact, RecordFact, UnitFacts } from '@mofan/rubric/facts';
import { cycle, mustBeOpened, recordingClosed, type Cycle } from '../cycle/cycle.ts';
import type { CycleEvent } from '../cycle/messages.ts';
import type { EvidenceEvent } from '../evidence/messages.ts';
import type { IncidentEvent } from '../incident/messages.ts';

export type ScoringEvent = CycleEvent | EvidenceEvent | IncidentEvent;

/** Whose figures, in which cycle, as known on which business date. */
export interface ScoringSubject {
  cycleId: string;
  unitId: string;
  asOf: string;
}

/**
 * What the events say of one unit in one cycle, as the scorer takes it. The one way from a log to a score: today's
 * scorecard, a past one and a replay all pass here. Events of other units and cycles are passed over; events of one
 * stream must come in their order. Throws `cycle.unknown` when the cycle's own events are missing.
 */
export const unitFacts = ({ cycleId, unitId, asOf }: ScoringSubject, events: Iterable<ScoringEvent>): UnitFacts => {
  let state: Cycle = cycle.initial;
  const records = new Map<string, RecordFact>();
  const cases = new Map<string, CaseFact>();
  const ours = (event: { cycleId: string; unitId: string }) => event.cycleId === cycleId && event.unitId === unitId;

  for (const event of events) {
    switch (event.type) {
      case 'CycleOpened':
      case 'ParticipantAdmitted':
      case 'StageAdvanced':
        if (event.cycleId === cycleId) state = cycle.evolve(state, event);
        break;
      case 'EvidenceSubmitted':
      case 'EvidenceResubmitted':
        if (ours(event)) records.set(event.evidenceId, recordOf(event));
        break;
      case 'EvidenceAccepted': {
        const record = records.get(event.evidenceId);
        if (record) records.set(event.evidenceId, { ...record, accepted: true });
        break;
      }
      case 'EvidenceReturned':
      case 'EvidenceWithdrawn':
        records.delete(event.evidenceId);
        break;
      case 'IncidentConfirmed':
        if (ours(event)) cases.set(event.incidentId, caseOf(event));
        else cases.delete(event.incidentId);
        break;
      case 'IncidentReversed':
        cases.delete(event.incidentId);
        break;
      case 'IncidentRecorded':
      case 'IncidentCorrected':
      case 'IncidentWithdrawn':
        break;
    }
  }

  const { period, stage } = mustBeOpened(state);
  return {
    asOf,
    period,
    recordingClosed: recordingClosed(stage),
    records: [...records.values()],
    cases: [...cases.values()],
    marks: [],
  };
};

type Submitted = Extract<EvidenceEvent, { type: 'EvidenceSubmitted' | 'EvidenceResubmitted' }>;

const recordOf = ({ evidenceId, kind, occurredOn, session, criteria }: Submitted): RecordFact => ({
  id: evidenceId,
  kind,
  occurredOn,
  session: sessionKey({ kind, occurredOn, session }),
  criteria,
  accepted: false,
});

/** One session of one kind on one day: two records of it are one session (2.2 集中学习 counts it once). */
export const sessionKey = ({ kind, occurredOn, session }: { kind: string; occurredOn: string; session: number }) =>
  `${kind}/${occurredOn}/${session}`;

const caseOf = (event: Extract<IncidentEvent, { type: 'IncidentConfirmed' }>): CaseFact => ({
  id: event.incidentId,
  category: event.category,
  role: event.role,
  person: event.personRef,
  act: event.actRef,
  effectiveOn: event.effectiveOn,
  documentNumber: event.documentNumber,
});
