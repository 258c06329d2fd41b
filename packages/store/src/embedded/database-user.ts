import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

export interface OsUser {
  uid: number;
  gid: number;
}

const NAME = 'mofan-postgres';

/**
 * Whom PostgreSQL runs as when that is not ourselves: it refuses to run as root, so root lends it a user. Data that
 * already belongs to somebody stays theirs.
 */
export const databaseUser = (dataDir: string): OsUser | undefined => {
  if (process.platform === 'win32' || process.geteuid?.() !== 0) return undefined;
  const owner = fs.statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findUser(NAME) ?? addUser() ?? findUser('nobody');
};

/** A system user, whose shared memory the session manager does not sweep away at log-out. */
const addUser = (): OsUser | undefined => {
  const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin'];
  try {
    execFileSync('useradd', ['--system', '--user-group', ...home, NAME], { stdio: 'ignore' });
  } catch {
    return findUser(NAME); // somebody else added it meanwhile, or this system has no useradd
  }
  return findUser(NAME);
};

const findUser = (name: string): OsUser | undefined => {
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = users.find((line) => line.startsWith(`${name}:`))?.split(':');
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
};
