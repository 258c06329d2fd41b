import { setTimeout as sleep } from 'node:timers/promises';
import { grants } from '@mofan/contracts/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, cookieIn, expectProblem, signInWith } from './testing/client.ts';
import { createWorld, daysAgo, openApp, OWN, PASSWORD, signIn, type World } from './testing/world.ts';

/** How long a revoked session may still be believed. */
const CACHE_MS = 1000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('登录 signing in', () => {
  it('tells who one is, where, and what one may do', async () => {
    const me = await (await world.as('branch-secretary')).read('/api/session');
    expect(me).toEqual({
      actor: world.accountIds.get('branch-secretary'),
      name: '道路设施所 · 支部书记',
      role: 'branch-secretary',
      unit: { unitId: OWN, name: '道路设施所' },
      permissions: Object.entries(grants['branch-secretary']).map(([permission, reach]) => ({ permission, reach })),
      demonstration: true,
      today: daysAgo(0),
    });
  });

  it('refuses a wrong password and an unknown account alike', async () => {
    const wrong = await signInWith(world.app, 'clerk', `${PASSWORD}x`);
    const nobody = await signInWith(world.app, 'nobody', PASSWORD);
    expectProblem(wrong, 401, 'session.wrong-credentials');
    expect(nobody.body).toBe(wrong.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect(nobody.headers['set-cookie']).toBeUndefined();
  });

  it('gives a cookie that no script reads and no other site sends', async () => {
    const cookie = String((await signInWith(world.app, 'clerk', PASSWORD)).headers['set-cookie']);
    expect(cookie).toMatch(/^mofan=[^;]{40,};/);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\/(;|$)/i);
    expect(cookie).not.toMatch(/Domain=/i);
    expect(cookie).not.toMatch(/Secure/i);
  });

  it('keeps nothing for who is not signed in', async () => {
    const reply = await world.anonymous.get('/api/session');
    expectProblem(reply, 401, 'session.required');
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  it('gives no credit to a cookie that the server did not sign', async () => {
    const { cookie } = await world.as('clerk');
    const [id, signature] = cookie!.slice('mofan='.length).split('.') as [string, string];
    for (const forged of [id, `${id}.${signature}x`, `${id.toLowerCase()}.${signature}`, 'x', '%E0%A4%A', '']) {
      expectProblem(await new Client(world.app, `mofan=${forged}`).get('/api/session'), 401, 'session.required');
    }
  });

  it('answers private data as not to be kept', async () => {
    const reply = await (await world.as('clerk')).get('/api/session');
    expect(reply.headers['cache-control']).toBe('private, no-store');
  });
});

describe('a planted session 会话固定', () => {
  it('is left behind: signing in changes the id, and the former one is worth nothing', async () => {
    const first = await signIn(world.app, 'clerk');
    const again = await signInWith(world.app, 'registrar', PASSWORD, first.cookie);
    const second = new Client(world.app, cookieIn(again.headers['set-cookie']));
    expect(second.cookie).not.toBe(first.cookie);
    expect((await second.read<{ role: string }>('/api/session')).role).toBe('registrar');
    await sleep(CACHE_MS);
    expectProblem(await first.get('/api/session'), 401, 'session.required');
  });

  it('is not taken up where the attacker made the id up', async () => {
    const reply = await signInWith(world.app, 'clerk', PASSWORD, 'mofan=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbb');
    expect(cookieIn(reply.headers['set-cookie'])).not.toContain('aaaaaaaa');
  });
});

describe('退出 signing out', () => {
  it('ends the session for every copy of its cookie, within a second', async () => {
    const client = await signIn(world.app, 'chair');
    const copy = new Client(world.app, client.cookie);
    expect((await copy.get('/api/session')).statusCode).toBe(200);
    const out = await client.ask('DELETE', '/api/session');
    expect(out.statusCode).toBe(204);
    expect(out.body).toBe('');
    expect(String(out.headers['set-cookie'])).toMatch(/^mofan=;/);
    await sleep(CACHE_MS);
    expectProblem(await copy.get('/api/session'), 401, 'session.required');
    const { rows } = await world.database.pool.query('select from session where sid = $1', [
      client.cookie!.slice('mofan='.length).split('.')[0],
    ]);
    expect(rows).toEqual([]);
  });

  it('needs a session', async () => {
    expectProblem(await world.anonymous.ask('DELETE', '/api/session'), 401, 'session.required');
  });

  it('elsewhere, by another process, is believed after a second at the latest', async () => {
    const client = await signIn(world.app, 'chair');
    expect((await client.get('/api/session')).statusCode).toBe(200);
    const sid = client.cookie!.slice('mofan='.length).split('.')[0];
    await world.database.pool.query('delete from session where sid = $1', [sid]);
    await sleep(CACHE_MS + 50);
    expectProblem(await client.get('/api/session'), 401, 'session.required');
  });
});

describe('a request from another site 跨站请求', () => {
  const body = { notificationIds: ['7c9e6679-7425-40de-944b-e07fc1f90ae7'] };
  const post = async (headers: Record<string, string>) => {
    const { cookie } = await world.as('clerk');
    const url = '/api/notifications/read';
    return world.app.inject({
      method: 'POST',
      url,
      payload: body,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
    });
  };

  it.each([
    ['another site’s page', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site’s page', { 'sec-fetch-site': 'same-site' }],
    ['no page at all', { 'sec-fetch-site': 'none' }],
    ['an older browser on another site', { origin: 'https://evil.example' }],
    ['the same host on another port', { host: 'mofan.test', origin: 'http://mofan.test:81' }],
    ['a page without an origin', { origin: 'null' }],
    ['a browser that says nothing of itself', {}],
  ])('is refused from %s', async (_, headers) => {
    expectProblem(await post(headers), 403, 'access.cross-site');
  });

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
    ['an older browser on our own page', { host: 'mofan.test', origin: 'http://mofan.test' }],
  ])('is served from %s', async (_, headers) => {
    expect((await post(headers)).statusCode).toBe(200);
  });

  it('cannot sign anybody in either', async () => {
    const payload = { account: 'clerk', password: PASSWORD };
    const headers = { 'sec-fetch-site': 'cross-site' };
    const reply = await world.app.inject({ method: 'POST', url: '/api/session', payload, headers });
    expectProblem(reply, 403, 'access.cross-site');
    expect(reply.headers['set-cookie']).toBeUndefined();
  });
});

describe('where the demonstration is off (MOFAN_DEMO=off) behind TLS', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const { url } = world.database;
    app = await openApp({
      DATABASE_URL: url,
      MOFAN_DATA: world.dataFolder,
      MOFAN_DEMO: 'off',
      MOFAN_SECURE_COOKIES: 'on',
    });
  });
  afterAll(() => app.close());

  it('a demonstration account is nobody’s', async () => {
    expectProblem(await signInWith(app, 'clerk', PASSWORD), 401, 'session.wrong-credentials');
  });

  it('a real account signs in, and its cookie is for HTTPS alone', async () => {
    await world.database.pool.query(`update account set demonstration = false where login = 'chair'`);
    const payload = { account: 'chair', password: PASSWORD };
    const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-proto': 'https' };
    const reply = await app.inject({ method: 'POST', url: '/api/session', payload, headers });
    expect(reply.json()).toMatchObject({ role: 'chair', demonstration: false });
    expect(String(reply.headers['set-cookie'])).toMatch(/; Secure/i);
    expect(reply.headers['strict-transport-security']).toBeDefined();
  });
});
