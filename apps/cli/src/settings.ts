import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.ts';

/** What the environment says, read once. */
export interface Settings {
  dataDir: string;
  port: number;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  demonstration: boolean;
  demonstrationPassword: string | undefined;
}

export const readSettings = (env: NodeJS.ProcessEnv = process.env): Settings => ({
  dataDir: path.resolve(repository, env['MOFAN_DATA'] || '.data'),
  port: portOf(env['PORT'] || '3000'),
  databaseUrl: env['DATABASE_URL'] || undefined,
  redisUrl: env['REDIS_URL'] || undefined,
  demonstration: switchOf('MOFAN_DEMO', env['MOFAN_DEMO'] || 'on'),
  demonstrationPassword: env['MOFAN_DEMO_PASSWORD'] || undefined,
});

const portOf = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Fault(
    `PORT 应为 1 至 65535 的整数，现为“${text}”。`,
    `PORT must be a whole number from 1 to 65535, not "${text}".`,
  );
};

const switchOf = (name: string, text: string): boolean => {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Fault(`${name} 应为 on 或 off，现为“${text}”。`, `${name} must be on or off, not "${text}".`);
};

/** The repository that this program was built in. */
export const repository: string = (() => {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, 'packages/store/prisma/migrations'))) return folder;
  }
  throw new Error(`${import.meta.dirname} is no part of the repository`);
})();

export const migrationsFolder = path.join(repository, 'packages/store/prisma/migrations');
export const postgresFolder = (dataDir: string): string => path.join(dataDir, 'postgres');
export const logFolder = (dataDir: string): string => path.join(dataDir, 'log');
