import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

const fileOf = (dataDir: string) => `${dataDir}.password`;

/** The superuser's password, which stands beside the data directory for its owner alone; undefined before the first. */
export const readPassword = (dataDir: string): string | undefined => {
  try {
    return fs.readFileSync(fileOf(dataDir), 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** The password, made on the first start. Data without its password is refused: a new one would not open it. */
export const ensurePassword = (dataDir: string): string => {
  const known = readPassword(dataDir);
  if (known) return known;
  if (fs.existsSync(path.join(dataDir, 'postmaster.opts'))) {
    throw new EmbeddedPostgresError('postgres.unavailable', `${fileOf(dataDir)} is missing: it opens the database`);
  }
  const password = randomBytes(24).toString('base64url');
  const partial = `${fileOf(dataDir)}.partial`;
  fs.writeFileSync(partial, `${password}\n`, { mode: 0o600, flush: true });
  fs.renameSync(partial, fileOf(dataDir));
  return password;
};
