import { codecs, type DomainEvent } from '@mofan/domain/events';
import type { Database } from '@mofan/store/database';
import type { EventLog, NewEvent, RecordedEvent } from '@mofan/store/event-log';
import { secretary } from './events.ts';

/** The instant that the event at a position of a test's log is recorded at: a minute after the one before. */
export const instant = (position: number): string =>
  new Date(Date.parse('2026-03-01T01:00:00.000Z') + position * 60_000).toISOString();

const stored = ({ type, ...data }: DomainEvent): NewEvent => ({ type, schema: 1, data });

export const streamOf = (event: DomainEvent): string => {
  const aggregate = Object.entries(codecs).find(([, codec]) => codec.types.includes(event.type))![0];
  const key = {
    unit: 'unitId',
    cycle: 'cycleId',
    rulings: 'rubricHash',
    'rubric-draft': 'draftId',
    evidence: 'evidenceId',
    incident: 'incidentId',
  };
  return `${aggregate}-${(event as unknown as Record<string, string>)[key[aggregate as keyof typeof key]]}`;
};

/** Appends what a test says has happened, whether or not a decider would have allowed it. */
export const append = async (log: EventLog, ...events: DomainEvent[]): Promise<void> => {
  for (const event of events) await appendStored(log, streamOf(event), stored(event));
};

/** Appends an event as stored, readable or not. */
export const appendStored = async (log: EventLog, stream: string, event: NewEvent): Promise<void> => {
  const last = (await log.readStream(stream)).at(-1);
  const result = await log.append({
    stream,
    expected: { version: last?.version ?? 0, hash: last?.hash ?? null },
    events: [event],
    envelope: {
      actor: secretary,
      correlation: secretary,
      recordedAt: instant((await log.head()) + 1),
      demonstration: false,
    },
  });
  if (result.outcome !== 'written') throw new Error(`${stream}: ${result.outcome}`);
};

/** Appends an event as a newer program writes it: to ours it is of no known type. Answers with its position. */
export const appendFromTheFuture = async (log: EventLog, event: DomainEvent): Promise<number> => {
  await appendStored(log, streamOf(event), fromTheFuture(stored(event)));
  return log.head();
};

export const fromTheFuture = <Event extends { type: string }>(event: Event): Event => ({
  ...event,
  type: `${FUTURE}${event.type}`,
});

/** From now on ours is a program that knows these events. */
export const learnTheFuture = ({ pool }: Database, upTo = Number.MAX_SAFE_INTEGER) =>
  pool.query(`update event set type = replace(type, $1, '') where position <= $2`, [FUTURE, upTo]);

const FUTURE = 'Future';

/** Appends the first event of many streams, grouped as under load. */
export const appendBurst = (log: EventLog, events: readonly DomainEvent[]): Promise<unknown> =>
  Promise.all(
    events.map((event) =>
      log.append({
        stream: streamOf(event),
        expected: { version: 0, hash: null },
        events: [stored(event)],
        envelope: { actor: secretary, correlation: secretary, recordedAt: instant(1), demonstration: false },
      }),
    ),
  );

/** Appends to one log what another holds, event by event. */
export const copyInto = async (log: EventLog, events: readonly RecordedEvent[]): Promise<void> => {
  const hashes = new Map<string, string>();
  for (const { stream, version, type, schema, data, hash, ...envelope } of events) {
    const { actor, correlation, recordedAt, demonstration } = envelope;
    const before = hashes.get(stream) ?? (await log.readStream(stream)).at(-1)?.hash ?? null;
    const result = await log.append({
      stream,
      expected: { version: version - 1, hash: before },
      events: [{ type, schema, data: data as object }],
      envelope: { actor, correlation, recordedAt, demonstration },
    });
    if (result.outcome !== 'written') throw new Error(`${stream}: ${result.outcome}`);
    hashes.set(stream, hash);
  }
};
