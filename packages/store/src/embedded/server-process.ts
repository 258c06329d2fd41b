import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataDirArgument, runOptions, type Cluster } from './cluster.ts';
import { explainOutput } from './embedded-postgres-error.ts';
import { readPostmaster, stopPostmaster, waitUntilUnused, worksIn, type Postmaster } from './postmaster.ts';
import { freePort } from '../free-port.ts';

export interface ServerOptions {
  logFile: string;
  /** tried first: whoever holds a connection string keeps it over a restart */
  port?: number | undefined;
  maxConnections: number;
}

/** The server that a killed run left alive in this folder, or undefined once the folder is free to start one in. */
export const adoptServer = async (dataDir: string): Promise<Postmaster | undefined> => {
  const left = readPostmaster(dataDir);
  if (!left) return undefined;
  if (worksIn(left.pid, dataDir)) {
    for (let round = 0; round < 400; round++) {
      const now = readPostmaster(dataDir);
      if (now?.ready || !worksIn(left.pid, dataDir)) break;
      await sleep(25);
    }
    const now = readPostmaster(dataDir);
    if (now?.ready && worksIn(now.pid, dataDir)) return now;
    await stopPostmaster(left.pid, dataDir);
  }
  // The file names a dead process, a stranger or a zombie (in a container whose first process reaps nobody), and
  // PostgreSQL would take the latter two for a live server.
  await waitUntilUnused(dataDir);
  if (process.platform === 'linux') fs.rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
  return undefined;
};

/** Starts the server and waits until it takes connections; a port that somebody took meanwhile is tried again. */
export const startServer = async (cluster: Cluster, options: ServerOptions): Promise<Postmaster> => {
  for (let attempt = 0; ; attempt++) {
    const port = attempt === 0 && options.port ? options.port : await freePort();
    const before = sizeOf(options.logFile);
    const started = await tryPort(cluster, options, port);
    if (started) return started;
    const output = readFrom(options.logFile, before);
    const portTaken = /could not (bind|create any TCP\/IP sockets)/.test(output);
    if (!portTaken || attempt === 4) {
      throw explainOutput(output, cluster.dataDir, `PostgreSQL did not start, see ${options.logFile}`);
    }
  }
};

const tryPort = async (cluster: Cluster, options: ServerOptions, port: number): Promise<Postmaster | undefined> => {
  const log = fs.openSync(options.logFile, 'a', 0o600);
  // detached: Ctrl-C in the terminal must not reach the server before those who still use it
  const child = spawn(
    path.join(cluster.binaries, 'bin', 'postgres'),
    ['-D', dataDirArgument(cluster), '-p', String(port), ...settings(options.maxConnections)],
    { ...runOptions(cluster), stdio: ['ignore', log, log], detached: true },
  );
  fs.closeSync(log);
  const ended = { yes: false };
  child.once('exit', () => (ended.yes = true));
  child.once('error', (error) => {
    fs.appendFileSync(options.logFile, `${error.message}\n`);
    ended.yes = true;
  });
  const found = await waitReady(child, cluster.dataDir, ended);
  child.unref();
  return found;
};

const waitReady = async (child: ChildProcess, dataDir: string, ended: { yes: boolean }) => {
  while (!ended.yes) {
    const now = readPostmaster(dataDir);
    if (now?.ready && now.pid === child.pid) return now;
    await sleep(5);
  }
  return undefined;
};

const settings = (maxConnections: number): string[] =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: maxConnections,
    shared_buffers: '128MB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    jit: 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap', // /dev/shm is small in containers
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const sizeOf = (file: string): number => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const readFrom = (file: string, offset: number): string => fs.readFileSync(file).subarray(offset).toString('utf8');
