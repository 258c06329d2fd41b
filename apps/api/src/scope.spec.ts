import { randomUUID } from 'node:crypto';
import { reachOf, roles, type Permission, type Role } from '@mofan/contracts/access';
import { endpoints, type Route } from '@mofan/contracts/api';
import type { Endpoint } from '@mofan/contracts/endpoint';
import type { EvidenceRow } from '@mofan/contracts/evidence';
import type { FileRow } from '@mofan/contracts/file';
import type { IncidentDetail, IncidentRow } from '@mofan/contracts/incident';
import type { NotificationRow } from '@mofan/contracts/notification';
import type { LineSource, UnitHome, UnitScorecard } from '@mofan/contracts/scorecard';
import type { UnitRow } from '@mofan/contracts/unit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, fillPath, routeOf, type Client, type Reply } from './testing/client.ts';
import { attachmentOf, evidenceOf, form, incidentOf, PDF } from './testing/examples.ts';
import {
  createWorld,
  CYCLE,
  daysAgo,
  FOREIGN,
  OWN,
  recorded,
  RUBRIC,
  UNKNOWN,
  type Login,
  type World,
} from './testing/world.ts';

/** One unit's ids, wherever a request may name it. */
interface Subject {
  unitId: string;
  evidenceId: string;
  incidentId: string;
  fileId: string;
}
type Whose = 'own' | 'foreign' | 'unknown';

/** nobody's unit's: a table in the making */
const DRAFT = randomUUID();

let world: World;
let subjects: Record<Whose, Subject>;
/** entered, not confirmed: nobody's business at the unit */
const pending = incidentOf({ documentNumber: '乐市纪〔2026〕77号' });

beforeAll(async () => {
  world = await createWorld();
  const [own, foreign, registrar, confirmer, clerk] = await Promise.all(
    (['branch-secretary', 'foreign-secretary', 'registrar', 'confirmer', 'clerk'] as const).map(world.as),
  );
  await clerk!.carryOut('/api/rubric-drafts', { draftId: DRAFT, basedOn: RUBRIC });
  const populate = async (client: Client, unitId: string): Promise<Subject> => {
    const upload = await client.ask('POST', '/api/files', form({ filename: '签到表.pdf', data: PDF }));
    const file = upload.json<FileRow>();
    const evidence = evidenceOf({ unitId, attachments: [attachmentOf(file)] });
    const returned = evidenceOf({ unitId, occurredOn: daysAgo(1) });
    for (const body of [evidence, returned]) await client.carryOut('/api/evidence', body);
    await clerk!.carryOut(`/api/evidence/${returned.evidenceId}/return`, { reason: '缺签到表' });
    const incident = incidentOf({ unitId });
    await registrar!.carryOut('/api/incidents', incident);
    await confirmer!.carryOut(`/api/incidents/${incident.incidentId}/confirmation`);
    return { unitId, evidenceId: evidence.evidenceId, incidentId: incident.incidentId, fileId: file.fileId };
  };
  subjects = {
    own: await populate(own!, OWN),
    foreign: await populate(foreign!, FOREIGN),
    unknown: { unitId: UNKNOWN, evidenceId: randomUUID(), incidentId: randomUUID(), fileId: randomUUID() },
  };
  await world.settled();
});
afterAll(() => world.close());

describe('a list holds its reader’s own', () => {
  const evidenceUrl = `/api/evidence?cycleId=${CYCLE}&size=200`;

  it.each(['branch-secretary', 'unit-head'] as const)('%s: units, evidence, notifications', async (login) => {
    const client = await world.as(login);
    expect((await client.read<UnitRow[]>('/api/units')).map(({ unitId }) => unitId)).toEqual([OWN]);
    const evidence = await client.read<{ rows: EvidenceRow[]; total: number }>(evidenceUrl);
    expect(evidence.rows.map(({ unitId }) => unitId)).toEqual([OWN, OWN]);
    expect(evidence.total).toBe(2);
    const told = await client.read<{ rows: NotificationRow[]; total: number }>('/api/notifications');
    expect(told.rows.map(({ subject }) => subject.unitId)).toEqual([OWN, OWN]);
    expect(told.total).toBe(2);
  });

  it('and who assesses has all', async () => {
    const clerk = await world.as('clerk');
    expect((await clerk.read<UnitRow[]>('/api/units')).map(({ unitId }) => unitId)).toEqual([OWN, FOREIGN]);
    const { rows, total } = await clerk.read<{ rows: EvidenceRow[]; total: number }>(evidenceUrl);
    expect(new Set(rows.map(({ unitId }) => unitId))).toEqual(new Set([OWN, FOREIGN]));
    expect(total).toBe(4);
  });

  it('and marking another’s notifications as read does nothing', async () => {
    const [own, foreign] = [await world.as('branch-secretary'), await world.as('foreign-secretary')];
    const { rows } = await foreign.read<{ rows: NotificationRow[] }>('/api/notifications');
    const body = { notificationIds: rows.map(({ notificationId }) => notificationId) };
    expect((await own.ask('POST', '/api/notifications/read', { body })).statusCode).toBe(200);
    expect((await foreign.read<{ unread: number }>('/api/notifications')).unread).toBe(2);
  });
});

describe('a unit’s view of a case against it', () => {
  it('names nobody: no reference to person or act, wherever the case shows', async () => {
    const { incidentId } = subjects.own;
    const whole = await (await world.as('registrar')).read<IncidentRow>(`/api/incidents/${incidentId}`);
    const secretary = await world.as('branch-secretary');
    const shown = await secretary.read<IncidentDetail>(`/api/incidents/${incidentId}`);
    expect(shown).toMatchObject({ incidentId, status: 'confirmed', documentNumber: whole.documentNumber });
    expect(shown).not.toHaveProperty('personRef');
    expect(shown).not.toHaveProperty('actRef');
    for (const url of unitPages()) {
      const { body } = await secretary.get(url);
      expect(body, url).not.toContain(whole.personRef);
      expect(body, url).not.toContain(whole.actRef);
    }
  });

  it('does not begin before the case is confirmed', async () => {
    const [secretary, registrar] = [await world.as('branch-secretary'), await world.as('registrar')];
    const before = await textsOf(secretary);
    await registrar.carryOut('/api/incidents', pending);
    await world.settled();
    expect(await textsOf(secretary)).toEqual(before);
    const hidden = await secretary.get(`/api/incidents/${pending.incidentId}`);
    expectProblem(hidden, 404, 'incident.unknown');
    expect((await secretary.get(`/api/incidents/${randomUUID()}`)).body).toBe(hidden.body);
    for (const url of unitPages()) {
      const { body } = await secretary.get(url);
      expect(body, url).not.toContain(pending.incidentId);
      expect(body, url).not.toContain(pending.documentNumber);
    }
  });

  it('is not moved by a correction that waits for confirmation', async () => {
    const [secretary, registrar] = [await world.as('branch-secretary'), await world.as('registrar')];
    const before = await textsOf(secretary);
    const { incidentId } = subjects.own;
    const { documentNumber, personRef, actRef } = await registrar.read<IncidentRow>(`/api/incidents/${incidentId}`);
    const details = detailsOf(incidentOf({ role: 'unit-head', documentNumber, personRef, actRef }));
    await registrar.carryOut(`/api/incidents/${incidentId}/correction`, details);
    await world.settled();
    expect(await textsOf(secretary)).toEqual(before);
  });

  it('has no register to look into', async () => {
    const secretary = await world.as('branch-secretary');
    for (const url of ['/api/incidents', '/api/incidents/to-confirm', `/api/incidents?unitId=${OWN}`]) {
      expectProblem(await secretary.get(url), 403, 'access.denied');
    }
  });

  /** Every page on which a unit reads of its own year. */
  const unitPages = () => {
    const year = `/api/cycles/${CYCLE}/units/${OWN}`;
    return [
      `${year}/home`,
      `${year}/scorecard`,
      `${year}/scorecard/10.4`,
      `${year}/scorecard/10.4?asOf=${daysAgo(0)}`,
      `/api/incidents/${subjects.own.incidentId}`,
      '/api/notifications',
      '/api/units',
      `/api/evidence?cycleId=${CYCLE}`,
    ];
  };
  const textsOf = async (client: Client) => Promise.all(unitPages().map(async (url) => (await client.get(url)).body));
});

describe('the time of the last fact on a scorecard', () => {
  const factsAt = async (login: Login, unitId: string, query = '') => {
    const url = `/api/cycles/${CYCLE}/units/${unitId}/scorecard${query}`;
    return (await (await world.as(login)).read<UnitScorecard>(url)).factsAt;
  };

  it('does not tell of a case that waits, as of a past day', async () => {
    const past = `?asOf=${daysAgo(3)}`;
    const before = await factsAt('branch-secretary', OWN, past);
    const dates = { actOn: daysAgo(9), effectiveOn: daysAgo(8), learnedOn: daysAgo(8) };
    await world.commands.incident({ type: 'RecordIncident', ...incidentOf(dates) }, recorded(5));
    await world.settled();
    expect(await factsAt('branch-secretary', OWN, past)).toBe(before);
  });

  it('nor today, when the scorecard is computed anew for another reason', async () => {
    const before = await factsAt('foreign-secretary', FOREIGN);
    await (await world.as('registrar')).carryOut('/api/incidents', incidentOf({ unitId: FOREIGN }));
    await (await world.as('clerk')).carryOut(`/api/cycles/${CYCLE}/stage`, { to: 'self-assessment' });
    await world.settled();
    expect(await factsAt('foreign-secretary', FOREIGN)).toBe(before);
  });
});

describe('the administrator', () => {
  it('runs the system and reads neither cases nor evidence', async () => {
    const administrator = await world.as('administrator');
    const { evidenceId, incidentId, fileId } = subjects.own;
    const year = `/api/cycles/${CYCLE}/units/${OWN}`;
    for (const url of [
      `/api/evidence?cycleId=${CYCLE}`,
      `/api/evidence/${evidenceId}`,
      '/api/incidents',
      `/api/incidents/${incidentId}`,
      `/api/files/${fileId}`,
      `${year}/scorecard`,
      `${year}/scorecard/10.4`,
      `${year}/home`,
    ]) {
      expectProblem(await administrator.get(url), 403, 'access.denied');
    }
  });

  it('alone learns what runs how', async () => {
    expect(Object.keys(await (await world.as('administrator')).read('/api/health'))).toContain('projections');
    for (const login of roles.filter((role) => role !== 'administrator')) {
      expect(await (await world.as(login)).read('/api/health')).toEqual({ status: 'ok' });
    }
    expect(await world.anonymous.read('/api/health')).toEqual({ status: 'ok' });
  });
});

describe('marks', () => {
  it('are for who assesses: a unit reads what facts settle', async () => {
    const url = `/api/cycles/${CYCLE}/units/${OWN}/scorecard`;
    const audience = async (login: Login) =>
      (await (await world.as(login)).read<UnitScorecard>(url)).scorecard.audience;
    expect(await Promise.all((['branch-secretary', 'unit-head', 'clerk', 'chair'] as const).map(audience))).toEqual([
      'facts',
      'facts',
      'marks',
      'marks',
    ]);
  });
});

interface Asked {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
}

/** A sound request for each route of the contract, about one unit. */
const requests: Record<Route, (subject: Subject) => Asked> = {
  'POST /api/session': () => ({ body: { account: 'nobody', password: 'wrong' } }),
  'GET /api/session': () => ({}),
  'DELETE /api/session': () => ({}),
  'GET /api/units': () => ({}),
  'POST /api/units': ({ unitId }) => ({
    body: { unitId, name: '某单位', kind: 'section', parentId: 'nothing', order: 1, foundedOn: daysAgo(9) },
  }),
  'POST /api/units/{unitId}/branch': ({ unitId }) => ({
    params: { unitId },
    body: { name: '某党支部', establishedOn: daysAgo(9) },
  }),
  'POST /api/units/{unitId}/appointments': ({ unitId }) => ({
    params: { unitId },
    body: { post: 'branch-secretary', holder: randomUUID(), from: daysAgo(300) },
  }),
  'POST /api/units/{unitId}/vacancies': ({ unitId }) => ({
    params: { unitId },
    body: { post: 'unit-head', from: daysAgo(300) },
  }),
  'GET /api/cycles': () => ({}),
  'POST /api/cycles': () => ({
    body: {
      cycleId: CYCLE,
      year: 2026,
      from: '2026-01-01',
      to: '2026-12-31',
      rubric: { id: 'x', version: 'x', hash: RUBRIC },
    },
  }),
  'POST /api/cycles/{cycleId}/participants': ({ unitId }) => ({ params: { cycleId: CYCLE }, body: { unitId } }),
  'POST /api/cycles/{cycleId}/stage': () => ({ params: { cycleId: CYCLE }, body: { to: 'archived' } }),
  'GET /api/cycles/{cycleId}/overview': () => ({ params: { cycleId: CYCLE } }),
  'GET /api/rubrics': () => ({}),
  'GET /api/rubrics/{hash}/bands': () => ({ params: { hash: RUBRIC } }),
  'GET /api/rubrics/{hash}/file': () => ({ params: { hash: RUBRIC }, query: { format: 'yaml' } }),
  'GET /api/rubrics/{hash}/what-if': () => ({ params: { hash: RUBRIC }, query: { cycleId: CYCLE } }),
  'GET /api/rubric-template': () => ({}),
  'GET /api/rubric-drafts': () => ({}),
  'POST /api/rubric-drafts': () => ({ body: { draftId: randomUUID(), basedOn: RUBRIC } }),
  'GET /api/rubric-drafts/{draftId}': () => ({ params: { draftId: DRAFT } }),
  'GET /api/rubric-drafts/{draftId}/what-if': () => ({ params: { draftId: DRAFT }, query: { cycleId: CYCLE } }),
  'POST /api/rubric-drafts/{draftId}/import': () => ({ params: { draftId: DRAFT } }),
  'POST /api/rubric-drafts/{draftId}/revision': () => ({
    params: { draftId: DRAFT },
    body: { edition: 1, text: 'a: 1' },
  }),
  'POST /api/rubric-drafts/{draftId}/signatures': () => ({
    params: { draftId: DRAFT },
    body: { edition: 1, rulings: ['A01'] },
  }),
  'POST /api/rubric-drafts/{draftId}/publication': () => ({ params: { draftId: DRAFT }, body: { edition: 1 } }),
  'POST /api/rubric-drafts/{draftId}/discard': () => ({ params: { draftId: DRAFT } }),
  'GET /api/rubrics/{hash}': () => ({ params: { hash: RUBRIC } }),
  'GET /api/rubrics/{hash}/findings': () => ({ params: { hash: RUBRIC } }),
  'POST /api/rubrics/{hash}/signatures': () => ({ params: { hash: RUBRIC }, body: { rulings: ['A01'] } }),
  'GET /api/evidence': ({ unitId }) => ({ query: { cycleId: CYCLE, unitId } }),
  'GET /api/evidence/{evidenceId}': ({ evidenceId }) => ({ params: { evidenceId } }),
  'POST /api/evidence': ({ unitId }) => ({ body: evidenceOf({ unitId }) }),
  'POST /api/evidence/{evidenceId}/resubmission': ({ evidenceId }) => ({
    params: { evidenceId },
    body: contentOf(evidenceOf()),
  }),
  'POST /api/evidence/{evidenceId}/withdrawal': ({ evidenceId }) => ({
    params: { evidenceId },
    body: { reason: '重复登记' },
  }),
  'POST /api/evidence/{evidenceId}/return': ({ evidenceId }) => ({ params: { evidenceId }, body: { reason: '缺页' } }),
  'POST /api/evidence/{evidenceId}/acceptance': ({ evidenceId }) => ({ params: { evidenceId } }),
  'GET /api/incidents': ({ unitId }) => ({ query: { unitId } }),
  'GET /api/incidents/to-confirm': () => ({}),
  'GET /api/incidents/{incidentId}': ({ incidentId }) => ({ params: { incidentId } }),
  'POST /api/incidents': ({ unitId }) => ({ body: incidentOf({ unitId }) }),
  'POST /api/incidents/{incidentId}/correction': ({ incidentId, unitId }) => ({
    params: { incidentId },
    body: detailsOf(incidentOf({ unitId })),
  }),
  'POST /api/incidents/{incidentId}/withdrawal': ({ incidentId }) => ({ params: { incidentId } }),
  'POST /api/incidents/{incidentId}/reversal': ({ incidentId }) => ({
    params: { incidentId },
    body: { reason: 'entered-in-error', outcomeDocument: '乐市复决〔2026〕1号' },
  }),
  'POST /api/incidents/{incidentId}/confirmation': ({ incidentId }) => ({ params: { incidentId } }),
  'GET /api/cycles/{cycleId}/units/{unitId}/scorecard': ({ unitId }) => ({ params: { cycleId: CYCLE, unitId } }),
  'GET /api/cycles/{cycleId}/units/{unitId}/scorecard/{lineId}': ({ unitId }) => ({
    params: { cycleId: CYCLE, unitId, lineId: '10.4' },
  }),
  'GET /api/cycles/{cycleId}/units/{unitId}/home': ({ unitId }) => ({ params: { cycleId: CYCLE, unitId } }),
  'POST /api/files': () => ({}),
  'GET /api/files/{fileId}': ({ fileId }) => ({ params: { fileId } }),
  'GET /api/notifications': () => ({}),
  'POST /api/notifications/read': () => ({ body: { notificationIds: [randomUUID()] } }),
  'GET /api/health': () => ({}),
  'GET /api/live': () => ({}),
};

const contentOf = ({ evidenceId: _, cycleId: _cycle, unitId: _unit, ...content }: ReturnType<typeof evidenceOf>) =>
  content;
const detailsOf = ({ incidentId: _, ...details }: ReturnType<typeof incidentOf>) => details;

/** Whether a request of this route names a unit or something of a unit’s. */
const namesAnyone = (endpoint: Endpoint): boolean => {
  const { own, unknown } = subjects;
  const strip = ({ params, query, body }: Asked) => [params, query, (body as { unitId?: string } | undefined)?.unitId];
  const request = requests[routeOf(endpoint)];
  return JSON.stringify(strip(request(own))) !== JSON.stringify(strip(request(unknown)));
};

const ask = (client: Client, endpoint: Endpoint, whose: Whose): Promise<Reply> => {
  const { params = {}, query = {}, body } = requests[routeOf(endpoint)](subjects[whose]);
  const search = new URLSearchParams(query).toString();
  const url = `${fillPath(endpoint.path, params)}${search && `?${search}`}`;
  const upload = endpoint.consumes ? form({ filename: 'a.pdf', data: PDF }) : undefined;
  const headers = { ...(endpoint.command ? { 'idempotency-key': randomUUID() } : {}), ...upload?.headers };
  return client.ask(endpoint.method, url, { body: upload?.body ?? body, headers });
};

const guarded = endpoints.filter(({ policy }) => policy !== 'public');

/** A stream that is let in does not end; the live stream’s own specification lets it in. */
const streams = (endpoint: Endpoint) => endpoint.produces === 'text/event-stream';

describe('without signing in', () => {
  it.each(guarded.map((endpoint) => [routeOf(endpoint), endpoint] as const))('%s answers 401', async (_, endpoint) => {
    for (const whose of ['own', 'unknown'] as const) {
      expectProblem(await ask(world.anonymous, endpoint, whose), 401, 'session.required');
    }
  });
});

/** Nobody signs out here: the browsers are used again. */
const ordinary = guarded.filter((endpoint) => !streams(endpoint) && endpoint.method !== 'DELETE');

describe.each(roles)('as %s', (role: Role) => {
  it.each(ordinary.map((endpoint) => [routeOf(endpoint), endpoint] as const))('%s', async (_, endpoint) => {
    const client = await world.as(role);
    const reach = endpoint.policy === 'signed-in' ? 'all' : reachOf(role, endpoint.policy as Permission);
    const named = namesAnyone(endpoint);
    const before = await world.footprint();
    const unknown = await ask(client, endpoint, 'unknown');
    const foreign = await ask(client, endpoint, 'foreign');
    if (!reach) {
      expectProblem(foreign, 403, 'access.denied');
      expectProblem(unknown, 403, 'access.denied');
      expectProblem(await ask(client, endpoint, 'own'), 403, 'access.denied');
      expect(await world.footprint()).toEqual(before);
      return;
    }
    if (reach === 'own' && named) {
      expect(foreign.statusCode).toBe(404);
      expect(answerOf(foreign)).toEqual(answerOf(unknown));
      expect(await world.footprint()).toEqual(before);
    } else {
      expectServed(foreign, endpoint);
      if (named) expect([200, 404, 422]).toContain(unknown.statusCode);
    }
    expectServed(await ask(client, endpoint, 'own'), endpoint);
  });
});

/** Let in: a question is answered; a command is carried out or refused for what it says, not for who says it. */
const expectServed = (reply: Reply, { command }: Endpoint) => {
  expect(command ? [200, 422] : [200], reply.body).toContain(reply.statusCode);
};

/** All by which one answer could be told from another. */
const answerOf = ({ statusCode, body, headers }: Reply) => {
  const { date: _, ...told } = headers;
  return { statusCode, body, headers: told };
};

describe('the drawer of a figure', () => {
  it('speaks of its own unit’s records and cases only', async () => {
    const secretary = await world.as('branch-secretary');
    const year = `/api/cycles/${CYCLE}/units/${OWN}`;
    const sources = await Promise.all(
      ['2.2', '10.4'].map((leaf) => secretary.read<LineSource>(`${year}/scorecard/${leaf}`)),
    );
    const text = JSON.stringify([sources, await secretary.read<UnitHome>(`${year}/home`)]);
    const { foreign } = subjects;
    for (const id of Object.values(foreign)) expect(text).not.toContain(id);
  });
});
