import { execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { OsUser } from './database-user.ts';
import { explainOutput } from './embedded-postgres-error.ts';
import { waitUntilUnused } from './postmaster.ts';

/** A data directory, the programs that work on it, and whom they run as. */
export interface Cluster {
  dataDir: string;
  binaries: string;
  user: OsUser | undefined;
}

/**
 * How PostgreSQL's programs are run. They stand in the data directory before they become another user, and know it
 * only as their working directory: the path to it may be closed to them.
 */
export const runOptions = ({ dataDir, user }: Cluster): SpawnOptions => ({
  cwd: dataDir,
  env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...windowsEnv() },
  ...user,
});

export const dataDirArgument = ({ dataDir, user }: Cluster): string =>
  user && process.platform === 'linux' ? '/proc/self/cwd' : dataDir;

const windowsEnv = (): NodeJS.ProcessEnv => (process.platform === 'win32' ? process.env : {});

/** Creates the database cluster unless it stands. One whose creation was broken off is created anew. */
export const ensureCluster = async (cluster: Cluster, password: string): Promise<void> => {
  const { dataDir, user } = cluster;
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (user && fs.statSync(dataDir).uid !== user.uid) {
    execFileSync('chown', ['-Rh', `${user.uid}:${user.gid}`, dataDir]);
  }
  const marker = `${dataDir}.initializing`;
  if (isWhole(dataDir, marker)) return;
  if (fs.existsSync(marker)) {
    await waitUntilUnused(dataDir); // an initdb that outlived its parent
    for (const name of fs.readdirSync(dataDir)) fs.rmSync(path.join(dataDir, name), { recursive: true });
  }
  fs.writeFileSync(marker, `${password}\n`, { mode: 0o600 });
  if (user) fs.chownSync(marker, user.uid, user.gid);
  await initdb(cluster, marker);
  fs.rmSync(marker);
  syncFolder(path.dirname(dataDir));
};

/** A folder in which a server once ran (it leaves `postmaster.opts`) is never thrown away, whatever the marker says. */
const isWhole = (dataDir: string, marker: string): boolean =>
  fs.existsSync(path.join(dataDir, 'postmaster.opts')) ||
  (fs.existsSync(path.join(dataDir, 'PG_VERSION')) && !fs.existsSync(marker));

const initdb = async (cluster: Cluster, passwordFile: string): Promise<void> => {
  const handle = fs.openSync(passwordFile, 'r');
  const passwordArgument = process.platform === 'linux' ? '/proc/self/fd/3' : passwordFile;
  const settings = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--text-search-config=simple'];
  const child = spawn(
    path.join(cluster.binaries, 'bin', 'initdb'),
    ['-D', dataDirArgument(cluster), `--pwfile=${passwordArgument}`, ...settings, ...locale, '--no-instructions'],
    { ...runOptions(cluster), stdio: ['ignore', 'pipe', 'pipe', handle] },
  );
  fs.closeSync(handle);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += String(chunk)));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw explainOutput(output, cluster.dataDir, 'PostgreSQL could not create its data directory');
};

/** Makes a removal in `folder` last: a marker that came back after a power cut would have the cluster rebuilt. */
const syncFolder = (folder: string) => {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
};
