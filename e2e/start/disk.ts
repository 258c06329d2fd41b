import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmStart, root, type Launcher } from './launcher.ts';

/** A disk that a test may spoil, with a copy of a data folder on it. */
export interface Disk {
  /** where the test sees the data folder */
  folder: string;
  fill(): void;
  makeReadOnly(): void;
  mend(): void;
  start(port: number, env?: Record<string, string>): Launcher;
  remove(): void;
}

const MOUNT_POINT = path.join(os.tmpdir(), 'mofan-disk');
const MIB = 1024 * 1024;

/** A small real one, in a mount namespace of its own that ends with its keeper. */
const mounted = (copyOf: string): Disk => {
  fs.mkdirSync(MOUNT_POINT, { recursive: true });
  const keeper = keepNamespace();
  const within = ['nsenter', '--target', `${keeper.pid}`, '--mount'];
  const run = (...command: string[]) => execFileSync(within[0]!, [...within.slice(1), ...command], { stdio: 'pipe' });
  const inside = path.join(MOUNT_POINT, 'data');
  const filler = path.join(MOUNT_POINT, 'filler');
  run('cp', '-a', copyOf, inside);
  return {
    folder: path.join(`/proc/${keeper.pid}/root`, inside),
    fill: () => spawnSync(within[0]!, [...within.slice(1), 'dd', 'if=/dev/zero', `of=${filler}`, 'bs=1M']),
    makeReadOnly: () => run('mount', '-o', 'remount,ro', MOUNT_POINT),
    mend: () => {
      run('mount', '-o', 'remount,rw', MOUNT_POINT);
      run('rm', '-f', filler);
    },
    start: (port, env = {}) =>
      npmStart(port, { MOFAN_DATA: inside, ...env }, [...within, 'sh', '-c', 'cd "$0" && exec "$@"', root]),
    remove: () => keeper.kill('SIGKILL'),
  };
};

/** Answers once the file system stands: its size is that of a demonstration centre, and some more. */
const keepNamespace = (): ChildProcess => {
  const script = `mount -t tmpfs -o size=${160 * MIB} tmpfs ${MOUNT_POINT} && exec sleep 600`;
  const keeper = spawn('unshare', ['--mount', 'sh', '-c', script], { stdio: 'ignore' });
  const stands = () => spawnSync('grep', ['-q', ` ${MOUNT_POINT} tmpfs`, `/proc/${keeper.pid}/mounts`]).status === 0;
  for (let round = 0; !stands(); round++) if (round > 1000) throw new Error(`no tmpfs on ${MOUNT_POINT}`);
  return keeper;
};

/** Where nobody may mount: the launcher's own calls to the file system answer as such a disk would. */
const pretended = (copyOf: string): Disk => {
  const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-disk-')), 'data');
  execFileSync('cp', ['-a', copyOf, folder]);
  let fault = '';
  const spoil = pathToFileURL(path.join(import.meta.dirname, 'pretend-disk.mjs')).href;
  return {
    folder,
    fill: () => (fault = 'ENOSPC'),
    makeReadOnly: () => (fault = 'EROFS'),
    mend: () => (fault = ''),
    start: (port, env = {}) =>
      npmStart(port, {
        MOFAN_DATA: folder,
        ...(fault && { NODE_OPTIONS: `--import ${spoil}`, PRETENDED_FAULT: fault }),
        ...env,
      }),
    remove: () => fs.rmSync(path.dirname(folder), { recursive: true, force: true }),
  };
};

const mayMount = (): boolean =>
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', os.tmpdir()]).status === 0 &&
  spawnSync('nsenter', ['--version']).status === 0;

/** Each way of spoiling a disk that this machine has; the last is there everywhere. */
export const disks: { name: string; copy: (folder: string) => Disk }[] = [
  ...(mayMount() ? [{ name: 'a mounted disk', copy: mounted }] : []),
  { name: 'a pretended disk', copy: pretended },
];
