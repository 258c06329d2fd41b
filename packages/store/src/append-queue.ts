import type { Pool } from 'pg';
import type { Append, AppendResult } from './event-log.ts';
import { mustHaveEvents, rowsOf, type EventRow } from './event-row.ts';

interface Pending {
  append: Append;
  resolve(result: AppendResult): void;
  reject(error: unknown): void;
}

interface ResultRow {
  append: number;
  outcome: AppendResult['outcome'];
  last_position: string;
  last_version: number;
}

/** While one batch commits the next is under way to the server; more would only wait for the lock on the head. */
const BATCHES_IN_FLIGHT = 2;
const EVENTS_PER_BATCH = 512;

const APPEND_SQL = `select * from append_events(
  $1::int[], $2::text[], $3::int[], $4::text[], $5::smallint[], $6::json[], $7::uuid[], $8::uuid[], $9::timestamptz[],
  $10::boolean[], $11::bytea[], $12::bytea[], $13::int[], $14::uuid[], $15::text[], $16::bytea[])`;

/**
 * Gathers the appends that arrive while a commit is under way and sends them as one statement: many writers share
 * one fsync and one turn at the head. Each append still succeeds or fails by itself.
 */
export class AppendQueue {
  private waiting: Pending[] = [];
  private inFlight = 0;

  constructor(private readonly pool: Pool) {}

  async add(append: Append): Promise<AppendResult> {
    mustHaveEvents(append);
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, resolve, reject });
      this.pump();
    });
  }

  private pump() {
    while (this.inFlight < BATCHES_IN_FLIGHT && this.waiting.length > 0) {
      this.inFlight += 1;
      void this.write(this.takeBatch()).finally(() => {
        this.inFlight -= 1;
        this.pump();
      });
    }
  }

  /** Two appends to one stream or under one key never share a batch: the second must see what the first did. */
  private takeBatch(): Pending[] {
    const taken = new Set<string>();
    const batch: Pending[] = [];
    const left: Pending[] = [];
    let events = 0;
    for (const pending of this.waiting) {
      const { stream, key } = pending.append;
      const claims = key ? [stream, `${key.account} ${key.key}`] : [stream];
      const size = pending.append.events.length;
      if (claims.some((claim) => taken.has(claim)) || (batch.length > 0 && events + size > EVENTS_PER_BATCH)) {
        left.push(pending);
        continue;
      }
      for (const claim of claims) taken.add(claim);
      events += size;
      batch.push(pending);
    }
    this.waiting = left;
    return batch;
  }

  private async write(batch: Pending[]): Promise<void> {
    try {
      const results = await this.send(batch.map(({ append }) => append));
      batch.forEach(({ resolve }, n) => resolve(results[n]!));
    } catch (error) {
      const [alone] = batch;
      if (batch.length === 1) return alone!.reject(error);
      // One bad event fails the whole statement: find it by sending each append by itself.
      for (const pending of batch) await this.write([pending]);
    }
  }

  private async send(appends: Append[]): Promise<AppendResult[]> {
    const { rows } = await this.pool.query<ResultRow>({
      name: 'append',
      text: APPEND_SQL,
      values: parameters(appends),
    });
    const results: AppendResult[] = [];
    for (const { append, outcome, last_position, last_version } of rows) {
      results[append] =
        outcome === 'written'
          ? { outcome, place: { position: Number(last_position), version: last_version } }
          : { outcome };
    }
    return results;
  }
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');

const parameters = (appends: Append[]): unknown[] => {
  const rows: EventRow[] = [];
  const owner: number[] = [];
  appends.forEach((append, n) => {
    for (const row of rowsOf(append)) {
      rows.push(row);
      owner.push(n);
    }
  });
  const keyed = appends.flatMap(({ key }, n) => (key ? [{ n, ...key }] : []));
  return [
    owner,
    rows.map((row) => row.stream),
    rows.map((row) => row.version),
    rows.map((row) => row.type),
    rows.map((row) => row.schema),
    rows.map((row) => row.dataText),
    rows.map((row) => row.actor),
    rows.map((row) => row.correlation),
    rows.map((row) => row.recordedAt),
    rows.map((row) => row.demonstration),
    rows.map((row) => row.previousHash && bytes(row.previousHash)),
    rows.map((row) => bytes(row.hash)),
    keyed.map(({ n }) => n),
    keyed.map(({ account }) => account),
    keyed.map(({ key }) => key),
    keyed.map(({ requestHash }) => bytes(requestHash)),
  ];
};
