import type { Database } from '@mofan/store/database';
import { inTransaction } from '@mofan/store/transaction';
import type { RecordedEvent } from '@mofan/store/event-log';
import type { PoolClient } from 'pg';
import { BESIDE, copyRows, makeIndexes, makeTable } from './beside.ts';
import { setCheckpoint } from './checkpoint.ts';
import { Parking, PrivateParking } from './parking.ts';
import type { Projection, Row } from './projection.ts';
import { projectOrPark } from './project-or-park.ts';
import { decodeBatch, type Incoming } from './projector.ts';
import { readTable } from './read-table.ts';

interface Built {
  projection: Projection;
  rows: Map<string, Row>;
  parking: PrivateParking;
  /** how many it has read */
  streams: number;
}

/** A table that was built and not put in place. */
export interface Refusal {
  name: string;
  reason: string;
}

/** Of the streams it read a new table may park this share, or this many, more than the old; beyond, it is broken. */
const BEARABLE = { share: 0.01, streams: 10 };

/**
 * Builds read models anew from the whole log, beside the ones in use, which go on being read and written. `swap`
 * brings them up to date and puts them in place of the old; nothing else may write read models meanwhile.
 */
export class Rebuild {
  private position = 0;
  private readonly built: Built[];
  /** by the type of an event */
  private readonly concerned: ReadonlyMap<string, readonly Built[]>;
  /** streams with an event that nobody can read, from there on */
  private readonly unreadable = new PrivateParking();

  constructor(
    private readonly database: Database,
    projections: readonly Projection[],
  ) {
    this.built = projections.map((projection) => ({
      projection,
      rows: new Map(),
      parking: new PrivateParking(),
      streams: 0,
    }));
    const types = new Set(projections.flatMap((projection) => [...projection.types]));
    this.concerned = new Map(
      [...types].map((type) => [type, this.built.filter(({ projection }) => projection.types.has(type))]),
    );
  }

  /** Reads the log to its end and writes the new tables. `report` hears how many events are done. */
  async build(report: (done: number) => void = () => {}): Promise<void> {
    for await (const batch of this.database.log.readAll()) {
      this.fold(batch);
      report(this.position);
    }
    await inTransaction(this.database.pool, async (client) => {
      await client.query(`set local maintenance_work_mem = '256MB'`);
      for (const built of this.built) await this.fill(client, built);
    });
  }

  /**
   * Takes in what came meanwhile and swaps, in one transaction: a reader sees the old table or the new one. One that is
   * broken wholesale is refused, and the old table stays in use.
   */
  async swap(): Promise<Refusal[]> {
    return inTransaction(this.database.pool, async (client) => {
      const head = await this.database.log.head();
      const late = await this.database.log.readAfter(this.position, head - this.position);
      const incoming = this.readable(late);
      const position = late.at(-1)?.position ?? this.position;
      const parking = await Parking.read(client);
      const refusals: Refusal[] = [];
      for (const built of this.built) {
        await this.takeIn(client, built, incoming);
        const reason = faultOf(built, parking);
        if (reason) refusals.push({ name: built.projection.name, reason });
        else await this.putInPlace(client, built, parking, position);
      }
      return refusals;
    });
  }

  private async takeIn(client: PoolClient, built: Built, incoming: readonly Incoming[]) {
    const { projection, parking } = built;
    const table = await readTable(client, projection, BESIDE);
    const news = incoming.filter(({ event }) => projection.types.has(event.type));
    built.streams += news.filter(({ recorded }) => begins(recorded)).length;
    await projectOrPark(client, projection, table, parking, news);
  }

  private async putInPlace(
    client: PoolClient,
    { projection, parking: own }: Built,
    parking: Parking,
    position: number,
  ) {
    await client.query(`drop table public."${projection.name}"`);
    await client.query(`alter table ${BESIDE}."${projection.name}" set schema public`);
    await parking.replace(client, projection.name);
    for (const { error, ...place } of own.parked.values()) await parking.park(client, place, error);
    await setCheckpoint(client, projection, position);
  }

  private fold(batch: readonly RecordedEvent[]) {
    for (const { event, recorded } of this.readable(batch)) {
      for (const built of this.concerned.get(event.type) ?? []) {
        const { projection, rows, parking } = built;
        if (begins(recorded)) built.streams += 1;
        if (parking.holds(projection.name, recorded)) continue;
        try {
          const key = projection.key(event);
          const row = projection.apply(rows.get(key), event, recorded);
          row['position'] = recorded.position;
          rows.set(key, row);
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

const begins = ({ version }: RecordedEvent) => version === 1;

/** What is wrong with a new table as a whole; streams that the old one could not read either are no news. */
const faultOf = ({ projection, parking: own, streams }: Built, parking: Parking): string | undefined => {
  const news = [...own.parked.values()].filter(({ stream }) => parking.position(projection.name, stream) === undefined);
  if (news.length <= BEARABLE.streams || news.length <= streams * BEARABLE.share) return undefined;
  return `version ${projection.version} cannot read ${news.length} of ${streams} streams, first ${news[0]!.stream}: ${String(news[0]!.error)}`;
};
