import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type QueryConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppendConnection } from './append-connection.ts';
import { PostgresEventLog } from './postgres-event-log.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const WRITERS = 16;
const EACH = 15;

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: WRITERS + 8 });
  pool.on('error', () => {}); // dropping the database may overtake the goodbye of an idle connection
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Repeatable dice, so that a run that fails can be run again. */
const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  return seed / 0x80000000;
};

/** A transaction that stalls before it ends, and one time in five is rolled back. */
const stalling = async <Result>(roll: () => number, work: (client: { query: Pool['query'] }) => Promise<Result>) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client as unknown as { query: Pool['query'] });
    await sleep(roll() * 8);
    if (roll() < 0.2) throw new Error('rolled back');
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};

/** Whoever holds the last position that it has seen asks for what comes after it, until the writers are done. */
const follow = async <Row>(
  after: (position: number) => Promise<Row[]>,
  positionOf: (row: Row) => number,
  done: Promise<unknown>,
) => {
  const seen: Row[] = [];
  let last = 0;
  let writing = true;
  void done.finally(() => (writing = false));
  for (;;) {
    const finishing = !writing;
    const rows = await after(last);
    seen.push(...rows);
    last = rows.length > 0 ? positionOf(rows.at(-1)!) : last;
    if (finishing && rows.length === 0) return seen;
    await sleep(1);
  }
};

const writers = (write: (n: number, roll: () => number, turn: number) => Promise<unknown>) =>
  Promise.all(
    Array.from({ length: WRITERS }, async (_, n) => {
      const roll = dice(n + 1);
      for (let turn = 0; turn < EACH; turn += 1) {
        await write(n, roll, turn).catch((error: Error) => {
          if (error.message !== 'rolled back') throw error;
        });
      }
    }),
  );

describe('a reader that holds the last position', () => {
  it('misses events of a plain serial: the trap is real', async () => {
    await pool.query('create table naive (position bigserial primary key, name text not null)');
    const done = writers((n, roll, turn) =>
      stalling(roll, (client) => client.query('insert into naive (name) values ($1)', [`${n}/${turn}`])),
    );
    const seen = await follow(
      async (position) =>
        (
          await pool.query<{ position: string }>('select position from naive where position > $1 order by position', [
            position,
          ])
        ).rows,
      ({ position }) => Number(position),
      done,
    );
    await done;
    const { rows } = await pool.query('select position from naive');
    expect(rows.length).toBeGreaterThan(WRITERS * EACH * 0.6);
    expect(seen.length).toBeLessThan(rows.length);
  });

  it('misses none of our log', async () => {
    const rolls = dice(99);
    let rolledBack = 0;
    /** A connection on which every statement of an append stalls in its transaction, some in vain. */
    const unsteady = {
      query: (query: QueryConfig) =>
        stalling(rolls, (client) => client.query(query)).catch((error: unknown) => {
          rolledBack += 1;
          throw error;
        }),
      close: async () => {},
    } as AppendConnection;
    const logs = [
      new PostgresEventLog(pool, unsteady),
      new PostgresEventLog(pool, unsteady),
      new PostgresEventLog(pool),
    ];
    const acknowledged: string[] = [];
    const done = writers(async (n, _, turn) => {
      const stream = `s-${n}-${turn}`;
      const events = [0, 1, 2].slice(0, 1 + (turn % 3)).map((part) => ({ type: 'Noted', schema: 1, data: { part } }));
      const envelope = {
        actor: randomUUID(),
        correlation: randomUUID(),
        recordedAt: new Date().toISOString(),
        demonstration: false,
      };
      const log = logs[n % logs.length]!;
      const result = await log.append({ stream, expected: { version: 0, hash: null }, events, envelope });
      if (result.outcome === 'written') acknowledged.push(...events.map(({ data }) => `${stream}/${data.part}`));
    });
    const reader = new PostgresEventLog(pool);
    const seen = await follow(
      (position) => reader.readAfter(position, 50),
      ({ position }) => position,
      done,
    );
    await done;
    for (const log of logs) await log.close();

    const head = await reader.head();
    expect(rolledBack).toBeGreaterThan(0);
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: head }, (_, n) => n + 1));
    expect(seen).toEqual(await reader.readAfter(0, head + 1));
    expect(new Set(seen.map(({ stream, data }) => `${stream}/${(data as { part: number }).part}`))).toEqual(
      new Set(acknowledged),
    );
  });
});
