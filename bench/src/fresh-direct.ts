import { appendBell, parseChangeNotice } from '@mofan/store/change';
import { listen } from '@mofan/store/doorbell';
import { openDatabase, type Database } from '@mofan/store/database';
import { atTheEnd } from './ground/clear-up.ts';
import type { Demonstration } from './ground/demonstration.ts';
import { submission } from './ground/evidence.ts';
import { Chance } from './ground/random.ts';
import type { Ground } from './ground/server.ts';

/**
 * The same without HTTP: milliseconds from the acknowledged append to the scorecard's row that has seen it, looked for
 * whenever the worker rings.
 */
export const freshWithoutApi = async (
  ground: Ground,
  { cycleId, units }: Demonstration,
  size: number,
): Promise<number[]> => {
  const database = openDatabase(ground.url);
  atTheEnd(() => database.close());
  const bell = appendBell(database.pool);
  let heard = () => {};
  const ears = listen(ground.url, 'mofan_changed', (payload) => {
    if (parseChangeNotice(payload)?.changes?.some(({ topic }) => topic === 'scorecard') ?? true) heard();
  });
  atTheEnd(() => ears.stop());
  const chance = new Chance(5);
  const waits: number[] = [];
  for (let n = 0; n < size; n += 1) {
    const { unitId, accountId } = units[n % units.length]!;
    const position = await append(database, accountId, submission(chance, cycleId, unitId));
    const begun = performance.now();
    bell.ring(null);
    while ((await positionOf(database, cycleId, unitId)) < position) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 20);
        heard = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    waits.push(performance.now() - begun);
  }
  return waits;
};

const append = async ({ log }: Database, actor: string, data: { evidenceId: string }): Promise<number> => {
  const result = await log.append({
    stream: `evidence-${data.evidenceId}`,
    expected: { version: 0, hash: null },
    events: [{ type: 'EvidenceSubmitted', schema: 1, data }],
    envelope: { actor, correlation: actor, recordedAt: new Date().toISOString(), demonstration: false },
  });
  if (result.outcome !== 'written') throw new Error(`an append ended as ${result.outcome}`);
  return result.place.position;
};

const positionOf = async ({ pool }: Database, cycleId: string, unitId: string): Promise<number> => {
  const { rows } = await pool.query<{ position: string }>({
    name: 'position-of-scorecard',
    text: `select position from scorecard where cycle_id = $1 and unit_id = $2 and audience = 'facts'`,
    values: [cycleId, unitId],
  });
  return Number(rows[0]?.position ?? 0);
};
