import type { Database } from '@mofan/store/database';
import { setTimeout as sleep } from 'node:timers/promises';

/** Reads without a pause as the api does; every failure and every step back in time is kept. */
export const readOn = ({ pool, prisma }: Database) => {
  const seen = { reads: 0, failures: [] as unknown[], backwards: 0, stopped: false };
  const loop = async (read: () => Promise<number>) => {
    for (let last = 0; !seen.stopped; await sleep(1)) {
      try {
        const now = await read();
        if (now < last) seen.backwards += 1;
        last = now;
        seen.reads += 1;
      } catch (error) {
        seen.failures.push(error);
      }
    }
  };
  const union = `select count(*)::int as n from (select evidence_id from evidence where unit_id = $1
                 union all select incident_id from incident where unit_id = $1) t`;
  const loops = [
    loop(async () => (await pool.query({ name: 'prepared', text: union, values: ['window-1'] })).rows[0].n),
    loop(async () => (await pool.query('select count(*)::int as n from evidence')).rows[0].n),
    loop(
      async () => (await prisma.evidence.aggregate({ _max: { position: true } }))._max.position as unknown as number,
    ),
    loop(() => prisma.unit.count()),
  ];
  return async () => {
    seen.stopped = true;
    await Promise.all(loops);
    return seen;
  };
};
