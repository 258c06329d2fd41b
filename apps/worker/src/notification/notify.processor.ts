import { randomUUID } from 'node:crypto';
import type { Change } from '@mofan/store/change';
import type { RecordedEvent } from '@mofan/store/event-log';
import type { ClientBase } from 'pg';
import { processor } from '../platform/processor.ts';
import { decodeBatch } from '../platform/projector.ts';
import { noticeOf, type Notice } from './notice.ts';

const ofUnit = ({ unitId }: { unitId: string }) => [unitId];

/** Tells people in the app what they wait for or what counts against them; each event tells once. */
export const notify = processor({
  name: 'notify',
  on: {
    EvidenceReturned: ofUnit,
    IncidentRecorded: ofUnit,
    IncidentCorrected: ofUnit,
    IncidentConfirmed: ofUnit,
    IncidentReversed: ofUnit,
  },
  run: async ({ key: unitId, firstPosition, lastPosition }, { client, log }) => {
    const changes: Change[] = [];
    // What cannot be read is nobody's news here: the subscription has parked it, visibly.
    const { incoming } = decodeBatch(await log.readAbout(unitId, [...notify.types], firstPosition, lastPosition));
    for (const { event, recorded } of incoming) {
      const notice = noticeOf(event);
      if (notice && (await tellOnce(client, notice, recorded))) {
        changes.push({ topic: 'notification', unitId: null, ...notice.recipient });
      }
    }
    return changes;
  },
});

/** The receipt and the notification commit together: a second run finds the receipt and tells nothing. */
const tellOnce = async (client: ClientBase, notice: Notice, recorded: RecordedEvent): Promise<boolean> => {
  const { rowCount } = await client.query(
    'insert into receipt (processor, position) values ($1, $2) on conflict do nothing',
    [notify.name, recorded.position],
  );
  if (!rowCount) return false;
  await client.query(
    `insert into notification (notification_id, kind, recipient_unit, recipient_role, subject, details, at, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      randomUUID(),
      notice.kind,
      notice.recipient.unitId ?? null,
      notice.recipient.role ?? null,
      JSON.stringify(notice.subject),
      JSON.stringify(notice.details),
      recorded.recordedAt,
      recorded.position,
    ],
  );
  return true;
};
