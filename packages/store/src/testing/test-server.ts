import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readPostmaster, stopPostmaster } from '../embedded/postmaster.ts';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts';

const PREFIX = 'mofan-test-';

export interface TestServer {
  url: string;
  remove(): Promise<void>;
}

/** A server of its own in a folder that goes with it, in memory where the system offers that. */
export const startTestServer = async (): Promise<TestServer> => {
  const home = temporaryHome();
  await sweep(home);
  const folder = fs.mkdtempSync(path.join(home, `${PREFIX}${process.pid}-`));
  try {
    const dataDir = path.join(folder, 'postgres');
    const server = await startEmbeddedPostgres({ dataDir, logFile: path.join(folder, 'log'), maxConnections: 200 });
    return {
      url: server.url,
      remove: async () => {
        await server.stop();
        fs.rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    throw error;
  }
};

const temporaryHome = (): string => {
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm');
    if (bavail * bsize > 1 << 30) {
      fs.accessSync('/dev/shm', fs.constants.W_OK);
      return '/dev/shm';
    }
  } catch {
    // no memory to write to
  }
  return os.tmpdir();
};

/** Clears away what killed runs of ours left. */
const sweep = async (home: string): Promise<void> => {
  for (const name of fs.readdirSync(home).filter((each) => each.startsWith(PREFIX))) {
    const folder = path.join(home, name);
    if (fs.statSync(folder).uid !== process.getuid?.() || isAlive(Number(name.split('-')[2]))) continue;
    const dataDir = path.join(folder, 'postgres');
    const left = readPostmaster(dataDir);
    if (left) await stopPostmaster(left.pid, dataDir);
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
