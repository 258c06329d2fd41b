import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { ensureCluster, type Cluster } from './cluster.ts';
import { databaseUser } from './database-user.ts';
import { explainDiskFault } from './embedded-postgres-error.ts';
import { binariesForOthers, installedBinaries } from './native-binaries.ts';
import { readPostmaster, stopPostmaster, worksIn, type Postmaster } from './postmaster.ts';
import { adoptServer, startServer } from './server-process.ts';
import { ensurePassword, readPassword } from './superuser-password.ts';

export interface EmbeddedPostgres {
  /** of the database `mofan` */
  url: string;
  port: number;
  /** a killed run had left it alive */
  adopted: boolean;
  isRunning(): boolean;
  stop(): Promise<void>;
}

const DATABASE = 'mofan';

/**
 * PostgreSQL from the registry's package, on 127.0.0.1 alone, with its data in `dataDir` and its password beside it.
 * Throws EmbeddedPostgresError, e.g. `disk.full`; what stands in `dataDir` is left whole.
 */
export const startEmbeddedPostgres = async (options: {
  dataDir: string;
  logFile: string;
  port?: number | undefined;
  maxConnections?: number;
}): Promise<EmbeddedPostgres> => {
  const dataDir = path.resolve(options.dataDir);
  try {
    fs.mkdirSync(path.dirname(dataDir), { recursive: true });
    fs.mkdirSync(path.dirname(options.logFile), { recursive: true });
    const adopted = await adoptServer(dataDir);
    const password = ensurePassword(dataDir);
    const server = adopted ?? (await startFresh(dataDir, password, { maxConnections: 80, ...options }));
    const url = urlOf(server, password);
    await ensureDatabase(url);
    return {
      url,
      port: server.port,
      adopted: adopted !== undefined,
      isRunning: () => worksIn(server.pid, dataDir),
      stop: () => stopPostmaster(server.pid, dataDir),
    };
  } catch (error) {
    throw explainDiskFault(error, dataDir);
  }
};

/** The connection string of the server that runs on `dataDir`, or undefined when none does. */
export const runningPostgresUrl = (dataDir: string): string | undefined => {
  const server = readPostmaster(dataDir);
  const password = readPassword(dataDir);
  return server?.ready && password && worksIn(server.pid, path.resolve(dataDir)) ? urlOf(server, password) : undefined;
};

const startFresh = async (
  dataDir: string,
  password: string,
  options: { logFile: string; port?: number | undefined; maxConnections: number },
): Promise<Postmaster> => {
  const user = databaseUser(dataDir);
  const installed = installedBinaries();
  const cluster: Cluster = { dataDir, user, binaries: user ? binariesForOthers(installed) : installed };
  await ensureCluster(cluster, password);
  return startServer(cluster, options);
};

const urlOf = ({ port }: Postmaster, password: string, database = DATABASE) =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;

const ensureDatabase = async (url: string): Promise<void> => {
  try {
    await query(url, 'select');
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error; // anything but: no such database
    await query(url.replace(/[^/]*$/, 'postgres'), `create database ${DATABASE}`);
  }
};

const query = async (url: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
};
