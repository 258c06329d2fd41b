import { randomUUID } from 'node:crypto';
import { decodeEvent } from '@mofan/domain/events';
import type { Change } from '@mofan/store/change';
import type { EventLog, RecordedEvent } from '@mofan/store/event-log';
import type { ClientBase } from 'pg';
import { processor } from '../platform/processor.ts';
import { noticeOf, type Notice } from './notice.ts';

const ofUnit = ({ unitId }: { unitId: string }) => [unitId];
const BATCH = 1000;

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
  run: async (duty, { client, log }) => {
    const changes: Change[] = [];
    for await (const { event, recorded } of eventsOf(duty, log)) {
      if (!('unitId' in event) || event.unitId !== duty.key) continue;
      const notice = noticeOf(event);
      if (notice && (await tellOnce(client, notice, recorded))) {
        changes.push({ topic: 'notification', unitId: null, ...notice.recipient });
      }
    }
    return changes;
  },
});

async function* eventsOf(
  { firstPosition, lastPosition }: { firstPosition: number; lastPosition: number },
  log: EventLog,
) {
  for (let after = firstPosition - 1; after < lastPosition; after += BATCH) {
    for (const recorded of await log.readAfter(after, Math.min(BATCH, lastPosition - after))) {
      if (!notify.types.has(recorded.type)) continue;
      const event = readable(recorded);
      if (event) yield { event, recorded };
    }
  }
}

/** What cannot be read is nobody's news here: the subscription has parked it, visibly. */
const readable = (recorded: RecordedEvent) => {
  try {
    return decodeEvent(recorded);
  } catch {
    return undefined;
  }
};

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
