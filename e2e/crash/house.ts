import { readPostmaster, worksIn } from '@mofan/store/embedded/postmaster';
import { startEmbeddedPostgres } from '@mofan/store/embedded/start-embedded-postgres';
import { migrate } from '@mofan/store/migrate';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@mofan/store/free-port';

const root = path.resolve(import.meta.dirname, '../..');

/** A process that is started again whenever it ends, as an operator's supervisor would. */
class Supervised {
  private child: ChildProcess | undefined;
  private stopping = false;
  /** ends that nobody asked for by `kill` */
  readonly ownEnds: string[] = [];
  private killed = false;

  constructor(
    private readonly name: string,
    private readonly program: string,
    private readonly env: Record<string, string>,
    private readonly log: number,
  ) {
    this.start();
  }

  private start() {
    this.killed = false;
    const child = spawn(process.execPath, ['--enable-source-maps', this.program], {
      env: { PATH: process.env['PATH'] ?? '', ...this.env },
      stdio: ['ignore', this.log, this.log],
    });
    this.child = child;
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      if (!this.killed) this.ownEnds.push(`${this.name} ended by itself: ${code ?? signal}`);
      setTimeout(() => this.start(), this.killed ? 0 : 100);
    });
  }

  kill() {
    this.killed = true;
    this.child?.kill('SIGKILL');
  }

  async stop() {
    this.stopping = true;
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const impatience = setTimeout(() => this.child?.kill('SIGKILL'), 8000);
    await gone;
    clearTimeout(impatience);
  }
}

export type Victim = 'worker' | 'api' | 'postgres';

export interface House {
  databaseUrl: string;
  apiPort: number;
  /** kill -9, and at once a new start */
  crash(victim: Victim): Promise<void>;
  /** what ended without having been killed */
  ownEnds(): string[];
  stop(): Promise<void>;
}

/** The whole system as processes of its own: PostgreSQL, api and worker. */
export const openHouse = async (): Promise<House> => {
  const home = fs.mkdtempSync(path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'mofan-crash-'));
  const dataDir = path.join(home, 'postgres');
  const start = (port?: number) => startEmbeddedPostgres({ dataDir, logFile: path.join(home, 'log/postgres'), port });
  let server = await start();
  const { url: databaseUrl, port } = server;
  await migrate(databaseUrl, path.join(root, 'packages/store/prisma/migrations'));
  const apiPort = await freePort();
  const log = fs.openSync(path.join(home, 'log/processes'), 'a');
  const env = {
    DATABASE_URL: databaseUrl,
    MOFAN_DATA: path.join(home, 'data'),
    MOFAN_DEMO: 'off',
    MOFAN_LOG: 'silent',
  };
  const api = new Supervised('api', program('api'), { ...env, PORT: `${apiPort}`, HOST: '127.0.0.1' }, log);
  const worker = new Supervised('worker', program('worker'), env, log);

  return {
    databaseUrl,
    apiPort,
    crash: async (victim) => {
      if (victim === 'api') return api.kill();
      if (victim === 'worker') return worker.kill();
      const { pid } = readPostmaster(dataDir)!;
      process.kill(pid, 'SIGKILL');
      while (worksIn(pid, dataDir)) await sleep(5);
      server = await start(port);
      if (server.port !== port) throw new Error('PostgreSQL came back on another port');
    },
    ownEnds: () => [...api.ownEnds, ...worker.ownEnds],
    stop: async () => {
      await Promise.all([api.stop(), worker.stop()]);
      await server.stop();
      if (process.env['MOFAN_CRASH_KEEP']) return console.log(`kept: ${home}`);
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
};

/** The app as it is built for production. */
const program = (app: 'api' | 'worker'): string => {
  const folder = path.join(root, 'apps', app);
  const file = path.join(folder, 'dist/main.js');
  if (!fs.existsSync(file)) {
    execFileSync(process.execPath, [path.join(root, 'node_modules/rolldown/bin/cli.mjs'), '-c'], { cwd: folder });
  }
  return file;
};
