import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { filter, firstValueFrom, timeout } from 'rxjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LiveStream } from './live/live-stream.ts';
import { Caller } from './platform/caller.ts';
import { ReadPosition } from './platform/read-position.ts';
import { expectProblem, type Client } from './testing/client.ts';
import { listenTo, type Listener } from './testing/listener.ts';
import { evidenceOf, incidentOf } from './testing/examples.ts';
import { createWorld, CYCLE, FOREIGN, OWN, type Login, type World } from './testing/world.ts';

let world: World;
let own: Client;
let foreign: Client;
let registrar: Client;
const listeners: Listener[] = [];
beforeAll(async () => {
  world = await createWorld();
  await world.app.listen(0, '127.0.0.1');
  [own, foreign, registrar] = await Promise.all([
    world.as('branch-secretary'),
    world.as('foreign-secretary'),
    world.as('registrar'),
  ]);
});
afterEach(() => listeners.splice(0).forEach((listener) => listener.stop()));
afterAll(() => world.close());

const listener = async (login: Login, lastEventId?: string): Promise<Listener> => {
  const { port } = world.app.getHttpServer().address() as AddressInfo;
  const { headers } = await world.as(login);
  const opened = await listenTo(`http://127.0.0.1:${port}/api/live`, {
    ...headers,
    ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
  });
  listeners.push(opened);
  return opened;
};

const submit = (client: Client, unitId: string) => client.carryOut('/api/evidence', evidenceOf({ unitId }));

/** Everything of a unit's has been told once its scorecard has. */
const untilScorecardOf = (unitId: string) => (topic: string, of: string | null) =>
  topic === 'scorecard' && of === unitId;

describe('实时变化 the live stream', () => {
  it('is a stream of events that nobody keeps', async () => {
    const { headers } = await listener('branch-secretary');
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(headers.get('cache-control')).toMatch(/no-(store|cache)/);
  });

  it('tells a unit what changed of its own', async () => {
    const heard = await listener('branch-secretary');
    await submit(own, OWN);
    const messages = await heard.until(untilScorecardOf(OWN));
    const changes = messages.flatMap(({ data }) => data);
    expect(changes).toContainEqual({ topic: 'evidence', unitId: OWN });
    expect(changes).toContainEqual({ topic: 'scorecard', unitId: OWN });
  });

  it('tells it nothing of another’s', async () => {
    const heard = await listener('branch-secretary');
    await submit(foreign, FOREIGN);
    await world.settled();
    await submit(own, OWN);
    const messages = await heard.until(untilScorecardOf(OWN));
    expect(messages.flatMap(({ data }) => data).filter(({ unitId }) => unitId !== OWN)).toEqual([]);
  });

  it('tells who assesses of every unit, and nothing of cases', async () => {
    const heard = await listener('clerk');
    await registrar.carryOut('/api/incidents', incidentOf());
    await submit(own, OWN);
    await submit(foreign, FOREIGN);
    const scorecards = new Set<string | null>();
    const messages = await heard.until((topic, of) => topic === 'scorecard' && scorecards.add(of).size === 2);
    const changes = messages.flatMap(({ data }) => data);
    expect(new Set(changes.map(({ unitId }) => unitId))).toEqual(new Set([OWN, FOREIGN]));
    expect(changes.map(({ topic }) => topic)).not.toContain('incident');
  });

  it('is silent to a unit about a case that is only recorded', async () => {
    const [heard, confirmer] = [await listener('unit-head'), await listener('confirmer')];
    await registrar.carryOut('/api/incidents', incidentOf());
    await confirmer.until((topic) => topic === 'notification');
    await world.settled();
    await submit(own, OWN);
    const changes = (await heard.until(untilScorecardOf(OWN))).flatMap(({ data }) => data);
    expect(changes.map(({ topic }) => topic)).not.toContain('incident');
    expect(changes.map(({ topic }) => topic)).not.toContain('notification');
    expect(changes.filter(({ topic }) => topic === 'scorecard')).toHaveLength(1);
  });

  it('tells the unit of its figure and of the notification once the case counts', async () => {
    const body = incidentOf();
    await registrar.carryOut('/api/incidents', body);
    await world.settled();
    const heard = await listener('unit-head');
    await (await world.as('confirmer')).carryOut(`/api/incidents/${body.incidentId}/confirmation`);
    const both = new Set<string>();
    const messages = await heard.until((topic) => both.add(topic).has('scorecard') && both.has('notification'));
    expect(messages.flatMap(({ data }) => data).map(({ topic }) => topic)).not.toContain('incident');
  });

  it('resumes after the last message that was heard', async () => {
    const before = await listener('branch-secretary');
    await submit(own, OWN);
    const last = (await before.until(untilScorecardOf(OWN))).at(-1)!.id!;
    before.stop();
    await submit(own, OWN);
    await submit(foreign, FOREIGN);
    await world.settled();
    const after = await listener('branch-secretary', last);
    const missed = (await after.until(untilScorecardOf(OWN))).flatMap(({ data }) => data);
    expect(missed).toContainEqual({ topic: 'evidence', unitId: OWN });
    expect(missed.filter(({ unitId }) => unitId !== OWN)).toEqual([]);
  });

  it('resumes into silence where nothing was missed', async () => {
    const before = await listener('branch-secretary');
    await submit(own, OWN);
    await before.until(untilScorecardOf(OWN));
    await world.settled();
    await submit(own, OWN);
    const last = (await before.until(untilScorecardOf(OWN))).at(-1)!.id!;
    const after = await listener('branch-secretary', last);
    await submit(own, OWN);
    const [first] = await after.until(untilScorecardOf(OWN));
    expect(first!.data.map(({ topic }) => topic)).not.toContain('unit');
    expect(first!.data.map(({ topic }) => topic)).not.toContain('cycle');
  });

  it('misses nothing that is told between the look into the past and the listening', async () => {
    const position = await submit(own, OWN);
    await world.settled();
    const caller = new Caller({ accountId: randomUUID(), name: '', role: 'branch-secretary', unitId: OWN });
    const stream = await world.app.get(LiveStream).of(caller, position, async () => true);
    const between = {
      position: await world.database.log.head(),
      changes: [{ topic: 'evidence' as const, unitId: OWN }],
    };
    world.app.get(ReadPosition).heard.next(between);
    const first = await firstValueFrom(
      stream.pipe(
        filter(({ type }) => type === 'changed'),
        timeout(5000),
      ),
    );
    expect(first.data).toContainEqual({ topic: 'evidence', unitId: OWN });
  });

  it('has ids that only the server reads: two of one position differ', async () => {
    const [one, two] = [await listener('branch-secretary'), await listener('branch-secretary')];
    await submit(own, OWN);
    const [mine, theirs] = [(await one.until(untilScorecardOf(OWN)))[0]!, (await two.until(untilScorecardOf(OWN)))[0]!];
    expect(mine.data).toEqual(theirs.data);
    expect(mine.id).not.toBe(theirs.id);
    for (const { id } of [mine, theirs]) {
      expect(id).toMatch(/^[A-Za-z0-9_-]{16,120}$/);
      expect((await own.get(`/api/cycles?after=${id}`)).statusCode).toBe(200);
    }
  });

  it('refuses an id that the server did not make', async () => {
    const headers = { 'last-event-id': 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
    expectProblem(await own.get('/api/live', headers), 400, 'position.invalid');
  });

  it('is for the signed in alone', async () => {
    expectProblem(await world.anonymous.get('/api/live'), 401, 'session.required');
  });

  it('tells of the year to everyone', async () => {
    const heard = await listener('registrar');
    await (await world.as('clerk')).carryOut(`/api/cycles/${CYCLE}/stage`, { to: 'self-assessment' });
    await heard.until((topic) => topic === 'cycle');
  });
});
