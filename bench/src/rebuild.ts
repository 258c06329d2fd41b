import { openDatabase } from '@mofan/store/database';
import { Rebuild } from '../../apps/worker/src/platform/rebuild.ts';
import { projections } from '../../apps/worker/src/read-models.ts';
import { say, type Bench } from './bench.ts';
import { atTheEnd } from './ground/clear-up.ts';
import { generateLog } from './ground/generated-log.ts';
import { startGround } from './ground/server.ts';
import { replay } from './replay.ts';
import { inTurn, median, ratioOf, seconds, short } from './statistics.ts';

const ROUNDS = 3;

/**
 * Base: `EventLog.readAll` to its end. Ours: every projection built anew from the log beside the one in use and
 * swapped, as a worker does it.
 */
export const bench: Bench = {
  unit: 'events',
  sizes: { small: 50_000, medium: 250_000, full: 1_000_000 },
  targets: { ratio: { atLeast: 0.25 } },
  measure: async (size) => {
    const ground = await startGround();
    const pool = ground.pool(2);
    const database = openDatabase(ground.url);
    atTheEnd(() => database.close());
    await generateLog(pool, size);
    const rate = (name: string, act: () => Promise<unknown>) => async () => {
      const perSecond = size / (await seconds(act));
      say(`${name}: ${Math.round(perSecond)}/s`);
      return perSecond;
    };
    const { base, ours } = await inTurn(ROUNDS, {
      base: rate('replay', () => replay(pool, size)),
      ours: rate('rebuild', async () => {
        const rebuild = new Rebuild(database, projections);
        await rebuild.build();
        await rebuild.swap();
      }),
    });
    const { rows } = await pool.query<{ evidence: number }>('select count(*)::int as evidence from evidence');
    return {
      ratios: { ratio: ratioOf(ours!, base!) },
      details: {
        base_per_second: Math.round(median(base!)),
        ours_per_second: Math.round(median(ours!)),
        evidence_rows: rows[0]!.evidence,
        rss_mb: short(process.memoryUsage().rss / 1e6),
      },
    };
  },
};
