import { changeBell, type Change } from '@mofan/store/change';
import type { Database } from '@mofan/store/database';
import type { RecordedEvent } from '@mofan/store/event-log';
import { inTransaction } from '@mofan/store/transaction';
import type { PoolClient } from 'pg';
import { lockCheckpoints } from './checkpoint.ts';
import { noteDuties, takeUnknocked, type Knock } from './duties.ts';
import { Parking } from './parking.ts';
import type { Processor } from './processor.ts';
import type { Projection } from './projection.ts';
import { decodeBatch } from './projector.ts';
import { projectOrPark } from './project-or-park.ts';
import { readTable, type ReadTable } from './read-table.ts';

const BATCH = 1000;
/** The checkpoint of what follows from events, beside those of the read models. */
export const DUTIES = { name: 'duties', version: 1 };

interface Parts {
  database: Database;
  projections: readonly Projection[];
  processors: readonly Processor[];
  /** hands knocks to the queue; what it loses the sweep makes up for */
  knock(knocks: Knock[]): Promise<void>;
}

/**
 * Reads the log in its order and takes each batch into every read model, with the checkpoint and the duties that
 * follow from it, in one transaction. Only the leading worker runs one.
 */
export class Subscription {
  private readonly bell;
  private readonly tables = new Map<string, ReadTable>();
  private parking: Parking | undefined;
  constructor(private readonly parts: Parts) {
    this.bell = changeBell(parts.database.pool);
  }

  /** Reads until the head is reached. While it lags, knocks wait, so that a burst becomes few jobs. */
  async catchUp(): Promise<void> {
    for (let behind = true; behind;) behind = await this.step();
  }

  /** Forgets what it knows of tables and parked streams: a rebuild has changed them. */
  reset(): void {
    this.tables.clear();
    this.parking = undefined;
  }

  private async step(): Promise<boolean> {
    const { database, knock } = this.parts;
    const outcome = await inTransaction(database.pool, async (client) => {
      // They say the same, unless a read model has just been rebuilt and is ahead of the others.
      const checkpoints = await lockCheckpoints(client, [...this.parts.projections, DUTIES]);
      const position = Math.min(...checkpoints.values());
      const batch = await database.log.readAfter(position, BATCH);
      const behind = batch.length === BATCH;
      const changes = batch.length > 0 ? await this.take(client, batch, checkpoints) : [];
      const knocks = behind ? [] : await takeUnknocked(client);
      return { behind, changes, knocks, position: batch.at(-1)?.position ?? position };
    });
    if (outcome.knocks.length > 0) await knock(outcome.knocks);
    if (outcome.changes.length > 0) this.bell.ring(outcome);
    return outcome.behind;
  }

  private async take(
    client: PoolClient,
    batch: readonly RecordedEvent[],
    checkpoints: ReadonlyMap<string, number>,
  ): Promise<Change[]> {
    this.parking ??= await Parking.read(client);
    const { incoming, unreadable } = decodeBatch(batch);
    for (const { recorded, error } of unreadable) {
      await this.parking.park(client, { subscription: 'log', ...recorded }, error);
    }
    const readable = incoming.filter(({ recorded }) => !this.parking!.holds('log', recorded));
    const newTo = (name: string) => {
      const seen = checkpoints.get(name) ?? Infinity;
      return readable.filter(({ recorded }) => recorded.position > seen);
    };
    const changes: Change[] = [];
    for (const projection of this.parts.projections) {
      const own = newTo(projection.name).filter(({ event }) => projection.types.has(event.type));
      if (own.length === 0) continue;
      const table = await this.tableOf(client, projection);
      changes.push(...(await projectOrPark(client, projection, table, this.parking, own)));
    }
    await noteDuties(client, this.parts.processors, newTo(DUTIES.name));
    await client.query('update checkpoint set position = greatest(position, $1) where projection = any($2)', [
      batch.at(-1)!.position,
      [...checkpoints.keys()],
    ]);
    return changes;
  }

  private async tableOf(client: PoolClient, projection: Projection): Promise<ReadTable> {
    const known = this.tables.get(projection.name) ?? (await readTable(client, projection, 'public'));
    this.tables.set(projection.name, known);
    return known;
  }
}
