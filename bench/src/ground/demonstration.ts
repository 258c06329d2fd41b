import path from 'node:path';
import { openDatabase } from '@mofan/store/database';
import { businessDate } from '@mofan/domain/kernel/business-date';
import { demonstrationAccounts } from '../../../apps/cli/src/demonstration/accounts.ts';
import { assessedUnits } from '../../../apps/cli/src/demonstration/units.ts';
import { seedDemonstration } from '../../../apps/cli/src/demonstration/seed-demonstration.ts';
import { say } from '../bench.ts';
import { programOf, type Program } from './program.ts';
import { repository, type Ground } from './server.ts';

const PASSWORD = 'measured-by-the-bench';

export interface Demonstration {
  cycleId: string;
  /** the units of the year, each with the login of its secretary or head */
  units: { unitId: string; login: string; accountId: string }[];
  /** the built api on a port of its own */
  startApi(): Promise<Program & { origin: string }>;
  /** the built worker */
  startWorker(): Promise<Program>;
  /** Signs in and answers with the cookie. */
  signIn(origin: string, login: string): Promise<string>;
}

/** The demonstration centre, seeded through commands as `npm start` does it, its read models not yet made. */
export const seedGround = async (ground: Ground): Promise<Demonstration> => {
  const today = businessDate(Date.now());
  const dataDir = path.join(ground.folder, 'data');
  const database = openDatabase(ground.url);
  say('seeding the demonstration');
  try {
    await seedDemonstration({ database, dataDir, password: PASSWORD, today, report: () => {} });
  } finally {
    await database.close();
  }
  const env = { DATABASE_URL: ground.url, MOFAN_DATA: dataDir, NODE_ENV: 'production', REDIS_URL: undefined };
  const assessed = new Set(assessedUnits.map(({ unitId }) => unitId));
  return {
    cycleId: today.slice(0, 4),
    units: demonstrationAccounts.flatMap(({ unitId, login, accountId }) =>
      unitId && assessed.has(unitId) ? [{ unitId, login, accountId }] : [],
    ),
    startApi: async () => {
      const api = await programOf(built('api'), env, 'listening');
      return { ...api, origin: `http://127.0.0.1:${api.port}` };
    },
    startWorker: () => programOf(built('worker'), env, 'ready'),
    signIn: async (origin, account) => {
      const response = await fetch(`${origin}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account, password: PASSWORD }),
      });
      if (!response.ok) throw new Error(`${account} cannot sign in: ${await response.text()}`);
      return response.headers.getSetCookie()[0]!.split(';')[0]!;
    },
  };
};

const built = (app: string) => [path.join(repository, 'apps', app, 'dist/main.js')];

/** Waits until the worker has nothing left to read or to do. */
export const settled = async (ground: Ground): Promise<void> => {
  const pool = ground.pool(1);
  for (let round = 0; round < 1200; round += 1) {
    const { rows } = await pool.query<{ settled: boolean }>(
      `select coalesce((select min(position) from checkpoint) = (select position from log_head), false)
         and not exists (select from due where parked_at is null) as settled`,
    );
    if (rows[0]!.settled) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the worker does not come to rest');
};
