import type { AppendConnection } from './append-connection.ts';
import { keysOf } from './append-keys.ts';
import type { Append, AppendResult } from './event-log.ts';
import { hopeful, judged } from './append-statements.ts';
import { mustHaveEvents } from './event-row.ts';

interface Pending {
  append: Append;
  /** what no two appends may claim at once: the stream, the key, the name */
  claims: string[];
  resolve(result: AppendResult): void;
  reject(error: unknown): void;
}

interface ResultRow {
  append: number;
  outcome: AppendResult['outcome'];
  last_position: string;
  last_version: number;
}

/** While one batch is being committed the next is made ready and sent; a third would only be smaller. */
const BATCHES_IN_FLIGHT = 2;
/** Fewer appends are not split into two batches: an fsync of their own costs more than waiting for the others. */
const APPENDS_WORTH_A_BATCH = 16;
const EVENTS_PER_BATCH = 512;
const UNIQUE_VIOLATION = '23505';

/**
 * Gathers the appends that arrive while a commit is under way and sends them as one statement: many writers share
 * one fsync and one turn at the head. Each append still succeeds or fails by itself.
 */
export class AppendQueue {
  private waiting: Pending[] = [];
  private inFlight = 0;
  private pumping = false;
  private readonly claimed = new Set<string>();

  constructor(private readonly connection: Pick<AppendConnection, 'query'>) {}

  async add(append: Append): Promise<AppendResult> {
    mustHaveEvents(append);
    const claims = [append.stream, ...keysOf(append).map(({ account, key }) => `${account} ${key}`)];
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, claims, resolve, reject });
      this.pumpSoon();
    });
  }

  /** Not at once: whoever is woken in the same turn of the event loop shall come along. */
  private pumpSoon() {
    if (this.pumping) return;
    this.pumping = true;
    setImmediate(() => {
      this.pumping = false;
      this.pump();
    });
  }

  private pump() {
    while (this.inFlight < BATCHES_IN_FLIGHT) {
      const batch = this.takeBatch();
      if (batch.length === 0) return;
      this.inFlight += 1;
      void this.write(batch).finally(() => {
        this.inFlight -= 1;
        for (const claim of batch.flatMap(({ claims }) => claims)) this.claimed.delete(claim);
        this.pumpSoon();
      });
    }
  }

  /** Two appends to one stream or under one key are never under way at once: the second must see what the first did. */
  private takeBatch(): Pending[] {
    const most = Math.max(APPENDS_WORTH_A_BATCH, Math.ceil(this.waiting.length / BATCHES_IN_FLIGHT));
    const batch: Pending[] = [];
    const left: Pending[] = [];
    let events = 0;
    for (const pending of this.waiting) {
      const size = pending.append.events.length;
      const full = batch.length >= most || (batch.length > 0 && events + size > EVENTS_PER_BATCH);
      if (full || pending.claims.some((claim) => this.claimed.has(claim))) {
        left.push(pending);
        continue;
      }
      for (const claim of pending.claims) this.claimed.add(claim);
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
    const answer = await this.connection.query<{ before: string }>(query).catch((error: { code?: string }) => {
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
    const { rows } = await this.connection.query<ResultRow>(judged(appends));
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
