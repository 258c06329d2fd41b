import type { Pool } from 'pg';
import type { Append, AppendResult } from './event-log.ts';
import { hopeful, judged } from './append-statements.ts';
import { mustHaveEvents } from './event-row.ts';

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

/** A second batch would only wait for the first one's lock on the head, with fewer appends in it. */
const BATCHES_IN_FLIGHT = 1;
const EVENTS_PER_BATCH = 512;
const UNIQUE_VIOLATION = '23505';

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
    return (await this.sendHopefully(appends)) ?? this.sendJudged(appends);
  }

  /** Nearly every append meets nothing unexpected. Undefined when one did: then nothing was written. */
  private async sendHopefully(appends: Append[]): Promise<AppendResult[] | undefined> {
    const { query, rows } = hopeful(appends);
    const answer = await this.pool.query<{ before: string }>(query).catch((error: { code?: string }) => {
      if (error.code === UNIQUE_VIOLATION) return undefined;
      throw error;
    });
    const [head] = answer?.rows ?? [];
    if (!head) return undefined;
    let position = Number(head.before);
    return rows.map((own) => {
      position += own.length;
      return { outcome: 'written', place: { position, version: own.at(-1)!.version } };
    });
  }

  private async sendJudged(appends: Append[]): Promise<AppendResult[]> {
    const { rows } = await this.pool.query<ResultRow>(judged(appends));
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
