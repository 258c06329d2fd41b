import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from './generated/prisma/client.ts';
import { PostgresEventLog } from './postgres-event-log.ts';

export type { PrismaClient } from './generated/prisma/client.ts';
export { Prisma } from './generated/prisma/client.ts';

/** One pool, used raw for the log and through Prisma for the read models. */
export interface Database {
  url: string;
  pool: Pool;
  prisma: PrismaClient;
  log: PostgresEventLog;
  close(): Promise<void>;
}

/**
 * Opens the database lazily: nothing connects before the first query. A connection that breaks while idle is dropped
 * from the pool and told to `onLost`.
 */
export const openDatabase = (url: string, { connections = 10, onLost = (_: Error) => {} } = {}): Database => {
  const pool = new Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 5000, keepAlive: true });
  pool.on('error', onLost);
  // A client in use has no listener of its pool's: broken in the middle of a transaction it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  const log = new PostgresEventLog(pool);
  return {
    url,
    pool,
    prisma,
    log,
    close: async () => {
      await log.close();
      await prisma.$disconnect();
      await pool.end();
    },
  };
};
