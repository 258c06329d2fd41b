import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** What `postmaster.pid` says; the process it names may be long dead. */
export const readPostmaster = (dataDir: string): Postmaster | undefined => {
  try {
    const lines = fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
};

/** Whether `pid` lives and works in this folder: process ids are handed out again, and zombies have no folder. */
export const worksIn = (pid: number, dataDir: string): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const [theirs, ours] = [fs.statSync(`/proc/${pid}/cwd`), fs.statSync(dataDir)];
    return theirs.ino === ours.ino && theirs.dev === ours.dev;
  } catch {
    return false;
  }
};

const processesIn = (dataDir: string): number[] =>
  fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && worksIn(pid, dataDir));

/** Waits until nobody works in the folder any more; what a killed run left behind is asked to go after a second. */
export const waitUntilUnused = async (dataDir: string): Promise<void> => {
  if (process.platform !== 'linux') return;
  for (let round = 0; ; round++) {
    const left = processesIn(dataDir);
    if (left.length === 0) return;
    if (round > 400) throw new Error(`processes still work in ${dataDir}: ${left.join(', ')}`);
    if (round === 40) for (const pid of left) signal(pid, 'SIGQUIT');
    await sleep(25);
  }
};

/**
 * Stops the server: fast (transactions are broken off, a checkpoint is written), if that takes too long at once (it
 * recovers on the next start), and last of all by force.
 */
export const stopPostmaster = async (pid: number, dataDir: string): Promise<void> => {
  const steps = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const;
  for (const [name, patience] of steps) {
    if (!worksIn(pid, dataDir)) return;
    signal(pid, name);
    for (const end = Date.now() + patience; Date.now() < end && worksIn(pid, dataDir);) await sleep(15);
  }
};

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name);
  } catch {
    // it went by itself
  }
};
