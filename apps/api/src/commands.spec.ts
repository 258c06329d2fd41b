import { randomUUID } from 'node:crypto';
import type { EvidenceDetail } from '@mofan/contracts/evidence';
import type { IncidentDetail } from '@mofan/contracts/incident';
import type { LineSource, UnitHome, UnitScorecard } from '@mofan/contracts/scorecard';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, type Client } from './testing/client.ts';
import { evidenceOf, incidentOf } from './testing/examples.ts';
import { createWorld, CYCLE, daysAgo, FOREIGN, OWN, type World } from './testing/world.ts';

let world: World;
let secretary: Client;
let registrar: Client;
let confirmer: Client;
beforeAll(async () => {
  world = await createWorld();
  [secretary, registrar, confirmer] = await Promise.all([
    world.as('branch-secretary'),
    world.as('registrar'),
    world.as('confirmer'),
  ]);
});
afterAll(() => world.close());

const headOf = () => world.database.log.head();
const cardUrl = `/api/cycles/${CYCLE}/units/${OWN}/scorecard`;

describe('重发 the same command again', () => {
  it('under its key answers the same and writes nothing more', async () => {
    const [body, key] = [evidenceOf({ session: 2 }), randomUUID()];
    const first = await secretary.command('/api/evidence', body, key);
    expect(first.statusCode).toBe(200);
    const head = await headOf();
    const again = await secretary.command('/api/evidence', body, key);
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual({ position: expect.any(String), version: first.json<{ version: number }>().version });
    expect(await headOf()).toBe(head);
  });

  it('answers the same when the state has moved on meanwhile', async () => {
    const [body, key] = [evidenceOf({ session: 3 }), randomUUID()];
    const first = await secretary.command('/api/evidence', body, key);
    await secretary.carryOut(`/api/evidence/${body.evidenceId}/withdrawal`, { reason: '重复登记' });
    const again = await secretary.command('/api/evidence', body, key);
    expect(again.statusCode).toBe(200);
    expect(again.json<{ version: number }>().version).toBe(first.json<{ version: number }>().version);
  });

  it('with other content under that key is refused', async () => {
    const key = randomUUID();
    await secretary.command('/api/evidence', evidenceOf({ session: 4 }), key);
    const head = await headOf();
    const other = await secretary.command('/api/evidence', evidenceOf({ session: 4 }), key);
    expectProblem(other, 422, 'idempotency.key-reused');
    expect(await headOf()).toBe(head);
  });

  it('under another account’s key is that account’s own command', async () => {
    const key = randomUUID();
    const foreign = await world.as('foreign-secretary');
    expect((await secretary.command('/api/evidence', evidenceOf({ session: 5 }), key)).statusCode).toBe(200);
    const reply = await foreign.command('/api/evidence', evidenceOf({ session: 5, unitId: FOREIGN }), key);
    expect(reply.statusCode).toBe(200);
  });

  it('32 times at once writes once', async () => {
    const [body, key, head] = [evidenceOf({ session: 6 }), randomUUID(), await headOf()];
    const replies = await Promise.all(Array.from({ length: 32 }, () => secretary.command('/api/evidence', body, key)));
    expect(new Set(replies.map(({ statusCode, body }) => `${statusCode} ${JSON.parse(body).version}`))).toEqual(
      new Set(['200 1']),
    );
    expect(await headOf()).toBe(head + 1);
  });

  it('32 different commands on one record at once: each is decided on the last one’s outcome', async () => {
    const { evidenceId } = evidenceOf();
    await secretary.carryOut('/api/evidence', evidenceOf({ evidenceId, session: 7 }));
    const [clerk, head] = [await world.as('clerk'), await headOf()];
    const reason = '缺签到表';
    const replies = await Promise.all(
      Array.from({ length: 32 }, () => clerk.command(`/api/evidence/${evidenceId}/return`, { reason })),
    );
    const codes = replies.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b);
    expect(codes).toEqual([200, ...Array.from({ length: 31 }, () => 422)]);
    expect(await headOf()).toBe(head + 1);
  });
});

describe('?after= 写后即读', () => {
  it('reads what its caller has just written: record, list, scorecard', async () => {
    const body = evidenceOf({ session: 8, title: '写后即读' });
    const after = await secretary.carryOut('/api/evidence', body);
    const detail = await secretary.read<EvidenceDetail>(`/api/evidence/${body.evidenceId}?after=${after}`);
    expect(detail).toMatchObject({ title: '写后即读', status: 'submitted', unitName: '道路设施所' });
    expect(detail.trail).toMatchObject([{ n: 1, type: 'EvidenceSubmitted', actor: { role: 'branch-secretary' } }]);

    const next = evidenceOf({ session: 9 });
    const before = await sessionsCounted(after);
    const later = await secretary.carryOut('/api/evidence', next);
    expect(await sessionsCounted(later)).toBe(before + 1);
  });

  it('one session entered twice counts once', async () => {
    const before = await sessionsCounted();
    const after = await secretary.carryOut('/api/evidence', evidenceOf({ session: 9 }));
    expect(await sessionsCounted(after)).toBe(before);
  });

  it('a returned record no longer counts, and counts again once resubmitted', async () => {
    const body = evidenceOf({ occurredOn: daysAgo(1) });
    const submitted = await secretary.carryOut('/api/evidence', body);
    const counted = await sessionsCounted(submitted);
    const clerk = await world.as('clerk');
    const returned = await clerk.carryOut(`/api/evidence/${body.evidenceId}/return`, { reason: '缺签到表' });
    expect(await sessionsCounted(returned)).toBe(counted - 1);
    const home = await secretary.read<UnitHome>(`/api/cycles/${CYCLE}/units/${OWN}/home?after=${returned}`);
    expect(home.returned[0]).toMatchObject({
      evidenceId: body.evidenceId,
      reason: '缺签到表',
      returnedBy: { role: 'clerk' },
    });
    const { evidenceId: _, cycleId: _cycle, unitId: _unit, ...content } = body;
    const resubmitted = await secretary.carryOut(`/api/evidence/${body.evidenceId}/resubmission`, content);
    expect(await sessionsCounted(resubmitted)).toBe(counted);
  });
});

describe('违纪、效能告诫 a case from entry to reversal', () => {
  const body = incidentOf();
  const url = `/api/incidents/${body.incidentId}`;

  it('costs nothing when it is recorded', async () => {
    const after = await registrar.carryOut('/api/incidents', body);
    expect(await conduct(after)).toMatchObject({ floor: '12', ceiling: '12', settled: true });
    expect(await total(after)).toBe('500');
    const detail = await registrar.read<IncidentDetail>(`${url}?after=${after}`);
    expect(detail).toMatchObject({ status: 'recorded', ownEntry: true, cycleId: null });
  });

  it('waits for a second person: the registrar cannot confirm it', async () => {
    expectProblem(await registrar.command(`${url}/confirmation`), 403, 'access.denied');
    const { rows } = await confirmer.read<{ rows: { incidentId: string }[] }>('/api/incidents/to-confirm');
    expect(rows.map(({ incidentId }) => incidentId)).toContain(body.incidentId);
  });

  it('cannot be recorded by who confirms', async () => {
    expectProblem(await confirmer.command('/api/incidents', incidentOf()), 403, 'access.denied');
  });

  it('costs one point once it is confirmed: 12 → 11, 500 → 499', async () => {
    const after = await confirmer.carryOut(`${url}/confirmation`);
    expect(await conduct(after)).toMatchObject({ floor: '11', ceiling: '11', settled: true });
    expect(await total(after)).toBe('499');
  });

  it('is told to the unit', async () => {
    await world.settled();
    const { rows, unread } = await secretary.read<{ rows: object[]; unread: number }>('/api/notifications');
    expect(rows[0]).toMatchObject({
      kind: 'incident-confirmed',
      read: false,
      subject: { type: 'incident', id: body.incidentId, cycleId: CYCLE, unitId: OWN },
      details: { category: 'efficiency-admonition', documentNumber: body.documentNumber },
    });
    expect(unread).toBeGreaterThan(0);
  });

  it('explains itself: the amount, the document, who and when', async () => {
    const source = await secretary.read<LineSource>(`${cardUrl}/10.4`);
    expect(source.line).toMatchObject({ id: '10.4', floor: '11' });
    expect(source.arithmetic).toMatch(/12.*1.*11/);
    expect(source.cases).toMatchObject([
      { documentNumber: body.documentNumber, amount: '1', status: 'confirmed', reversal: null },
    ]);
    expect(source.trail).toMatchObject([
      { type: 'IncidentRecorded', subjectId: body.incidentId, actor: { role: 'registrar' } },
      { type: 'IncidentConfirmed', subjectId: body.incidentId, actor: { role: 'confirmer' } },
    ]);
  });

  it('is told by the sums above it, part by part', async () => {
    const item = await secretary.read<LineSource>(`${cardUrl}/10`);
    expect(item.parts.find(({ id }) => id === '10.4')).toMatchObject({ floor: '11', ceiling: '11', points: '12' });
    const { rubric } = (await secretary.read<UnitScorecard>(cardUrl)).scorecard;
    const whole = await secretary.read<LineSource>(`${cardUrl}/${rubric.id}`);
    expect(whole.line).toMatchObject({ ceiling: '499' });
    expect(whole.parts.map(({ text }) => text)).toEqual(['政治型', '责任型', '服务型', '清廉型', '制度型']);
    expect(whole).toMatchObject({ records: [], cases: [], trail: [], dayBefore: { ceiling: '500' } });
  });

  it('cost nothing as of yesterday', async () => {
    const past = await secretary.read<UnitScorecard>(`${cardUrl}?asOf=${daysAgo(1)}`);
    expect(past.asOf).toBe(daysAgo(1));
    expect(past.scorecard.leaves.find(({ id }) => id === '10.4')).toMatchObject({ floor: '12', ceiling: '12' });
    const source = await secretary.read<LineSource>(`${cardUrl}/10.4?asOf=${daysAgo(1)}`);
    expect(source.cases).toEqual([]);
    expect(source.trail).toEqual([]);
  });

  it('is no longer to be withdrawn, nor confirmed twice', async () => {
    expectProblem(await registrar.command(`${url}/withdrawal`), 422, 'incident.is-confirmed');
    const head = await headOf();
    expect((await confirmer.command(`${url}/confirmation`)).statusCode).toBe(200);
    expect(await headOf()).toBe(head);
  });

  it('gives the point back once it is reversed, and stays visible', async () => {
    const reversal = { reason: 'overturned-on-review', outcomeDocument: '乐市复决〔2026〕1号' };
    const after = await registrar.carryOut(`${url}/reversal`, reversal);
    expect(await conduct(after)).toMatchObject({ floor: '12', ceiling: '12' });
    expect(await total(after)).toBe('500');
    const source = await secretary.read<LineSource>(`${cardUrl}/10.4?after=${after}`);
    expect(source.cases).toMatchObject([{ status: 'reversed', amount: '0', reversal }]);
    expect(source.trail.map(({ type }) => type)).toEqual(['IncidentRecorded', 'IncidentConfirmed', 'IncidentReversed']);
    const home = await secretary.read<UnitHome>(`/api/cycles/${CYCLE}/units/${OWN}/home?after=${after}`);
    expect(home.cases).toMatchObject([{ status: 'reversed', amount: '0' }]);
    await world.settled();
    const { rows } = await secretary.read<{ rows: { kind: string }[] }>('/api/notifications');
    expect(rows.map(({ kind }) => kind)).toContain('incident-reversed');
  });

  it('reversed or unknown answers with its code', async () => {
    expectProblem(await confirmer.command(`${url}/confirmation`), 422, 'incident.is-reversed');
    expectProblem(await confirmer.command(`/api/incidents/${randomUUID()}/confirmation`), 404, 'incident.unknown');
  });

  const conduct = async (after: string) => {
    const { scorecard } = await secretary.read<UnitScorecard>(`${cardUrl}?after=${after}`);
    return scorecard.leaves.find(({ id }) => id === '10.4');
  };
  const total = async (after: string) =>
    (await secretary.read<UnitScorecard>(`${cardUrl}?after=${after}`)).scorecard.total.ceiling;
});

/** How many 集中学习 the scorecard counts for 2.2. */
const sessionsCounted = async (after?: string): Promise<number> => {
  const { scorecard } = await secretary.read<UnitScorecard>(`${cardUrl}${after ? `?after=${after}` : ''}`);
  const leaf = scorecard.leaves.find(({ id }) => id === '2.2')!;
  return leaf.contributions.reduce((sum, part) => (part.kind === 'count' ? part.count : sum), 0);
};
