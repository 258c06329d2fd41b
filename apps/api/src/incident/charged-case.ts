import type { ChargedCase } from '@mofan/contracts/incident';
import { decodeEvent, type EventOf } from '@mofan/domain/events';
import type { LeafScore } from '@mofan/rubric/scorecard';
import type { RecordedEvent } from '@mofan/store/event-log';

interface Charged {
  confirmed: EventOf<'IncidentConfirmed'>;
  confirmedAt: string;
  reversed: { event: EventOf<'IncidentReversed'>; at: string } | null;
  /** the case's events up to the last that moved a figure: a correction that awaits confirmation is nobody's business */
  events: RecordedEvent[];
}

/** What of a case's history moved figures; undefined where it never counted. */
export const chargedHistory = (history: readonly RecordedEvent[]): Charged | undefined => {
  let charged: Omit<Charged, 'events'> | undefined;
  let last = -1;
  history.forEach((recorded, n) => {
    const event = decodeEvent(recorded);
    if (event.type === 'IncidentConfirmed') {
      charged = { confirmed: event, confirmedAt: recorded.recordedAt, reversed: null };
      last = n;
    } else if (event.type === 'IncidentReversed' && charged) {
      charged = { ...charged, reversed: { event, at: recorded.recordedAt } };
      last = n;
    }
  });
  return charged && { ...charged, events: history.slice(0, last + 1) };
};

/** What each case costs on a scorecard's line; a case that shares its act with a heavier one costs nothing. */
export const amountsOn = (leaves: readonly LeafScore[]): ReadonlyMap<string, string> =>
  new Map(
    leaves.flatMap(({ contributions }) =>
      contributions.flatMap((part) => (part.kind === 'deduction' ? [[part.facts[0]!, part.amount] as const] : [])),
    ),
  );

/** A case as the unit sees it that it counts against. */
export const chargedCase = (
  { confirmed, confirmedAt, reversed }: Charged,
  amount: string | undefined,
): ChargedCase => ({
  incidentId: confirmed.incidentId,
  category: confirmed.category,
  role: confirmed.role,
  documentNumber: confirmed.documentNumber,
  actOn: confirmed.actOn,
  effectiveOn: confirmed.effectiveOn,
  late: confirmed.late,
  confirmedAt,
  status: reversed ? 'reversed' : 'confirmed',
  reversal: reversed && {
    reason: reversed.event.reason,
    outcomeDocument: reversed.event.outcomeDocument,
    at: reversed.at,
  },
  amount: amount ?? '0',
});
