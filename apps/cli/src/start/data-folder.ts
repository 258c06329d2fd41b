import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault.ts';
import { logFolder } from '../settings.ts';

/** What PostgreSQL asks for at once when its log grows. */
const LOG_SEGMENT = 16 * 1024 * 1024;
/** A fresh database, its log and the demonstration take about half of this. */
const NEEDED = 300 * 1024 * 1024;

/** Makes sure of a folder that can be written to, with room in it. Throws a Fault that says what is wrong. */
export const openDataFolder = (dataDir: string): void => {
  try {
    makeFolder(logFolder(dataDir));
    mustTakeBytes(dataDir);
  } catch (error) {
    throw explainFolder(error, dataDir);
  }
  const fresh = !fs.existsSync(path.join(dataDir, 'postgres', 'PG_VERSION'));
  if (freeSpace(dataDir) < (fresh ? NEEDED : NEEDED / 10)) throw diskFull(dataDir);
};

const mustTakeBytes = (folder: string): void => {
  const probe = path.join(folder, `probe.${process.pid}`);
  try {
    fs.writeFileSync(probe, Buffer.alloc(64 * 1024, 1), { flush: true });
  } finally {
    fs.rmSync(probe, { force: true });
  }
};

/** Step by step: asked for all at once on a read-only disk, Node.js says that the folder above does not exist. */
const makeFolder = (folder: string): void => {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    fs.mkdirSync(folder, { mode: 0o750 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};

export const freeSpace = (folder: string): number => {
  const { bavail, bsize } = fs.statfsSync(folder);
  return bavail * bsize;
};

/** The fault behind an error of the file system or of the embedded PostgreSQL; any other comes back as it is. */
export const explainFolder = (error: unknown, dataDir: string): unknown => {
  switch ((error as { code?: string } | undefined)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'disk.full':
      return diskFull(dataDir);
    case 'EROFS':
    case 'disk.read-only':
      return new Fault(
        `数据文件夹 ${dataDir} 所在磁盘为只读。请改为可写，或用 MOFAN_DATA 指定另一个文件夹。`,
        `The disk of the data folder ${dataDir} is read-only. Make it writable, or set MOFAN_DATA to another folder.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'disk.forbidden':
      return new Fault(
        `没有权限写入数据文件夹 ${dataDir}。请调整其权限，或用 MOFAN_DATA 指定另一个文件夹。`,
        `The data folder ${dataDir} may not be written to. Change its rights, or set MOFAN_DATA to another folder.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new Fault(`数据文件夹 ${dataDir} 不是文件夹。`, `The data folder ${dataDir} is not a folder.`);
    case 'postgres.unavailable':
      return new Fault(`数据库未能启动。`, `The database did not start: ${(error as Error).message}`);
    default:
      return error;
  }
};

/**
 * The same for whatever ended a start: PostgreSQL says itself that a table cannot grow (53100); when its log cannot, it
 * ends, and who was connected sees only that it is gone.
 */
export const explainFullDisk = (error: unknown, dataDir: string): unknown => {
  if (error instanceof Fault) return error;
  const { code } = (error ?? {}) as { code?: string };
  const said = code === '53100' || code === 'ENOSPC' || code === 'EDQUOT';
  return said || freeSpace(dataDir) < LOG_SEGMENT ? diskFull(dataDir) : error;
};

const diskFull = (dataDir: string): Fault =>
  new Fault(
    `数据文件夹 ${dataDir} 所在磁盘已满。请腾出空间后重新启动；已有数据保持完整。`,
    `The disk of the data folder ${dataDir} is full. Make room and start again; what was stored is whole.`,
  );
