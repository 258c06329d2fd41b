import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** The processes that stand in a folder or hold a file of it open. */
export const atWorkIn = (folder: string): number[] => {
  const place = fs.realpathSync(folder);
  if (process.platform !== 'linux') return listedByLsof(place);
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => pid !== process.pid && holdsOf(pid).some((held) => isIn(held, place)));
};

const isIn = (held: string, place: string) => held === place || held.startsWith(`${place}/`);

const holdsOf = (pid: number): string[] => {
  try {
    const handles = fs.readdirSync(`/proc/${pid}/fd`).map((name) => `fd/${name}`);
    return ['cwd', ...handles].flatMap((name) => readLink(`/proc/${pid}/${name}`));
  } catch {
    return readLink(`/proc/${pid}/cwd`);
  }
};

const readLink = (link: string): string[] => {
  try {
    return [fs.readlinkSync(link)];
  } catch {
    return [];
  }
};

const listedByLsof = (place: string): number[] => {
  try {
    return execFileSync('lsof', ['-t', '+D', place], { encoding: 'utf8' }).trim().split('\n').map(Number);
  } catch {
    return []; // it found nobody
  }
};
