import type { Pool, QueryConfig } from 'pg';
import { AppendConnection } from './append-connection.ts';
import { AppendQueue } from './append-queue.ts';
import { binaryArray, integer, text } from './binary-array.ts';
import { copyEvents } from './copy-events.ts';
import type { Append, AppendResult, CommandKey, EventLog, Place, RecordedEvent } from './event-log.ts';
import { StreamReads } from './stream-reads.ts';

interface Row {
  position: string;
  stream: string;
  version: number;
  type: string;
  schema: number;
  data: unknown;
  actor: string;
  correlation: string;
  recorded_at: Date;
  demonstration: boolean;
  hash: Buffer;
}

const COLUMNS = 'position, stream, version, type, schema, data, actor, correlation, recorded_at, demonstration, hash';

/** The log on PostgreSQL: see the migration `event_log` for how positions stay contiguous. */
export class PostgresEventLog implements EventLog {
  private readonly appends: AppendQueue;
  private readonly reads = new StreamReads((wanted) => this.readWanted(wanted));

  /** Reads through the pool; appends have a connection of their own, opened with the pool's options. */
  constructor(
    private readonly pool: Pool,
    private readonly connection: Pick<AppendConnection, 'query' | 'close'> = new AppendConnection(pool.options),
  ) {
    this.appends = new AppendQueue(connection);
  }

  /** Ends the connection of the appends; the pool is its owner's. */
  close(): Promise<void> {
    return this.connection.close();
  }

  append(append: Append): Promise<AppendResult> {
    return this.appends.add(append);
  }

  readStream(stream: string, afterVersion = 0): Promise<RecordedEvent[]> {
    return this.reads.read(stream, afterVersion);
  }

  readStreams(streams: readonly string[], recordedBefore?: string): Promise<RecordedEvent[]> {
    return this.read({
      name: 'read-streams',
      text: `select ${COLUMNS} from event
             where stream = any($1::text[]) and recorded_at < coalesce($2::timestamptz, 'infinity') order by position`,
      values: [streams, recordedBefore ?? null],
    });
  }

  readStreamsNamed(prefix: string): Promise<RecordedEvent[]> {
    return this.read({
      name: 'read-streams-named',
      text: `select ${COLUMNS} from event where starts_with(stream, $1) and stream >= $1 order by position`,
      values: [prefix],
    });
  }

  readAfter(position: number, limit: number): Promise<RecordedEvent[]> {
    return this.read({
      name: 'read-after',
      text: `select ${COLUMNS} from event where position > $1 order by position limit $2`,
      values: [position, limit],
    });
  }

  readAbout(unitId: string, types: readonly string[], from: number, to: number): Promise<RecordedEvent[]> {
    return this.read({
      name: 'read-about',
      text: `select ${COLUMNS} from event
             where position between $3 and $4 and type = any($2::text[]) and data ->> 'unitId' = $1 order by position`,
      values: [unitId, types, from, to],
    });
  }

  readAll(afterPosition = 0): AsyncIterable<RecordedEvent[]> {
    return copyEvents(this.pool, afterPosition);
  }

  async head(): Promise<number> {
    const { rows } = await this.pool.query<{ position: string }>('select position from log_head');
    return Number(rows[0]!.position);
  }

  async recall(account: string, key: string) {
    const { rows } = await this.pool.query<{ request_hash: Buffer; position: string; version: number }>(
      'select request_hash, position, version from command_key where account = $1 and key = $2',
      [account, key],
    );
    const [row] = rows;
    return (
      row && {
        requestHash: row.request_hash.toString('hex'),
        place: { position: Number(row.position), version: row.version },
      }
    );
  }

  async remember({ account, key, requestHash }: CommandKey, { position, version }: Place, recordedAt: string) {
    // The head's lock puts it in order with the appends, which look for the key under the same lock.
    await this.pool.query(
      `with head as materialized (select from log_head for update)
       insert into command_key (account, key, request_hash, position, version, recorded_at)
       select $1, $2, $3, $4, $5, $6 from head on conflict do nothing`,
      [account, key, Buffer.from(requestHash, 'hex'), position, version, recordedAt],
    );
  }

  private readWanted(wanted: ReadonlyMap<string, number>): Promise<RecordedEvent[]> {
    const [first] = wanted;
    if (wanted.size === 1) {
      return this.read({
        name: 'read-stream',
        text: `select ${COLUMNS} from event where stream = $1 and version > $2 order by version`,
        values: first!,
      });
    }
    // Lateral and sorted within, so that even a plan which PostgreSQL made while the log was small asks the index.
    return this.read({
      name: 'read-wanted',
      text: `select found.* from unnest($1::text[], $2::int[]) as wanted(stream, after), lateral (
               select ${COLUMNS} from event where stream = wanted.stream and version > wanted.after order by version
             ) found`,
      values: [binaryArray(text, [...wanted.keys()]), binaryArray(integer, [...wanted.values()])],
    });
  }

  private async read(query: QueryConfig): Promise<RecordedEvent[]> {
    const { rows } = await this.pool.query<Row>(query);
    return rows.map(({ position, recorded_at, hash, ...row }) => ({
      ...row,
      position: Number(position),
      recordedAt: recorded_at.toISOString(),
      hash: hash.toString('hex'),
    }));
  }
}
