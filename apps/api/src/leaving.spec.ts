import { randomUUID } from 'node:crypto';
import http, { type ClientRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type ApiProcess } from './testing/api-process.ts';
import { evidenceOf, form, PDF } from './testing/examples.ts';
import { listenTo } from './testing/listener.ts';
import { createWorld, CYCLE, type World } from './testing/world.ts';

let world: World;
let api: ApiProcess;
let headers: Record<string, string>;
beforeAll(async () => {
  world = await createWorld({ worker: false });
  headers = (await world.as('branch-secretary')).headers;
});
beforeEach(async () => {
  api = await startApi({ DATABASE_URL: world.database.url, MOFAN_DATA: world.dataFolder });
});
afterAll(() => world.close());

/** Whoever needs what `sql` locks waits until it is let go. */
const hold = async (sql: string) => {
  const client = await world.database.pool.connect();
  await client.query(`begin; ${sql}`);
  return async () => {
    await client.query('commit');
    client.release();
  };
};
const waiting = async (count: number) => {
  const blocked = `select count(*)::int as n from pg_stat_activity
                   where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await world.database.pool.query<{ n: number }>(blocked)).rows[0]!.n < count) await sleep(10);
};
const submit = () =>
  fetch(`${api.origin}/api/evidence`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(evidenceOf()),
  });
const upload = () => {
  const { headers: own, body } = form({ filename: 'sheet.pdf', data: PDF });
  const request = http.request(`${api.origin}/api/files`, { method: 'POST', headers: { ...headers, ...own } });
  request.write(body.subarray(0, 150));
  return { request, rest: body.subarray(150) };
};
const statusOf = (request: ClientRequest) =>
  new Promise<number | undefined>((resolve, reject) =>
    request.once('error', reject).once('response', (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    }),
  );

describe('an api that is asked to end', () => {
  it('answers what it was asked before: a query, a command, an upload', async () => {
    const release = await hold('lock table evidence, log_head in access exclusive mode');
    const query = fetch(`${api.origin}/api/evidence?cycleId=${CYCLE}`, { headers });
    const command = submit();
    const { request, rest } = upload();
    const uploaded = statusOf(request);
    await waiting(2);
    api.terminate();
    await sleep(300);
    await expect(submit()).rejects.toThrow(); // it takes nothing new
    await release();
    request.end(rest);
    expect([(await query).status, (await command).status, await uploaded]).toEqual([200, 200, 200]);
    expect(await api.ended).toBe('SIGTERM');
    const { rows } = await world.database.pool.query(`select from event where type = 'EvidenceSubmitted'`);
    expect(rows).toHaveLength(1);
  });

  it('does not wait for who listens to the live stream', async () => {
    const listener = await listenTo(`${api.origin}/api/live`, headers);
    api.terminate();
    expect(await api.ended).toBe('SIGTERM');
    listener.stop();
  });
});
