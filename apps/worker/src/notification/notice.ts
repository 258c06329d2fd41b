import type { DomainEvent } from '@mofan/domain/events';

export interface Notice {
  kind: 'evidence-returned' | 'incident-to-confirm' | 'incident-confirmed' | 'incident-reversed';
  /** a unit, whoever stands for it then, or everyone of a role */
  recipient: { unitId?: string; role?: 'confirmer' };
  subject: { type: 'evidence' | 'incident' | 'leaf'; id: string; cycleId: string | null; unitId: string };
  /** values that the sentence shows; never anything that could name a person */
  details: Record<string, string>;
}

/** Whom an event tells what; undefined where it is nobody's news. */
export const noticeOf = (event: DomainEvent): Notice | undefined => {
  switch (event.type) {
    case 'EvidenceReturned':
      return {
        kind: 'evidence-returned',
        recipient: { unitId: event.unitId },
        subject: { type: 'evidence', id: event.evidenceId, cycleId: event.cycleId, unitId: event.unitId },
        details: { reason: event.reason },
      };
    case 'IncidentRecorded':
    case 'IncidentCorrected':
      return {
        kind: 'incident-to-confirm',
        recipient: { role: 'confirmer' },
        subject: { type: 'incident', id: event.incidentId, cycleId: null, unitId: event.unitId },
        details: { category: event.category, documentNumber: event.documentNumber },
      };
    case 'IncidentConfirmed':
      return {
        kind: 'incident-confirmed',
        recipient: { unitId: event.unitId },
        subject: { type: 'incident', id: event.incidentId, cycleId: event.cycleId, unitId: event.unitId },
        details: { category: event.category, documentNumber: event.documentNumber },
      };
    case 'IncidentReversed':
      return {
        kind: 'incident-reversed',
        recipient: { unitId: event.unitId },
        subject: { type: 'incident', id: event.incidentId, cycleId: event.cycleId, unitId: event.unitId },
        details: { reason: event.reason, outcomeDocument: event.outcomeDocument },
      };
    default:
      return undefined;
  }
};
