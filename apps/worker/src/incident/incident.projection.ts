import { detailsOf } from '@mofan/domain/incident/incident';
import type { IncidentDetails, IncidentEvent, ReversalReason } from '@mofan/domain/incident/messages';
import { projection } from '../platform/projection.ts';

type IncidentRow = IncidentDetails & {
  incidentId: string;
  status: 'recorded' | 'confirmed' | 'reversed' | 'withdrawn';
  registrar: string;
  cycleId: string | null;
  late: boolean;
  confirmedAt: string | null;
  reversal: { reason: ReversalReason; outcomeDocument: string; at: string } | null;
  recordedAt: string;
  changedAt: string;
};

export const incidentProjection = projection<IncidentRow>()<IncidentEvent>({
  name: 'incident',
  version: 1,
  keyColumn: 'incidentId',
  topic: 'incident',
  key: ({ incidentId }) => incidentId,
  unitOf: ({ unitId }) => unitId,
  on: {
    IncidentRecorded: (_, event, { recordedAt }) => ({
      incidentId: event.incidentId,
      ...detailsOf(event),
      status: 'recorded',
      registrar: event.registrar,
      cycleId: null,
      late: false,
      confirmedAt: null,
      reversal: null,
      recordedAt,
      changedAt: recordedAt,
    }),
    IncidentCorrected: (row, event, { recordedAt }) => ({
      ...row,
      ...detailsOf(event),
      status: 'recorded',
      registrar: event.registrar,
      changedAt: recordedAt,
    }),
    IncidentConfirmed: (row, event, { recordedAt }) => ({
      ...row,
      ...detailsOf(event),
      status: 'confirmed',
      cycleId: event.cycleId,
      late: event.late,
      confirmedAt: recordedAt,
      changedAt: recordedAt,
    }),
    IncidentReversed: (row, { reason, outcomeDocument }, { recordedAt }) => ({
      ...row,
      status: 'reversed',
      reversal: { reason, outcomeDocument, at: recordedAt },
      changedAt: recordedAt,
    }),
    IncidentWithdrawn: (row, _, { recordedAt }) => ({ ...row, status: 'withdrawn', changedAt: recordedAt }),
  },
});
