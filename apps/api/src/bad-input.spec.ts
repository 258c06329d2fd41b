import { randomUUID } from 'node:crypto';
import { reachOf, roles, type Role } from '@mofan/contracts/access';
import { endpoints } from '@mofan/contracts/api';
import type { Endpoint } from '@mofan/contracts/endpoint';
import { problemSentences } from '@mofan/contracts/problem-sentences';
import { rubricLibrary } from '@mofan/store/rubric-library';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arbitraryRequest, type Known } from './testing/arbitrary-request.ts';
import { expectAnyProblem, expectProblem, fillPath, routeOf, type Client, type Reply } from './testing/client.ts';
import { evidenceOf, form, incidentOf, PDF } from './testing/examples.ts';
import { createWorld, CYCLE, daysAgo, FOREIGN, OWN, RUBRIC, type Login, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const JSON_TYPE = { 'content-type': 'application/json' };

/** Refused, with nothing written: not in the log, no key kept, no file. */
const refused = async (ask: () => Promise<Reply>, status: number, code: string): Promise<Reply> => {
  const before = await world.footprint();
  const reply = await ask();
  expectProblem(reply, status, code);
  expect(await world.footprint()).toEqual(before);
  return reply;
};

const command = async (login: Login, url: string, body?: object) => (await world.as(login)).command(url, body);
const submit = (change: object) => command('branch-secretary', '/api/evidence', { ...evidenceOf(), ...change });
const record = (change: object) => command('registrar', '/api/incidents', { ...incidentOf(), ...change });

/** A body as its bytes stand, whatever they are. */
const raw = async (body: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
  (await world.as('branch-secretary')).ask('POST', '/api/evidence', {
    body,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });

describe('unknown ids 不存在的编号', () => {
  it.each<[string, Login, string, string]>([
    ['a record', 'clerk', `/api/evidence/${randomUUID()}`, 'evidence.unknown'],
    ['a case', 'registrar', `/api/incidents/${randomUUID()}`, 'incident.unknown'],
    ['a file', 'clerk', `/api/files/${randomUUID()}`, 'not-found'],
    ['a cycle', 'clerk', `/api/cycles/nowhere/units/${OWN}/scorecard`, 'cycle.unknown'],
    ['a cycle’s overview', 'clerk', '/api/cycles/nowhere/overview', 'cycle.unknown'],
    ['a unit', 'clerk', `/api/cycles/${CYCLE}/units/nobody/home`, 'not-found'],
    ['a criterion', 'clerk', `/api/cycles/${CYCLE}/units/${OWN}/scorecard/99.9`, 'not-found'],
    ['a property of every object', 'clerk', `/api/cycles/${CYCLE}/units/${OWN}/scorecard/constructor`, 'not-found'],
    ['a rubric version', 'clerk', `/api/rubrics/${'0'.repeat(64)}`, 'rubric.unknown'],
  ])('of %s', async (_, login, url, code) => {
    const client = await world.as(login);
    await refused(() => client.get(url), 404, code);
  });

  it.each<[string, Login, string, object | undefined, number, string]>([
    ['a record to accept', 'clerk', `/api/evidence/${randomUUID()}/acceptance`, undefined, 404, 'evidence.unknown'],
    [
      'a record to return',
      'clerk',
      `/api/evidence/${randomUUID()}/return`,
      { reason: '缺页' },
      404,
      'evidence.unknown',
    ],
    [
      'a case to confirm',
      'confirmer',
      `/api/incidents/${randomUUID()}/confirmation`,
      undefined,
      404,
      'incident.unknown',
    ],
    [
      'a case to withdraw',
      'registrar',
      `/api/incidents/${randomUUID()}/withdrawal`,
      undefined,
      404,
      'incident.unknown',
    ],
    ['a unit of a case', 'registrar', '/api/incidents', incidentOf({ unitId: 'nobody' }), 404, 'unit.unknown'],
    ['a unit to admit', 'clerk', `/api/cycles/${CYCLE}/participants`, { unitId: 'nobody' }, 404, 'unit.unknown'],
    ['a cycle to advance', 'clerk', '/api/cycles/nowhere/stage', { to: 'tracking' }, 404, 'cycle.unknown'],
    [
      'a cycle of a record',
      'branch-secretary',
      '/api/evidence',
      evidenceOf({ cycleId: 'nowhere' }),
      404,
      'cycle.unknown',
    ],
    ['a ruling to sign', 'chair', `/api/rubrics/${RUBRIC}/signatures`, { rulings: ['Z99'] }, 404, 'ruling.unknown'],
    [
      'a unit’s parent',
      'administrator',
      '/api/units',
      { unitId: 'new', name: '新单位', kind: 'section', parentId: 'nobody', order: 1, foundedOn: daysAgo(1) },
      422,
      'unit.parent-unknown',
    ],
  ])('of %s', async (_, login, url, body, status, code) => {
    await refused(() => command(login, url, body), status, code);
  });

  it.each(['x', '1', '%00', '..%2F..', 'NaN', '7c9e6679-7425-40de-944b-e07fc1f90ae'])(
    'that are none: %s',
    async (id) => {
      const clerk = await world.as('clerk');
      await refused(() => clerk.get(`/api/evidence/${id}`), 400, 'request.invalid');
      await refused(() => clerk.get(`/api/files/${id}`), 400, 'request.invalid');
    },
  );
});

describe('wrong versions 版本不符', () => {
  const opening = (rubric: object) => ({
    cycleId: 'other-year',
    year: 2031,
    from: '2031-01-01',
    to: '2031-12-31',
    rubric: { id: 'yueqing', version: '2020', hash: RUBRIC, ...rubric },
  });

  it('of the table: content that is not of its name', async () => {
    await refused(() => command('clerk', '/api/cycles', opening({ version: '1999' })), 422, 'rubric.other-content');
  });

  it('of the table: content that nobody knows', async () => {
    await refused(() => command('clerk', '/api/cycles', opening({ hash: 'f'.repeat(64) })), 404, 'rubric.unknown');
    await refused(() => command('clerk', '/api/cycles', opening({ hash: 'F'.repeat(64) })), 400, 'request.invalid');
  });

  it('of the stage: one that does not follow', async () => {
    const url = `/api/cycles/${CYCLE}/stage`;
    await refused(() => command('clerk', url, { to: 'archived' }), 422, 'cycle.stage-out-of-order');
    await refused(() => command('clerk', url, { to: 'deployment' }), 422, 'cycle.stage-out-of-order');
  });
});

describe('dates 日期', () => {
  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '',
    'today',
    '2026-01-01T00:00:00Z',
    20260101,
  ])('%j is none', async (occurredOn) => {
    await refused(() => submit({ occurredOn }), 400, 'request.invalid');
    await refused(() => record({ effectiveOn: occurredOn }), 400, 'request.invalid');
    const clerk = await world.as('clerk');
    const url = `/api/cycles/${CYCLE}/overview?asOf=${occurredOn}`;
    await refused(() => clerk.get(url), 400, 'request.invalid');
  });

  it.each(['0000-01-01', '0001-01-01', '9999-12-31'])('beyond what PostgreSQL or anybody knows: %s', async (date) => {
    const clerk = await world.as('clerk');
    const before = await world.footprint();
    for (const page of [`units/${OWN}/scorecard`, `units/${OWN}/scorecard/10.4`, 'overview']) {
      expectAnyProblem(await clerk.get(`/api/cycles/${CYCLE}/${page}?asOf=${date}`));
    }
    expectAnyProblem(await submit({ occurredOn: date }));
    if (date < '1000') expectAnyProblem(await record({ actOn: date }));
    expect(await world.footprint()).toEqual(before);
  });

  it('to come are no facts', async () => {
    await refused(() => submit({ occurredOn: daysAgo(-1) }), 422, 'evidence.in-the-future');
    await refused(() => record({ effectiveOn: daysAgo(-1) }), 422, 'incident.in-the-future');
    await refused(() => record({ learnedOn: daysAgo(-1) }), 422, 'incident.in-the-future');
    const secretary = await world.as('branch-secretary');
    for (const page of ['scorecard', 'scorecard/10.4']) {
      const url = `/api/cycles/${CYCLE}/units/${OWN}/${page}?asOf=${daysAgo(-1)}`;
      await refused(() => secretary.get(url), 422, 'request.as-of-in-the-future');
    }
  });

  it('of another year are not of this one', async () => {
    await refused(() => submit({ occurredOn: daysAgo(201) }), 422, 'evidence.outside-cycle');
    const clerk = await world.as('clerk');
    const url = `/api/cycles/${CYCLE}/units/${OWN}/scorecard?asOf=${daysAgo(30)}`;
    await refused(() => clerk.get(url), 404, 'cycle.unknown');
  });

  it('in an impossible order', async () => {
    await refused(() => record({ actOn: daysAgo(1), effectiveOn: daysAgo(2) }), 422, 'incident.effect-before-act');
    const early = { actOn: daysAgo(2), effectiveOn: daysAgo(1), learnedOn: daysAgo(3) };
    await refused(() => record(early), 422, 'incident.learned-before-act');
  });
});

describe('content 内容', () => {
  it.each<[string, object, number, string]>([
    ['an unknown criterion', { criteria: ['99.9'] }, 422, 'evidence.unknown-criterion'],
    ['a criterion that is decided by rule alone', { criteria: ['10.4'] }, 422, 'evidence.unknown-criterion'],
    ['a criterion twice', { criteria: ['2.1', '2.1'] }, 422, 'evidence.criterion-twice'],
    ['no criterion', { criteria: [] }, 400, 'request.invalid'],
    ['an unknown kind', { kind: 'karaoke' }, 422, 'evidence.unknown-kind'],
    ['more present than due', { attendance: { present: 21, due: 20 } }, 422, 'evidence.more-present-than-due'],
    ['fewer than none', { attendance: { present: -1, due: 20 } }, 400, 'request.invalid'],
    ['a tenth session of a day', { session: 10 }, 400, 'request.invalid'],
    ['half a session', { session: 1.5 }, 400, 'request.invalid'],
    ['a number too large for any column', { session: 1e308 }, 400, 'request.invalid'],
    ['a number as text', { session: '1' }, 400, 'request.invalid'],
    ['an empty title', { title: '' }, 400, 'request.invalid'],
    ['a title of blanks', { title: '   ' }, 400, 'request.invalid'],
    ['a title too long', { title: '字'.repeat(121) }, 400, 'request.invalid'],
    ['NUL in a title', { title: 'a\0b' }, 400, 'request.invalid'],
    ['a line break in a title', { title: 'a\nb' }, 400, 'request.invalid'],
    ['half a character in a title', { title: 'a\ud800b' }, 400, 'request.invalid'],
    ['NUL in a criterion', { criteria: ['2.1\0'] }, 422, 'evidence.unknown-criterion'],
    [
      'an attachment nobody uploaded',
      { attachments: [{ fileId: randomUUID(), sha256: '0'.repeat(64), size: 1 }] },
      422,
      'evidence.unknown-file',
    ],
    [
      '21 attachments',
      { attachments: Array.from({ length: 21 }, () => ({ fileId: randomUUID(), sha256: '0'.repeat(64), size: 1 })) },
      400,
      'request.invalid',
    ],
    ['a field that nobody asked for', { points: 500 }, 400, 'request.invalid'],
    ['a unit in another spelling', { unitId: 'DAOLU' }, 404, 'not-found'],
    ['an array for a unit', { unitId: [OWN] }, 400, 'request.invalid'],
    ['an object for a text', { title: { $ne: '' } }, 400, 'request.invalid'],
  ])('%s is refused', async (_, change, status, code) => {
    await refused(() => submit(change), status, code);
  });

  it.each<[string, object]>([
    ['a name in place of a document number', { documentNumber: '张三酒后驾驶一案' }],
    ['a sentence around a document number', { documentNumber: '张三：乐市政效〔2026〕5号' }],
    ['a name in place of a reference', { personRef: '张三' }],
    ['a remark that nobody asked for', { remark: '张三' }],
    ['an unknown category', { category: 'gossip' }],
    ['an unknown role', { role: 'chair' }],
  ])('%s is refused in a case', async (_, change) => {
    const reply = await refused(() => record(change), 400, 'request.invalid');
    expect(reply.body).not.toContain('张三');
  });

  it('no year opens that overlaps another, and the answer names the other', async () => {
    const { published } = rubricLibrary.get(RUBRIC)!.compiled;
    const rubric = { id: published.id, version: published.version, hash: RUBRIC };
    const body = {
      cycleId: 'another',
      year: Number(daysAgo(-99).slice(0, 4)),
      from: daysAgo(-99),
      to: daysAgo(-400),
      rubric,
    };
    const reply = await (await world.as('clerk')).command('/api/cycles', body);
    expectProblem(reply, 422, 'cycle.overlaps');
    expect(reply.json()).toMatchObject({ detail: expect.stringContaining(CYCLE) });
  });

  it('a unit that is not assessed takes no records', async () => {
    const { commands } = world;
    const envelope = {
      actor: randomUUID(),
      correlation: randomUUID(),
      recordedAt: new Date().toISOString(),
      demonstration: false,
    };
    const founding = {
      unitId: 'office',
      name: '办公室',
      kind: 'office' as const,
      parentId: null,
      order: 9,
      foundedOn: daysAgo(9),
    };
    await commands.unit({ type: 'FoundUnit', ...founding }, { envelope });
    await world.settled();
    const clerk = await world.as('clerk');
    await refused(() => clerk.get(`/api/cycles/${CYCLE}/units/office/scorecard`), 404, 'not-found');
  });

  it('names every fault with its place', async () => {
    const reply = await submit({ title: '', session: 0, occurredOn: '2026-02-30' });
    const { issues } = reply.json<{ issues: { path: string }[] }>();
    expect(issues.map(({ path }) => path).toSorted()).toEqual(['body.occurredOn', 'body.session', 'body.title']);
  });
});

describe('the key of a command Idempotency-Key', () => {
  it.each<[string, Record<string, string>]>([
    ['without one', {}],
    ['with an empty one', { 'idempotency-key': '' }],
    ['with one too short', { 'idempotency-key': '1234567' }],
    ['with one too long', { 'idempotency-key': 'k'.repeat(129) }],
    ['with blanks', { 'idempotency-key': 'a key with blanks' }],
  ])('%s it is refused', async (_, headers) => {
    const secretary = await world.as('branch-secretary');
    const body = evidenceOf();
    await refused(() => secretary.ask('POST', '/api/evidence', { body, headers }), 400, 'idempotency.key-missing');
  });

  it('is asked for by every command of the contract', async () => {
    for (const endpoint of endpoints.filter(({ command, body }) => command && !body)) {
      const client = await world.as(holderOf(endpoint));
      const url = fillPath(endpoint.path, {
        evidenceId: randomUUID(),
        incidentId: randomUUID(),
        draftId: randomUUID(),
      });
      await refused(() => client.ask('POST', url), 400, 'idempotency.key-missing');
    }
  });

  it('used again with another body is refused', async () => {
    const [secretary, key] = [await world.as('branch-secretary'), randomUUID()];
    expect((await secretary.command('/api/evidence', evidenceOf(), key)).statusCode).toBe(200);
    await refused(() => secretary.command('/api/evidence', evidenceOf(), key), 422, 'idempotency.key-reused');
    const withdrawal = { reason: '重复登记' };
    const { evidenceId } = evidenceOf();
    await secretary.carryOut('/api/evidence', evidenceOf({ evidenceId }));
    const url = `/api/evidence/${evidenceId}/withdrawal`;
    await refused(() => secretary.command(url, withdrawal, key), 422, 'idempotency.key-reused');
  });

  it('of a refused command is not used up', async () => {
    const [secretary, key, body] = [await world.as('branch-secretary'), randomUUID(), evidenceOf()];
    const wrong = { ...body, kind: 'karaoke' };
    await refused(() => secretary.command('/api/evidence', wrong, key), 422, 'evidence.unknown-kind');
    expect((await secretary.command('/api/evidence', body, key)).statusCode).toBe(200);
  });
});

describe('signing in 登录', () => {
  it.each<[string, object]>([
    ['NUL in the account', { account: 'a\0b', password: 'x' }],
    ['half a character in the account', { account: 'a\ud800', password: 'x' }],
    ['no account', { password: 'x' }],
    ['an object for a password', { account: 'clerk', password: { $ne: '' } }],
    ['a password without end', { account: 'clerk', password: 'x'.repeat(257) }],
  ])('with %s is refused', async (_, body) => {
    await refused(() => world.anonymous.ask('POST', '/api/session', { body }), 400, 'request.invalid');
  });
});

describe('a body 请求内容', () => {
  it.each<[string, string | Buffer]>([
    ['that is not JSON', '{"title":'],
    ['that is a web form in disguise', 'title=a'],
    ['that is empty', ''],
    ['that is not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['with two values', '{}{}'],
    ['with NaN', '{"session":NaN}'],
  ])('%s is refused', async (_, body) => {
    await refused(() => raw(body), 400, 'request.not-json');
  });

  it.each<[string, string]>([
    ['an array', '[]'],
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"evidence"'],
    ['an empty object', '{}'],
    ['an array of objects', `[${JSON.stringify(evidenceOf())}]`],
    ['an array within 100,000 others', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['an object within 30,000 others', '{"a":'.repeat(30_000) + '1' + '}'.repeat(30_000)],
    [
      'deep nesting in a field',
      JSON.stringify(evidenceOf()).replace('"session":1', `"session":${'['.repeat(50_000)}${']'.repeat(50_000)}`),
    ],
    ['a number beyond any', JSON.stringify(evidenceOf()).replace('"session":1', '"session":1e999')],
    [
      'a number of 10,000 digits',
      JSON.stringify(evidenceOf()).replace('"session":1', `"session":${'9'.repeat(10_000)}`),
    ],
  ])('of %s is refused', async (_, body) => {
    await refused(() => raw(body), 400, 'request.invalid');
  });

  it.each(['__proto__', 'constructor'])('with %s as a key changes no prototype', async (key) => {
    const value = key === 'constructor' ? '{"prototype":{"polluted":1}}' : '{"polluted":1}';
    const before = await world.footprint();
    const reply = await raw(JSON.stringify(evidenceOf()).replace('{', `{"${key}":${value},`));
    expectAnyProblem(reply);
    expect(await world.footprint()).toEqual(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('of 300 kB is refused', async () => {
    await refused(() => raw(JSON.stringify({ title: 'x'.repeat(300_000) })), 413, 'request.too-large');
  });

  it.each<[string, Record<string, string>]>([
    ['plain text', { 'content-type': 'text/plain' }],
    ['XML', { 'content-type': 'application/xml' }],
    ['a web form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['nothing known', { 'content-type': 'nonsense' }],
  ])('that says it is %s is refused', async (_, headers) => {
    await refused(() => raw(JSON.stringify(evidenceOf()), headers), 415, 'request.unsupported-media');
  });

  it('that is missing, or a form with a file, is refused', async () => {
    const secretary = await world.as('branch-secretary');
    await refused(() => secretary.command('/api/evidence'), 400, 'request.invalid');
    const { body, headers } = form({ filename: 'a.pdf', data: PDF });
    await refused(() => raw(body, headers), 400, 'request.invalid');
  });
});

describe('a query 查询', () => {
  const list = async (query: string) => (await world.as('clerk')).get(`/api/evidence?${query}`);
  it.each([
    '',
    'cycleId=',
    'cycleId=UPPER',
    `cycleId=${CYCLE}&cycleId=${CYCLE}`,
    `cycleId=${CYCLE}&page=0`,
    `cycleId=${CYCLE}&page=-1`,
    `cycleId=${CYCLE}&page=1e9`,
    `cycleId=${CYCLE}&page=1.5`,
    `cycleId=${CYCLE}&page=`,
    `cycleId=${CYCLE}&page=x`,
    `cycleId=${CYCLE}&page=1&page=2`,
    `cycleId=${CYCLE}&page=Infinity`,
    `cycleId=${CYCLE}&size=0`,
    `cycleId=${CYCLE}&size=201`,
    `cycleId=${CYCLE}&status=lost`,
    `cycleId=${CYCLE}&unitId[]=${OWN}`,
    `cycleId=${CYCLE}&unitId[$ne]=x`,
    `cycleId=${CYCLE}&search=`,
    `cycleId=${CYCLE}&search=${'x'.repeat(61)}`,
    `cycleId=${CYCLE}&search=a&search=b`,
    `cycleId=${CYCLE}&orderBy=title`,
    `cycleId=${CYCLE}&after=1`,
    `cycleId=${CYCLE}&__proto__=x`,
    `cycleId=${CYCLE}&search=a%00`,
    `cycleId=${CYCLE}&kind=%00`,
    `cycleId=${CYCLE}&criterion=%00`,
  ])('?%s is refused', async (query) => {
    await refused(() => list(query), 400, 'request.invalid');
  });

  it('for cases with NUL in it is refused', async () => {
    const registrar = await world.as('registrar');
    await refused(() => registrar.get('/api/incidents?search=a%00'), 400, 'request.invalid');
  });

  it('takes % and _ as characters like others', async () => {
    const after = await (await world.as('branch-secretary')).carryOut('/api/evidence', evidenceOf());
    const total = async (search: string) =>
      (await list(`cycleId=${CYCLE}&after=${after}&search=${search}`)).json<{ total: number }>().total;
    expect(await total(encodeURIComponent('集中学习'))).toBeGreaterThan(0);
    expect(await total('%25')).toBe(0);
    expect(await total('_')).toBe(0);
  });

  it('of the last page that may be asked for is empty, not an error', async () => {
    const reply = await list(`cycleId=${CYCLE}&page=100000&size=200`);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ rows: [] });
  });

  it.each(['A'.repeat(48), '-'.repeat(48), 'A'.repeat(47), 'A'.repeat(120)])(
    'with a position that is none of ours is refused: %s',
    async (after) => {
      await refused(() => list(`cycleId=${CYCLE}&after=${after}`), 400, 'position.invalid');
    },
  );

  it('with a position that was tampered with is refused', async () => {
    const position = await (await world.as('branch-secretary')).carryOut('/api/evidence', evidenceOf());
    const other = position.slice(0, 20) + (position[20] === 'A' ? 'B' : 'A') + position.slice(21);
    await refused(() => list(`cycleId=${CYCLE}&after=${other}`), 400, 'position.invalid');
  });

  it('that looks for code finds text', async () => {
    for (const search of ["'; drop table event; --", '${7*7}', '<script>', '\\', '\ud83d\ude00']) {
      expect((await list(`cycleId=${CYCLE}&search=${encodeURIComponent(search)}`)).statusCode).toBe(200);
    }
  });
});

describe('an address 地址', () => {
  it.each<['GET' | 'POST' | 'DELETE' | 'PUT', string]>([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/nothing'],
    ['GET', '/api/units/'],
    ['GET', '/api//units'],
    ['GET', '/API/units'],
    ['PUT', '/api/units'],
    ['DELETE', '/api/units'],
    ['POST', '/api/health'],
    ['GET', '/api/constructor'],
    ['GET', '/etc/passwd'],
  ])('that is none: %s %s', async (method, url) => {
    const client = await world.as('administrator');
    await refused(() => client.ask(method, url), 404, 'not-found');
  });

  it.each(['/api/evidence/%E0%A4%A', '/api/%', '/%', '/api/evidence/%ff%fe'])('that is malformed: %s', async (url) => {
    await refused(() => world.anonymous.get(url), 400, 'request.malformed');
  });

  it('too long for any is refused', async () => {
    const client = await world.as('clerk');
    const before = await world.footprint();
    expectAnyProblem(await client.get(`/api/evidence/${'a'.repeat(5000)}`));
    expect(await world.footprint()).toEqual(before);
  });
});

describe('every code that the program refuses with', () => {
  it('has a sentence in Chinese and in English', () => {
    for (const [code, { zh, en }] of Object.entries(problemSentences)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$/);
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(en).toMatch(/\.$/);
    }
  });
});

/** Somebody who may, so that a request comes further than the policy. */
const holderOf = ({ policy }: Endpoint): Role =>
  policy === 'public' || policy === 'signed-in' ? 'clerk' : roles.find((role) => reachOf(role, policy))!;

describe('whatever the contract lets one send', () => {
  const RUNS = 14;
  const seed = Number(process.env['MOFAN_TEST_SEED'] ?? 20_201);
  const fuzzed = endpoints.filter(({ produces, consumes, method }) => !produces && !consumes && method !== 'DELETE');
  const tally = { served: 0, refused: 0 };
  let known: Known;
  beforeAll(async () => {
    const [evidence, incident] = [evidenceOf(), incidentOf()];
    await (await world.as('branch-secretary')).carryOut('/api/evidence', evidence);
    await (await world.as('registrar')).carryOut('/api/incidents', incident);
    const draftId = randomUUID();
    await (await world.as('clerk')).carryOut('/api/rubric-drafts', { draftId, basedOn: RUBRIC });
    known = {
      draftId: [draftId, randomUUID()],
      basedOn: [RUBRIC],
      edition: [1, 2],
      rulings: [['A01'], ['A01', 'A14']],
      text: ['a: 1', 'schema: mofan-rubric/2\nid: x'],
      cycleId: [CYCLE],
      unitId: [OWN, FOREIGN],
      evidenceId: [evidence.evidenceId],
      incidentId: [incident.incidentId],
      hash: [RUBRIC],
      lineId: ['2.2', '10.4'],
      kind: [evidence.kind],
      criteria: [['2.1'], ['2.2', '2.3']],
      title: [evidence.title],
      reason: ['缺签到表', 'entered-in-error'],
      documentNumber: [incident.documentNumber],
      outcomeDocument: ['乐市复决〔2026〕1号'],
      occurredOn: [daysAgo(0), daysAgo(9)],
      actOn: [daysAgo(9)],
      effectiveOn: [daysAgo(2)],
      learnedOn: [daysAgo(1)],
      asOf: [daysAgo(0), daysAgo(1), daysAgo(15)],
      attachments: [[]],
    };
  });

  it.each(fuzzed.map((endpoint) => [routeOf(endpoint), endpoint] as const))('%s never fails', async (_, endpoint) => {
    const client = await world.as(holderOf(endpoint));
    await fc.assert(
      fc.asyncProperty(arbitraryRequest(endpoint, known), async ({ params, query, body }) => {
        const reply = await send(client, endpoint, params, query, body);
        const served = reply.statusCode === 200;
        if (!served) expectAnyProblem(reply);
        tally[served ? 'served' : 'refused'] += 1;
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
  });

  it('is no empty boast: a good part was served, a good part refused', () => {
    const all = fuzzed.length * RUNS;
    expect(tally.served + tally.refused).toBe(all);
    expect(tally.served).toBeGreaterThan(all / 10);
    expect(tally.refused).toBeGreaterThan(all / 10);
  });

  const send = (client: Client, endpoint: Endpoint, params: object, query: object, body: unknown) => {
    const texts = (part: object) =>
      Object.fromEntries(Object.entries(part).map(([name, value]) => [name, textOf(value)]));
    const path = fillPath(endpoint.path, texts(params));
    const search = new URLSearchParams(texts(query)).toString();
    return client.ask(endpoint.method, search ? `${path}?${search}` : path, {
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { ...(body === undefined ? {} : JSON_TYPE), 'idempotency-key': randomUUID() },
    });
  };
});

/** A value as it stands in an address; half a character has no place there. */
const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : String(JSON.stringify(value))).replaceAll(/\p{Cs}/gu, '');
