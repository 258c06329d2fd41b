import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../../..');
const folder = path.join(root, 'apps/worker');
const bundle = path.join(folder, 'dist/main.js');
/** What the bundle is made of. */
const SOURCES = ['apps/worker/src', 'packages/domain/src', 'packages/rubric/src', 'packages/store/src'];

export interface WorkerProcess {
  /** Kills it: whatever it was at is done by the next one. */
  stop(): Promise<void>;
}

/** Builds the worker unless its bundle is newer than all that it is made of. */
export const buildWorker = async (): Promise<void> => {
  const newest = Math.max(...SOURCES.map((source) => lastChangeIn(path.join(root, source))));
  if (existsSync(bundle) && statSync(bundle).mtimeMs > newest) return;
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: folder });
};

/** A worker of one's own on a database, once it is ready. The api knows it by what it leaves there and no other way. */
export const startWorker = async (databaseUrl: string): Promise<WorkerProcess> => {
  const { REDIS_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [bundle], {
    env: { ...env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // It must not outlive a test file that fails to stop it.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = async () => {
    for await (const line of createInterface({ input: child.stdout })) if (line.includes('"ready":true')) return;
    throw new Error('the worker ended before it was ready');
  };
  await ready();
  child.stdout.resume();
  return {
    stop: async () => {
      process.off('exit', kill);
      kill();
      await gone;
    },
  };
};

const lastChangeIn = (place: string): number =>
  Math.max(
    ...readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => statSync(path.join(place, name)).mtimeMs),
  );
