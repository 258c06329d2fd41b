import type { Database } from '@mofan/store/database';
import { prepareBackend, type Backend } from '../platform/queue.ts';
import { hasRedis, startRedis } from './redis-server.ts';

interface RunningBackend {
  backend: Backend;
  /** loses every job, as a queue may */
  lose(): Promise<void>;
  stop(): Promise<void>;
}

/** Where jobs may wait. A specification of the queue holds on each. */
export const backends = [
  {
    name: 'on PostgreSQL',
    available: true,
    start: async (database: Database): Promise<RunningBackend> => {
      const backend: Backend = { kind: 'postgres', url: database.url };
      await prepareBackend(backend);
      return { backend, lose: () => losePostgresJobs(database), stop: async () => {} };
    },
  },
  {
    name: hasRedis ? 'on Redis' : 'on Redis (skipped: no redis-server on this machine)',
    available: hasRedis,
    start: async (): Promise<RunningBackend> => {
      const { url, flush, stop } = await startRedis();
      return { backend: { kind: 'redis', url }, lose: flush, stop };
    },
  },
];

const losePostgresJobs = async ({ pool }: Database): Promise<void> => {
  const { rows } = await pool.query<{ tables: string }>(
    `select string_agg(format('bullmq.%I', table_name), ', ') as tables from information_schema.tables
     where table_schema = 'bullmq' and table_type = 'BASE TABLE' and table_name !~ 'migration'`,
  );
  await pool.query(`truncate ${rows[0]!.tables}`);
};
