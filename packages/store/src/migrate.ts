import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { sha256 } from './hash.ts';

/** Prisma's own advisory lock and ledger, so that `prisma migrate` finds what it expects where it can be had. */
const LOCK = 72_707_369;
const LEDGER = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

interface Migration {
  name: string;
  sql: string;
}

/**
 * Applies the migrations that the database lacks, each in a transaction of its own, and answers with their names.
 * Throws when the database is newer than this program or an applied migration was edited; then nothing is written.
 */
export const migrate = async (url: string, folder: string): Promise<string[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set lock_timeout = '60s'`);
    await client.query(`select pg_advisory_lock(${LOCK})`);
    await client.query(LEDGER);
    const pending = await pendingMigrations(client, await readMigrations(folder));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
};

const readMigrations = async (folder: string): Promise<Migration[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      sql: (await readFile(path.join(folder, name, 'migration.sql'), 'utf8')).replaceAll('\r\n', '\n'),
    })),
  );
};

const pendingMigrations = async (client: Client, migrations: Migration[]): Promise<Migration[]> => {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from "_prisma_migrations" where rolled_back_at is null and finished_at is not null',
  );
  const known = new Map(migrations.map(({ name, sql }) => [name, sha256(sql)]));
  for (const { migration_name, checksum } of rows) {
    const expected = known.get(migration_name);
    if (!expected) throw new Error(`the database is newer than this program: it has had ${migration_name}`);
    if (expected !== checksum) throw new Error(`migration ${migration_name} was edited after it had been applied`);
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
};

const apply = async (client: Client, { name, sql }: Migration) => {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), sha256(sql), name],
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed and was rolled back: ${(cause as Error).message}`, { cause });
  }
};
