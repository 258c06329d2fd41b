import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { bundleOf } from './bundle.ts';

export interface WorkerProcess {
  /** Kills it: whatever it was at is done by the next one. */
  stop(): Promise<void>;
}

/** A worker of one's own on a database, once it is ready. The api knows it by what it leaves there and no other way. */
export const startWorker = async (databaseUrl: string): Promise<WorkerProcess> => {
  const { REDIS_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [bundleOf('worker')], {
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
