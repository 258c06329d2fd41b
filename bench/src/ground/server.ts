import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client, Pool } from 'pg';
import { startEmbeddedPostgres } from '@mofan/store/embedded/start-embedded-postgres';
import { migrate } from '@mofan/store/migrate';
import { atTheEnd } from './clear-up.ts';

export const repository = path.resolve(import.meta.dirname, '../../..');
const migrations = path.join(repository, 'packages/store/prisma/migrations');

const TMPFS = 0x01021994;

/** A folder on a disk: in memory an fsync costs nothing and every figure would be another. */
export const folderOnDisk = (): string => {
  const home = [os.tmpdir(), '/var/tmp', repository].find(
    (each) => fs.existsSync(each) && fs.statfsSync(each).type !== TMPFS,
  );
  const folder = fs.mkdtempSync(path.join(home ?? os.tmpdir(), 'mofan-bench-'));
  // The database's own user must reach its data below it.
  fs.chmodSync(folder, 0o755);
  atTheEnd(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export interface Ground {
  /** of the migrated database `mofan` */
  url: string;
  folder: string;
  /** A pool that is closed at the end. */
  pool(connections: number): Pool;
}

/** A fresh, migrated embedded PostgreSQL with the settings that `npm start` gives it: fsync and all. */
export const startGround = async (): Promise<Ground> => {
  const folder = folderOnDisk();
  const dataDir = path.join(folder, 'postgres');
  const server = await startEmbeddedPostgres({
    dataDir,
    logFile: path.join(folder, 'postgres.log'),
    maxConnections: 200,
  });
  atTheEnd(() => server.stop());
  await migrate(server.url, migrations);
  return {
    url: server.url,
    folder,
    pool: (connections) => {
      const pool = new Pool({ connectionString: server.url, max: connections, keepAlive: true });
      pool.on('error', () => {});
      atTheEnd(() => pool.end());
      return pool;
    },
  };
};

/** Another's tables stay out of our way in a database of their own. */
export const createDatabase = async ({ url }: Ground, name: string): Promise<string> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url.replace(/[^/]*$/, name);
};

/** Writes back what earlier rounds left dirty, so that nobody pays for another's pages. */
export const checkpoint = (pool: Pool) => pool.query('checkpoint');

/** Opens all connections of a pool beforehand. */
export const warm = async (pool: Pool): Promise<void> => {
  const clients = await Promise.all(Array.from({ length: pool.options.max ?? 10 }, () => pool.connect()));
  for (const client of clients) client.release();
};
