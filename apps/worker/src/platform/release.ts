import { changeBell, type Change } from '@mofan/store/change';
import type { Database } from '@mofan/store/database';
import { inTransaction } from '@mofan/store/transaction';
import type { PoolClient } from 'pg';
import { lockCheckpoints } from './checkpoint.ts';
import { noteDuties, retryParked } from './duties.ts';
import { Parking } from './parking.ts';
import type { Processor } from './processor.ts';
import type { Projection } from './projection.ts';
import { decodeBatch, type Incoming, type Unreadable } from './projector.ts';
import { projectOrPark } from './project-or-park.ts';
import { readTable, type ReadTable } from './read-table.ts';
import { DUTIES } from './subscription.ts';

const STREAMS_AT_ONCE = 500;

interface Parts {
  database: Database;
  projections: readonly Projection[];
  processors: readonly Processor[];
}

/**
 * Takes up streams that no program could read until now: an older one had parked what a newer one wrote. A read model
 * has one row per stream, and none of the stream's events since came to it, so that they are simply applied now, in
 * their order; what follows from them is noted. Only the leading worker does this, before it reads on.
 */
export const releaseReadable = async (parts: Parts): Promise<void> => {
  const { pool } = parts.database;
  const bell = changeBell(pool);
  const { rows } = await pool.query<{ stream: string }>(
    `select stream from parked_stream where subscription = 'log' order by stream`,
  );
  const streams = rows.map(({ stream }) => stream);
  while (streams.length > 0) {
    const some = streams.splice(0, STREAMS_AT_ONCE);
    bell.ring(await inTransaction(pool, (client) => release(client, parts, some)));
  }
};

const release = async (client: PoolClient, { database, projections, processors }: Parts, streams: string[]) => {
  const checkpoints = await lockCheckpoints(client, [...projections, DUTIES]);
  const parking = await Parking.read(client);
  const missed = await readMissed(database, parking, streams, Math.max(...checkpoints.values()));
  const { incoming, unreadable } = decodeBatch(missed);
  const reopened = await reopen(client, parking, streams, unreadable);
  const readable = incoming.filter(({ recorded }) => !parking.holds('log', recorded));
  const passedBy = (name: string) =>
    readable.filter(({ recorded }) => recorded.position <= (checkpoints.get(name) ?? 0));

  const changes: Change[] = [];
  for (const projection of projections) {
    const table = await readTable(client, projection, 'public');
    const own = passedBy(projection.name).filter(({ event }) => projection.types.has(event.type));
    const unseen = await unseenBy(client, projection, table, own);
    changes.push(...(await projectOrPark(client, projection, table, parking, unseen)));
  }
  await noteDuties(client, processors, passedBy(DUTIES.name), checkpoints.get(DUTIES.name));
  if (reopened > 0) await retryParked(client); // they may have failed for what could not be read
  return { position: Math.min(...checkpoints.values()), changes };
};

/** Releases streams, or parks them further on, where their next unreadable event stands; answers how many. */
const reopen = async (client: PoolClient, parking: Parking, streams: string[], unreadable: Unreadable[]) => {
  const stops = new Map(unreadable.toReversed().map((stop) => [stop.recorded.stream, stop]));
  let reopened = 0;
  for (const stream of streams) {
    const stop = stops.get(stream);
    if (stop?.recorded.position === parking.position('log', stream)) continue;
    await parking.release(client, 'log', stream);
    if (stop) await parking.park(client, { subscription: 'log', ...stop.recorded }, stop.error);
    reopened += 1;
  }
  return reopened;
};

/** What was passed over; what lies beyond `reached` will be read as ever. */
const readMissed = async ({ log }: Database, parking: Parking, streams: string[], reached: number) =>
  (await log.readStreams(streams)).filter((recorded) => parking.holds('log', recorded) && recorded.position <= reached);

/** A read model that was rebuilt since has them already. */
const unseenBy = async (client: PoolClient, projection: Projection, table: ReadTable, events: readonly Incoming[]) => {
  const rows = await table.load(client, [...new Set(events.map(({ event }) => projection.key(event)))]);
  const seen = (event: Incoming['event']) => Number(rows.get(projection.key(event))?.['position'] ?? 0);
  return events.filter(({ event, recorded }) => recorded.position > seen(event));
};
