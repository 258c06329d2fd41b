import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault.ts';

export interface InstanceLock {
  /** a killed run had left its lock behind */
  recovered: boolean;
  release(): void;
}

/** Holds the data folder for this process alone. The lock of a run that lives no more is taken over. */
export const lockInstance = (dataDir: string): InstanceLock => {
  const file = path.join(dataDir, 'instance.lock');
  const mine = `${process.pid} ${birthOf(process.pid)}\n`;
  const offer = `${file}.${process.pid}`;
  fs.writeFileSync(offer, mine, { mode: 0o600 });
  try {
    const recovered = take(file, offer);
    return {
      recovered,
      release: () => {
        if (read(file) === mine) fs.rmSync(file, { force: true });
      },
    };
  } finally {
    fs.rmSync(offer, { force: true });
  }
};

/** Linking fails when the lock exists, so of two that start at once one wins. */
const take = (file: string, offer: string): boolean => {
  for (let recovered = false; ;) {
    try {
      fs.linkSync(offer, file);
      return recovered;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = read(file);
    if (holder !== undefined && lives(holder)) throw secondInstance(file, holder);
    removeStale(file, holder);
    recovered = true;
  }
};

/** Renamed before it is judged for good: a third that was quicker would otherwise lose its fresh lock. */
const removeStale = (file: string, judged: string | undefined) => {
  const aside = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return; // somebody else removed it
  }
  const moved = read(aside);
  if (moved !== judged && moved !== undefined && lives(moved)) fs.renameSync(aside, file);
  else fs.rmSync(aside, { force: true });
};

const read = (file: string): string | undefined => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Process ids are handed out again, so the lock remembers when its process was born. */
const lives = (holder: string): boolean => {
  const [pid, birth] = holder.trim().split(' ');
  return Number(pid) > 0 && exists(Number(pid)) && birthOf(Number(pid)) === birth;
};

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const birthOf = (pid: number): string => {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const zombie = fields[0] === 'Z';
    return zombie ? 'gone' : (fields[19] ?? '');
  } catch {
    return 'unknown';
  }
};

const secondInstance = (file: string, holder: string): Fault => {
  const pid = holder.trim().split(' ')[0];
  const folder = path.dirname(file);
  return new Fault(
    `已有一个实例在使用 ${folder}（进程 ${pid}）。请先停止它，或用 MOFAN_DATA 指定另一个文件夹。`,
    `Another instance already uses ${folder} (process ${pid}). Stop it first, or set MOFAN_DATA to another folder.`,
  );
};
