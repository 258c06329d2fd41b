import type { Database } from '@mofan/store/database';
import { inTransaction } from '@mofan/store/transaction';
import type { RecordedEvent } from '@mofan/store/event-log';
import type { Pool, PoolClient } from 'pg';
import { BESIDE, copyRows, makeIndexes, makeTable } from './beside.ts';
import { Parking, PrivateParking } from './parking.ts';
import type { Projection, Row } from './projection.ts';
import { projectOrPark } from './project-or-park.ts';
import { decodeBatch, type Incoming } from './projector.ts';
import { readTable } from './read-table.ts';

interface Built {
  projection: Projection;
  rows: Map<string, Row>;
  parking: PrivateParking;
}

/**
 * Builds read models anew from the whole log, beside the ones in use, which go on being read and written. `swap`
 * brings them up to date and puts them in place of the old; nothing else may write read models meanwhile.
 */
export class Rebuild {
  private position = 0;
  private readonly built: Built[];
  /** streams with an event that nobody can read, from there on */
  private readonly unreadable = new PrivateParking();

  constructor(
    private readonly database: Database,
    projections: readonly Projection[],
  ) {
    this.built = projections.map((projection) => ({ projection, rows: new Map(), parking: new PrivateParking() }));
  }

  /** Reads the log to its end and writes the new tables. `report` hears how many events are done. */
  async build(report: (done: number) => void = () => {}): Promise<void> {
    for await (const batch of this.database.log.readAll()) {
      this.fold(batch);
      report(this.position);
    }
    await inTransaction(this.database.pool, async (client) => {
      for (const built of this.built) await this.fill(client, built);
    });
  }

  /** Takes in what came meanwhile and swaps, in one transaction: a reader sees the old table or the new one. */
  async swap(): Promise<void> {
    await inTransaction(this.database.pool, async (client) => {
      const head = await this.database.log.head();
      const late = await this.database.log.readAfter(this.position, head - this.position);
      const incoming = this.readable(late);
      const parking = await Parking.read(client);
      for (const { projection, parking: own } of this.built) {
        const table = await readTable(client, projection, BESIDE);
        const news = incoming.filter(({ event }) => projection.types.has(event.type));
        await projectOrPark(client, projection, table, own, news);
        await client.query(`drop table public."${projection.name}"`);
        await client.query(`alter table ${BESIDE}."${projection.name}" set schema public`);
        await parking.replace(client, projection.name);
        for (const { error, ...place } of own.parked.values()) await parking.park(client, place, error);
        await setCheckpoint(client, projection, Math.max(this.position, late.at(-1)?.position ?? 0));
      }
    });
  }

  private fold(batch: readonly RecordedEvent[]) {
    const incoming = this.readable(batch);
    for (const { projection, rows, parking } of this.built) {
      for (const { event, recorded } of incoming) {
        if (!projection.types.has(event.type) || parking.holds(projection.name, recorded)) continue;
        try {
          const key = projection.key(event);
          rows.set(key, { ...projection.apply(rows.get(key), event, recorded), position: recorded.position });
        } catch (error) {
          void parking.park(undefined, { subscription: projection.name, ...recorded }, error);
        }
      }
    }
    this.position = batch.at(-1)!.position;
  }

  private readable(batch: readonly RecordedEvent[]): Incoming[] {
    const { incoming, unreadable } = decodeBatch(batch);
    for (const { recorded, error } of unreadable) {
      void this.unreadable.park(undefined, { subscription: 'log', ...recorded }, error);
    }
    return incoming.filter(({ recorded }) => !this.unreadable.holds('log', recorded));
  }

  private async fill(client: PoolClient, built: Built) {
    const { projection, rows } = built;
    await makeTable(client, projection.name);
    await client.query('savepoint fill');
    try {
      await copyRows(client, projection, rows);
      await makeIndexes(client, projection.name);
    } catch {
      await client.query('rollback to savepoint fill');
      await makeIndexes(client, projection.name);
      await this.fillSlowly(client, built);
    }
    rows.clear();
  }

  /** The database refuses a row: event by event it shows which one, and the others are kept. */
  private async fillSlowly(client: PoolClient, { projection, parking }: Built) {
    const table = await readTable(client, projection, BESIDE);
    for await (const batch of this.database.log.readAll()) {
      const incoming = this.readable(batch).filter(
        ({ event, recorded }) => recorded.position <= this.position && projection.types.has(event.type),
      );
      await projectOrPark(client, projection, table, parking, incoming);
    }
  }
}

/** Says of each projection how far it has read and in which version. */
export const setCheckpoint = (
  client: Pool | PoolClient,
  { name, version }: Pick<Projection, 'name' | 'version'>,
  position: number,
) =>
  client.query(
    `insert into checkpoint (projection, version, position) values ($1, $2, $3)
     on conflict (projection) do update set version = excluded.version, position = excluded.position`,
    [name, version, position],
  );
