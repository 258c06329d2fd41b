import type { Database } from '@mofan/store/database';
import { inTransaction } from '@mofan/store/transaction';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine } from './copy-line.ts';
import { Parking } from './parking.ts';
import type { Projection, Row } from './projection.ts';
import { decodeBatch, foldRows, project } from './projector.ts';
import { readTable } from './read-table.ts';

const BESIDE = 'rebuild';
const ROWS_PER_CHUNK = 2000;

interface Built {
  projection: Projection;
  rows: Map<string, Row>;
  parked: { stream: string; position: number; error: unknown }[];
}

/**
 * Builds read models anew from the whole log, beside the ones in use, which go on being read and written. `swap`
 * brings them up to date and puts them in place of the old; nothing else may write read models meanwhile.
 */
export class Rebuild {
  private position = 0;
  private readonly built: Built[];

  constructor(
    private readonly database: Database,
    projections: readonly Projection[],
  ) {
    this.built = projections.map((projection) => ({ projection, rows: new Map(), parked: [] }));
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
      const { incoming } = decodeBatch(late);
      const parking = await Parking.read(client);
      for (const { projection, parked } of this.built) {
        await project(client, projection, await readTable(client, projection, BESIDE), incoming);
        await client.query(`drop table public."${projection.name}"`);
        await client.query(`alter table ${BESIDE}."${projection.name}" set schema public`);
        await parking.replace(client, projection.name);
        for (const { error, ...place } of parked) {
          await parking.park(client, { subscription: projection.name, ...place }, error);
        }
        await setCheckpoint(client, projection, Math.max(this.position, late.at(-1)?.position ?? 0));
      }
    });
  }

  private fold(batch: Parameters<typeof decodeBatch>[0]) {
    const { incoming } = decodeBatch(batch);
    for (const { projection, rows, parked } of this.built) {
      for (const one of incoming) {
        if (!projection.types.has(one.event.type)) continue;
        const { stream, position } = one.recorded;
        if (parked.some((place) => place.stream === stream)) continue;
        try {
          for (const [key, row] of foldRows(projection, rows, [one])) rows.set(key, row);
        } catch (error) {
          parked.push({ stream, position, error });
        }
      }
    }
    this.position = batch.at(-1)!.position;
  }

  private async fill(client: PoolClient, { projection, rows }: Built) {
    const { name } = projection;
    await client.query(`create schema if not exists ${BESIDE}`);
    await client.query(`drop table if exists ${BESIDE}."${name}"`);
    await client.query(`create table ${BESIDE}."${name}" (like public."${name}" including all)`);
    const { columns } = await readTable(client, projection, BESIDE);
    const names = columns.map(({ column }) => `"${column}"`).join(', ');
    await pipeline(
      Readable.from(chunks(rows, (row) => copyLine(columns, row))),
      client.query(copyFrom(`copy ${BESIDE}."${name}" (${names}) from stdin`)),
    );
    rows.clear();
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

function* chunks(rows: Map<string, Row>, line: (row: Row) => string): Generator<string> {
  const lines: string[] = [];
  for (const row of rows.values()) {
    lines.push(line(row));
    if (lines.length === ROWS_PER_CHUNK) yield lines.splice(0).join('');
  }
  if (lines.length > 0) yield lines.join('');
}
