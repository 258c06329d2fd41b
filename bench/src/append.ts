import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import type { Pool } from 'pg';
import type { Append } from '@mofan/store/event-log';
import { rowsOf, type EventRow } from '@mofan/store/event-row';
import { PostgresEventLog } from '@mofan/store/postgres-event-log';
import { say, type Bench } from './bench.ts';
import { atTheEnd } from './ground/clear-up.ts';
import { submission } from './ground/evidence.ts';
import { Chance } from './ground/random.ts';
import { checkpoint, createDatabase, startGround, warm } from './ground/server.ts';
import { inTurn, median, quantile, ratioOf, short } from './statistics.ts';

const ROUNDS = 5;
const WRITERS = [1, 8, 32] as const;
/** Each writer goes on with a stream of its own for so many events, then begins another. */
const STREAM_LENGTH = 4;

/** One event to be appended, prepared for everyone before the clock starts. */
interface Prepared {
  append: Append;
  row: EventRow;
}
type AppendOne = (prepared: Prepared) => Promise<unknown>;

/**
 * Base: one `INSERT` per append as `pg` sends it, of the finished row, into a table of the same columns and indexes, its
 * positions from a sequence. Ours: `EventLog.append` of the same event, which also checks for conflicts, numbers,
 * hashes and chains. Peer: `appendToStream` of emmett-postgresql with the expected version. Base and peer have as many
 * connections as there are writers, ours has one. `vs_prepared_*` tells the ratio against the same INSERT with a name,
 * which PostgreSQL parses and plans but once.
 */
export const bench: Bench = {
  unit: 'appends per contestant, round and writer count',
  sizes: { small: 600, medium: 4000, full: 20_000 },
  targets: {
    ratio_1: { atLeast: 0.85 },
    ratio_8: { atLeast: 1.4 },
    ratio_32: { atLeast: 3 },
    p99_32: { atMost: 0.3 },
    vs_emmett_32: { atLeast: 8 },
  },
  measure: async (size) => {
    const ground = await startGround();
    await ground.pool(1).query(`
      create table plain_event (like event including all);
      create sequence plain_position owned by plain_event.position;
      alter table plain_event alter position set default nextval('plain_position')`);
    const emmettUrl = await createDatabase(ground, 'emmett');
    const ratios: Record<string, number> = {};
    const details: Record<string, unknown> = {};
    for (const writers of WRITERS) {
      const pool = ground.pool(writers);
      const log = new PostgresEventLog(pool);
      atTheEnd(() => log.close());
      const emmett = writers === 32 ? await emmettWith(emmettUrl, writers) : undefined;
      await warm(pool);
      const contestants: Record<string, AppendOne> = {
        base: plainInsert(pool),
        prepared: plainInsert(pool, 'plain-insert'),
        ours: ({ append }) => written(log.append(append)),
        ...(emmett ? { emmett } : {}),
      };
      const runs = await inTurn(
        ROUNDS,
        Object.fromEntries(
          Object.entries(contestants).map(([name, appendOne]) => [
            name,
            async (round: number) => {
              const work = prepare(`${name}-${writers}-${round}`, round === 0 ? Math.ceil(size / 4) : size, writers);
              await checkpoint(pool);
              collectGarbage();
              const result = await race(work, appendOne);
              say(`${writers} writers, round ${round}, ${name}: ${Math.round(result.rate)}/s`);
              return result;
            },
          ]),
        ),
      );
      const rates = (name: string) => runs[name]!.map(({ rate }) => rate);
      const p99s = (name: string) => runs[name]!.map(({ p99 }) => p99);
      ratios[`ratio_${writers}`] = ratioOf(rates('ours'), rates('base'));
      ratios[`vs_prepared_${writers}`] = ratioOf(rates('ours'), rates('prepared'));
      if (emmett) {
        ratios['p99_32'] = ratioOf(p99s('ours'), p99s('base'));
        ratios['vs_emmett_32'] = ratioOf(rates('ours'), rates('emmett'));
      }
      details[`writers_${writers}`] = Object.fromEntries(
        Object.keys(contestants).map((name) => [
          name,
          { per_second: Math.round(median(rates(name))), p99_ms: short(median(p99s(name))) },
        ]),
      );
    }
    return { ratios, details };
  },
};

setFlagsFromString('--expose-gc');
/** What was prepared grows old beforehand: moving it about is nobody's work. */
const collectGarbage = runInNewContext('gc') as () => void;

/** Lets each writer append its share one after the other. */
const race = async (work: readonly Prepared[][], appendOne: AppendOne) => {
  const latencies: number[] = [];
  const begun = performance.now();
  await Promise.all(
    work.map(async (own) => {
      for (const prepared of own) {
        const from = performance.now();
        await appendOne(prepared);
        latencies.push(performance.now() - from);
      }
    }),
  );
  return { rate: latencies.length / ((performance.now() - begun) / 1000), p99: quantile(latencies, 0.99) };
};

const prepare = (name: string, size: number, writers: number): Prepared[][] => {
  const chance = new Chance(writers);
  return Array.from({ length: writers }, (_, writer) => {
    let previous: EventRow | undefined;
    return Array.from({ length: Math.ceil(size / writers) }, (_each, n) => {
      const continued = n % STREAM_LENGTH === 0 ? undefined : previous;
      const append: Append = {
        stream: `evidence-${name}-${writer}-${Math.floor(n / STREAM_LENGTH)}`,
        expected: { version: continued?.version ?? 0, hash: continued?.hash ?? null },
        events: [{ type: 'EvidenceSubmitted', schema: 1, data: submission(chance, '2026', 'road') }],
        envelope: {
          actor: chance.uuid(),
          correlation: chance.uuid(),
          recordedAt: '2026-11-23T08:00:00.000Z',
          demonstration: false,
        },
      };
      const row = rowsOf(append)[0]!;
      previous = row;
      return { append, row };
    });
  });
};

const plainInsert = (pool: Pool, name?: string): AppendOne => {
  const text = `insert into plain_event (stream, version, type, schema, data, actor, correlation, recorded_at,
      demonstration, previous_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning position`;
  return ({ row }) =>
    pool.query({
      ...(name ? { name } : {}),
      text,
      values: [
        row.stream,
        row.version,
        row.type,
        row.schema,
        row.dataText,
        row.actor,
        row.correlation,
        row.recordedAt,
        row.demonstration,
        row.previousHash && Buffer.from(row.previousHash, 'hex'),
        Buffer.from(row.hash, 'hex'),
      ],
    });
};

const written = async (appended: ReturnType<PostgresEventLog['append']>) => {
  const { outcome } = await appended;
  if (outcome !== 'written') throw new Error(`an append ended as ${outcome}`);
};

const emmettWith = async (url: string, connections: number): Promise<AppendOne> => {
  const { Pool: PgPool } = await import('pg');
  const pool = new PgPool({ connectionString: url, max: connections });
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  atTheEnd(async () => {
    await store.close();
    if (!pool.ended) await pool.end();
  });
  await store.schema.migrate();
  await warm(pool);
  return ({ append: { stream, expected, events } }) =>
    store.appendToStream(stream, [{ type: events[0]!.type, data: events[0]!.data as Record<string, unknown> }], {
      expectedStreamVersion: expected.version === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(expected.version),
    });
};
