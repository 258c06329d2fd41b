import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '@mofan/store/testing/test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from './database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const write = async (sql: string) => {
  const client = new Client({ connectionString: test.url });
  await client.connect();
  await client.query(sql);
  await client.end();
};
const failures = async () => (await checkDatabase(test.url)).filter(({ verdict }) => verdict === 'fail');

describe('the doctor', () => {
  it('finds nothing wrong with a fresh database', async () => {
    expect(await failures()).toEqual([]);
  });

  it('names a read model whose rebuild was refused, and why', async () => {
    await write(
      `insert into rebuild_request (projection, finished_at, error) values ('unit', now(), 'version 2 cannot read 20')`,
    );
    expect(await failures()).toEqual([
      {
        verdict: 'fail',
        zh: 'unit 重建未成功，仍在使用原来的表',
        en: 'not rebuilt, the old table is in use: version 2 cannot read 20',
      },
    ]);
  });
});
