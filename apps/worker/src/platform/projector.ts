import { decodeEvent, type DomainEvent } from '@mofan/domain/events';
import type { RecordedEvent } from '@mofan/store/event-log';
import type { Change } from '@mofan/store/change';
import type { ClientBase } from 'pg';
import type { Projection, Row } from './projection.ts';
import type { ReadTable } from './read-table.ts';

/** An event as the worker handles it: what it says, and the envelope it came in. */
export interface Incoming {
  event: DomainEvent;
  recorded: RecordedEvent;
}

export interface Unreadable {
  recorded: RecordedEvent;
  error: unknown;
}

/** Reads stored events; those of no known type or of broken content are told apart, not dropped. */
export const decodeBatch = (batch: readonly RecordedEvent[]) => {
  const incoming: Incoming[] = [];
  const unreadable: Unreadable[] = [];
  for (const recorded of batch) {
    try {
      incoming.push({ event: decodeEvent(recorded), recorded });
    } catch (error) {
      unreadable.push({ recorded, error });
    }
  }
  return { incoming, unreadable };
};

/** The rows after the events, folded onto those `before` holds; later events of a batch see earlier ones. */
const foldRows = (projection: Projection, before: Map<string, Row>, events: readonly Incoming[]): Map<string, Row> => {
  const changed = new Map<string, Row>();
  for (const { event, recorded } of events) {
    const key = projection.key(event);
    const row = projection.apply(changed.get(key) ?? before.get(key), event, recorded);
    changed.set(key, { ...row, position: recorded.position });
  }
  return changed;
};

/** Takes a batch into one read model: two statements, however many events. Answers with what changed. */
export const project = async (
  client: ClientBase,
  projection: Projection,
  table: ReadTable,
  events: readonly Incoming[],
): Promise<Change[]> => {
  const own = events.filter(({ event }) => projection.types.has(event.type));
  if (own.length === 0) return [];
  const keys = [...new Set(own.map(({ event }) => projection.key(event)))];
  const changed = foldRows(projection, await table.load(client, keys), own);
  await table.store(client, [...changed.values()]);
  return [...changed.values()].map((row) => ({ topic: projection.topic, unitId: projection.unitOf(row) }));
};
