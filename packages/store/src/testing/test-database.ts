import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { sha256 } from '../hash.ts';
import { migrate } from '../migrate.ts';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

const migrations = path.resolve(import.meta.dirname, '../../prisma/migrations');

/** A fresh, migrated database on the run's server. Drop it when the test file is done. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = process.env['MOFAN_TEST_POSTGRES'];
  if (!server) throw new Error('no test server: the vitest config lacks the globalSetup of packages/store/src/testing');
  const name = `mofan_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, async (client) => {
    const template = await ensureTemplate(client, server);
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    url: urlOf(server, name),
    drop: () => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
};

const urlOf = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};

const onServer = async (server: string, run: (client: Client) => Promise<unknown>): Promise<void> => {
  const client = new Client({ connectionString: urlOf(server, 'postgres') });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
};

/** Migrates one database for all, which is then only copied; named after the migrations it has had. */
const ensureTemplate = async (client: Client, server: string): Promise<string> => {
  const name = `mofan_template_${fingerprint()}`;
  await client.query(`select pg_advisory_lock(hashtext($1))`, [name]);
  try {
    const known = await client.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (known.rowCount === 0) {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
      await migrate(urlOf(server, name), migrations);
      await client.query(`alter database ${name} is_template true`);
    }
    return name;
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext($1))`, [name]);
  }
};

const fingerprint = (): string => {
  const names = fs
    .readdirSync(migrations)
    .filter((name) => fs.existsSync(path.join(migrations, name, 'migration.sql')));
  const contents = names
    .toSorted()
    .map((name) => fs.readFileSync(path.join(migrations, name, 'migration.sql'), 'utf8'));
  return sha256(contents.join('\0')).slice(0, 16);
};
