import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const made: TestDatabase[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

const fresh = async () => {
  const database = await createTestDatabase();
  made.push(database);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
};

describe('a test database', () => {
  it('is migrated, safe on disk and nobody else’s', async () => {
    const [one, other] = await Promise.all([fresh(), fresh()]);
    await one.query(`insert into server_secret (name, value) values ('mine', 'x')`);
    expect((await one.query('select name from server_secret')).rows).toEqual([{ name: 'mine' }]);
    expect((await other.query('select name from server_secret')).rows).toEqual([]);
    expect((await one.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
    expect((await one.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
    await Promise.all([one.end(), other.end()]);
  });
});
