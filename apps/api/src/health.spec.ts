import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ worker: false });
});
beforeEach(async () => {
  await world.database.pool.query('truncate parked_stream, rebuild_request, worker_pulse');
  await world.database.pool.query('insert into worker_pulse (seen_at) values (now())');
});
afterAll(() => world.close());

const asAdministrator = async () => (await world.as('administrator')).read('/api/health');

describe('the health of the system', () => {
  it('names a read model that could not be rebuilt; people go on working with the old one', async () => {
    await world.database.pool.query(
      `insert into rebuild_request (projection, finished_at, error) values ('unit', now(), 'version 2 cannot read 20')`,
    );
    expect(await world.anonymous.read('/api/health')).toEqual({ status: 'ok' });
    expect(await asAdministrator()).toMatchObject({
      status: 'ok',
      code: 'rebuild.failed',
      failedRebuilds: [{ name: 'unit', error: 'version 2 cannot read 20', at: expect.any(String) }],
    });
  });

  it('says nothing of a rebuild that is under way or was done', async () => {
    await world.database.pool.query(
      `insert into rebuild_request (projection, finished_at, error) values ('unit', now(), null), ('cycle', null, 'old')`,
    );
    expect(await asAdministrator()).toMatchObject({ status: 'ok', failedRebuilds: [] });
    expect(await world.anonymous.read('/api/health')).toEqual({ status: 'ok' });
  });
});
