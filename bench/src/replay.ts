import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PostgresEventLog } from '@mofan/store/postgres-event-log';
import { say, type Bench } from './bench.ts';
import { generateLog } from './ground/generated-log.ts';
import { startGround } from './ground/server.ts';
import { inTurn, median, ratioOf, seconds } from './statistics.ts';

const ROUNDS = 5;

/**
 * Base: `COPY` of the same rows and columns in the same order through `pg`, its bytes thrown away.
 * Ours: `EventLog.readAll` to its end, every event parsed.
 */
export const bench: Bench = {
  unit: 'events',
  sizes: { small: 50_000, medium: 250_000, full: 1_000_000 },
  targets: { ratio: { atLeast: 0.65 } },
  measure: async (size) => {
    const ground = await startGround();
    const pool = ground.pool(2);
    await generateLog(pool, size);
    const rate = (name: string, act: () => Promise<unknown>) => async () => {
      const perSecond = size / (await seconds(act));
      say(`${name}: ${Math.round(perSecond)}/s`);
      return perSecond;
    };
    const { base, ours } = await inTurn(ROUNDS, {
      base: rate('base', () => copyAndThrowAway(pool)),
      ours: rate('ours', () => replay(pool, size)),
    });
    const details = { base_per_second: Math.round(median(base!)), ours_per_second: Math.round(median(ours!)) };
    return { ratios: { ratio: ratioOf(ours!, base!) }, details };
  },
};

const COLUMNS = 'position, stream, version, type, schema, recorded_at, actor, correlation, demonstration, hash, data';

const copyAndThrowAway = async (pool: Pool): Promise<void> => {
  const client = await pool.connect();
  const source = client.query(copyTo(`copy (select ${COLUMNS} from event order by position) to stdout`));
  let bytes = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) bytes += chunk.length;
  if (bytes === 0) throw new Error('nothing came');
  client.release();
};

/** Reads the whole log; throws when it is not `size` events long. */
export const replay = async (pool: Pool, size: number): Promise<void> => {
  let count = 0;
  for await (const batch of new PostgresEventLog(pool).readAll()) count += batch.length;
  if (count !== size) throw new Error(`${count} events came instead of ${size}`);
};
