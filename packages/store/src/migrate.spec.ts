import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let client: Client;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(async () => {
  await client.query('drop schema public cascade');
  await client.query('create schema public');
  folder = await mkdtemp(path.join(os.tmpdir(), 'mofan-migrations-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = async (name: string, sql: string) => {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, 'migration.sql'), sql);
};
const remove = (name: string) => rm(path.join(folder, name), { recursive: true });
const run = () => migrate(database.url, folder);
const tables = async () => {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  return rows.map(({ name }) => name).filter((name) => name !== '_prisma_migrations');
};
const ledger = async () =>
  (await client.query('select migration_name as name from "_prisma_migrations" order by started_at')).rows.map(
    ({ name }: { name: string }) => name,
  );

describe('migrations', () => {
  it('are applied in the order of their names, once', async () => {
    await write('2_second', 'alter table apple add column colour text');
    await write('1_first', 'create table apple (id int)');
    expect(await run()).toEqual(['1_first', '2_second']);
    expect(await run()).toEqual([]);
    expect(await tables()).toEqual(['apple']);
    expect(await ledger()).toEqual(['1_first', '2_second']);
  });

  it('that come later are applied alone', async () => {
    await write('1_first', 'create table apple (id int)');
    await run();
    await write('2_second', 'create table pear (id int)');
    expect(await run()).toEqual(['2_second']);
    expect(await tables()).toEqual(['apple', 'pear']);
  });

  it('may be none, and files beside them are passed over', async () => {
    await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"');
    expect(await run()).toEqual([]);
  });

  it('are applied once by two programs that start together', async () => {
    await write('1_first', 'create table apple (id int); select pg_sleep(0.1)');
    await write('2_second', 'create table pear (id int)');
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat().toSorted()).toEqual(['1_first', '2_second']);
    expect(await ledger()).toEqual(['1_first', '2_second']);
  });

  it('are the same with the line ends of another system', async () => {
    await write('1_first', 'create table apple (\n  id int\n);\n');
    await run();
    await write('1_first', 'create table apple (\r\n  id int\r\n);\r\n');
    expect(await run()).toEqual([]);
  });

  it('leave in Prisma’s ledger what Prisma expects there', async () => {
    await write('1_first', 'create table apple (id int)');
    await run();
    const { rows } = await client.query('select * from "_prisma_migrations"');
    expect(rows).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: '3696b8d77aa07f7db34fc44ebe41bbff44d07031a54d9379800bcc7fcb5aea83',
        finished_at: expect.any(Date),
        migration_name: '1_first',
        logs: null,
        rolled_back_at: null,
        started_at: expect.any(Date),
        applied_steps_count: 1,
      },
    ]);
  });
});

describe('migrations are refused, and nothing is written', () => {
  beforeEach(async () => {
    await write('1_first', 'create table apple (id int)');
    await write('2_second', 'create table pear (id int)');
    await run();
    await write('3_third', 'create table plum (id int)');
  });
  afterEach(async () => {
    expect(await tables()).toEqual(['apple', 'pear']);
    expect(await ledger()).toEqual(['1_first', '2_second']);
  });

  it('when one that was applied has been edited', async () => {
    await write('1_first', 'create table apple (id bigint)');
    await expect(run()).rejects.toThrow('migration 1_first was edited after it had been applied');
  });
  it('when the database is newer than the program', async () => {
    await remove('2_second');
    await expect(run()).rejects.toThrow('the database is newer than this program: it has had 2_second');
  });
});

describe('a migration that fails', () => {
  beforeEach(async () => {
    await write('1_first', 'create table apple (id int)');
    await write('2_second', 'create table pear (id int); insert into apple values (1); select 1 / 0');
    await write('3_third', 'create table plum (id int)');
  });

  it('is rolled back whole; those before it stay, those after it wait', async () => {
    await expect(run()).rejects.toThrow('migration 2_second failed and was rolled back: division by zero');
    expect(await tables()).toEqual(['apple']);
    expect((await client.query('select * from apple')).rows).toEqual([]);
    expect(await ledger()).toEqual(['1_first']);
  });

  it('is tried again once it has been mended', async () => {
    await expect(run()).rejects.toThrow();
    await write('2_second', 'create table pear (id int)');
    expect(await run()).toEqual(['2_second', '3_third']);
    expect(await tables()).toEqual(['apple', 'pear', 'plum']);
  });

  it('fails too where it cannot be entered in the ledger, and then it has not been', async () => {
    await write(
      '2_second',
      `create table pear (id int); alter table "_prisma_migrations" add check (migration_name <> '2_second')`,
    );
    await expect(run()).rejects.toThrow('migration 2_second failed and was rolled back');
    expect(await tables()).toEqual(['apple']);
    expect(await ledger()).toEqual(['1_first']);
  });

  it('leaves no lock behind', async () => {
    await expect(run()).rejects.toThrow();
    const { rows } = await client.query(`select count(*)::int as held from pg_locks where locktype = 'advisory'`);
    expect(rows).toEqual([{ held: 0 }]);
  });
});

it('our own migrations make a database from nothing', async () => {
  const own = path.resolve(import.meta.dirname, '../prisma/migrations');
  const names = (await readdir(own, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(await migrate(database.url, own)).toEqual(names.toSorted());
  expect(await tables()).toEqual(expect.arrayContaining(['event', 'log_head', 'command_key', 'account']));
});
