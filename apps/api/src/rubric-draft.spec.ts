import { randomUUID } from 'node:crypto';
import type { RubricRow } from '@mofan/contracts/rubric';
import type { ImportReport, RubricDraftDetail, RubricDraftRow } from '@mofan/contracts/rubric-draft';
import type { WhatIf } from '@mofan/contracts/what-if';
import type { UnitScorecard } from '@mofan/contracts/scorecard';
import { rubricLibrary } from '@mofan/store/rubric-library';
import { outlineOfRubric } from '@mofan/rubric-files/draft/outline-of-rubric';
import { writeDocx } from '@mofan/rubric-files/export/write-docx';
import { importOutline } from '@mofan/rubric-files/import/outline-of';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, type Client } from './testing/client.ts';
import { form } from './testing/examples.ts';
import { createWorld, CYCLE, daysAgo, FOREIGN, OWN, RUBRIC, type World } from './testing/world.ts';

let world: World;
let clerk: Client;
let chair: Client;
beforeAll(async () => {
  world = await createWorld();
  [clerk, chair] = await Promise.all([world.as('clerk'), world.as('chair')]);
});
afterAll(() => world.close());

const { published } = rubricLibrary.get(RUBRIC)!.compiled;
const allRulings = published.rulings.items.map(({ id }) => id);

const copy = async (): Promise<string> => {
  const draftId = randomUUID();
  const after = await clerk.carryOut('/api/rubric-drafts', { draftId, basedOn: RUBRIC });
  await read(draftId, after);
  return draftId;
};
const read = (draftId: string, after?: string): Promise<RubricDraftDetail> =>
  clerk.read(`/api/rubric-drafts/${draftId}${after ? `?after=${after}` : ''}`);
const at = (draftId: string, act: string) => `/api/rubric-drafts/${draftId}/${act}`;
const importing = (client: Client, filename: string, data: Buffer | string, draftId = randomUUID()) => {
  const { body, headers } = form({ filename, data });
  return client.ask('POST', at(draftId, 'import'), { body, headers: { ...headers, 'idempotency-key': randomUUID() } });
};

describe('从已有版本起草到发布', () => {
  let draftId: string;
  let draft: RubricDraftDetail;
  let row: RubricRow;

  it('a copy has the text under the next name, with nothing signed and nothing changed but the name', async () => {
    draftId = await copy();
    draft = await read(draftId);
    expect(draft).toMatchObject({ status: 'open', edition: 1, basedOn: RUBRIC, origin: 'copy', version: '2020.1' });
    expect(draft.text).toContain('# 基于 2020 版');
    expect(draft.signed).toEqual([]);
    expect(draft.changes).toEqual([]);
    expect(draft.fault).toBeNull();
    expect(draft.findings.filter(({ proposedBy }) => proposedBy.length > 0).length).toBeGreaterThan(5);
    expect(draft.obstacles).toEqual([
      { code: 'rubric-draft.rulings-unsigned', details: { count: allRulings.length, ruling: 'A01' } },
    ]);
  });

  it('draws each scale for each number of points, literally and as it is read', () => {
    expect(draft.scales.map(({ points }) => points)).toEqual(['4', '6', '8', '10', '12', '14']);
    const six = draft.scales.find(({ points }) => points === '6')!;
    expect(six.literal.map(({ grade, from, to }) => `${grade} ${from}-${to}`)).toEqual([
      '优 6-6',
      '良 3-5',
      '一般 1-3',
      '不合格 0-3',
    ]);
    expect(six.read).not.toEqual(six.literal);
    expect(six.leaves.length).toBe(6);
  });

  it('is revised, and says in words what changed', async () => {
    const retitled = draft.text.replace(/^title: .*$/m, 'title: 二〇二六年考核指标');
    const after = await clerk.carryOut(at(draftId, 'revision'), { edition: 1, text: retitled });
    draft = await read(draftId, after);
    expect(draft).toMatchObject({ edition: 2, title: '二〇二六年考核指标', changedBy: { role: 'clerk' } });
    expect(draft.changes).toMatchObject([
      { kind: 'changed', part: 'table', zh: expect.stringContaining('二〇二六年') },
    ]);
  });

  it('is not published while its rulings wait', async () => {
    const reply = await chair.command(at(draftId, 'publication'), { edition: 2 });
    expectProblem(reply, 422, 'rubric-draft.rulings-unsigned');
  });

  it('is signed in the name of the office', async () => {
    const after = await chair.carryOut(at(draftId, 'signatures'), { edition: 2, rulings: allRulings });
    draft = await read(draftId, after);
    expect(draft.signed.map(({ id }) => id)).toEqual(allRulings);
    expect(draft.signed[0]).toMatchObject({ signedOn: daysAgo(0), office: '机关党委' });
    expect(draft.obstacles).toEqual([]);
  });

  it('loses a signature when the ruling says something else, and no other', async () => {
    const reading = published.rulings.items[0]!.reading.slice(0, 6);
    const text = draft.text.replace(reading, `另行约定：${reading}`);
    const after = await clerk.carryOut(at(draftId, 'revision'), { edition: 2, text });
    const { signed, obstacles } = await read(draftId, after);
    expect(signed.map(({ id }) => id)).toEqual(allRulings.slice(1));
    expect(obstacles).toMatchObject([{ code: 'rubric-draft.rulings-unsigned', details: { count: 1 } }]);
    draft = await read(draftId, await chair.carryOut(at(draftId, 'signatures'), { edition: 3, rulings: ['A01'] }));
  });

  it('is published once, as what was seen', async () => {
    const stale = await chair.command(at(draftId, 'publication'), { edition: 2 });
    expectProblem(stale, 422, 'rubric-draft.revised-meanwhile');
    const after = await chair.carryOut(at(draftId, 'publication'), { edition: 3 });
    const rows = await clerk.read<RubricRow[]>(`/api/rubrics?after=${after}`);
    [row] = rows as [RubricRow];
    expect(row).toMatchObject({
      version: '2020.1',
      title: '二〇二六年考核指标',
      criteria: 53,
      points: '500',
      cycles: [],
    });
    expect(row.publishedOn).toBe(daysAgo(0));
    expect(rows.slice(1)).toMatchObject([{ hash: RUBRIC, publishedOn: null, cycles: [{ cycleId: CYCLE }] }]);
    expect(await read(draftId)).toMatchObject({ status: 'published', publishedHash: row.hash });
  });

  it('carries its signatures, and no account’s name', async () => {
    const version = await (
      await world.as('branch-secretary')
    ).read<{
      rubric: typeof published;
      signed: { id: string; signedBy: { name: string } }[];
    }>(`/api/rubrics/${row.hash}`);
    expect(version.rubric.rulings.items.map(({ signed }) => signed)).toEqual(
      allRulings.map(() => ({ on: daysAgo(0), by: '机关党委' })),
    );
    expect(version.signed.map(({ signedBy }) => signedBy.name)).toEqual(allRulings.map(() => '机关党委'));
    expect(await clerk.read(`/api/rubrics/${row.hash}/findings`)).not.toContainEqual(
      expect.objectContaining({ settledBy: [] }),
    );
  });

  it.each(['revision', 'signatures', 'publication', 'discard'])('takes no %s any more', async (act) => {
    const client = act === 'signatures' || act === 'publication' ? chair : clerk;
    const body = { revision: { edition: 3, text: draft.text }, signatures: { edition: 3, rulings: ['A01'] } };
    const sent = body[act as keyof typeof body] ?? (act === 'publication' ? { edition: 3 } : undefined);
    const head = await world.database.log.head();
    expectProblem(await client.command(at(draftId, act), sent), 422, 'rubric-draft.is-published');
    expect(await world.database.log.head()).toBe(head);
  });

  it('leaves its name to nobody else', async () => {
    const other = randomUUID();
    await clerk.carryOut('/api/rubric-drafts', { draftId: other, basedOn: row.hash });
    await world.settled();
    const next = await read(other);
    expect(next.version).toBe('2020.2');
    expect(next.text).not.toContain('signed');
    const text = next.text.replace(/^version: .*$/m, "version: '2020.1'");
    await clerk.carryOut(at(other, 'revision'), { edition: 1, text });
    await chair.carryOut(at(other, 'signatures'), { edition: 2, rulings: allRulings });
    expectProblem(await chair.command(at(other, 'publication'), { edition: 2 }), 422, 'rubric-draft.version-taken');
  });

  it('is what a year can be opened on, scored by and asked about', async () => {
    const cycleId = 'next-year';
    const from = daysAgo(-101);
    const opening = { cycleId, year: Number(from.slice(0, 4)), from, to: daysAgo(-300) };
    const { id, version, hash } = row;
    await clerk.carryOut('/api/cycles', { ...opening, rubric: { id, version, hash } });
    await clerk.carryOut(`/api/cycles/${cycleId}/participants`, { unitId: OWN });
    await world.settled();
    const secretary = await world.as('branch-secretary');
    const card = await secretary.read<UnitScorecard>(`/api/cycles/${cycleId}/units/${OWN}/scorecard`);
    expect(card).toMatchObject({ rubricHash: hash, scorecard: { total: { points: '500' } } });
    await secretary.read(`/api/cycles/${cycleId}/units/${OWN}/scorecard/2.2`);
    expect(await clerk.read(`/api/cycles/${cycleId}/overview`)).toMatchObject({ units: [{ unitId: OWN }] });
    const [listed] = await clerk.read<RubricRow[]>('/api/rubrics');
    expect(listed!.cycles).toEqual([{ cycleId, year: opening.year }]);
  });

  it('is exported as files that can be read again', async () => {
    const file = async (format: string) => clerk.get(`/api/rubrics/${row.hash}/file?format=${format}`);
    for (const format of ['docx', 'xlsx']) {
      const reply = await file(format);
      expect(reply.statusCode).toBe(200);
      expect(reply.headers['content-disposition']).toContain(encodeURIComponent('（2020.1版）'));
      const outline = await importOutline(reply.rawPayload);
      expect(outline).toMatchObject({ title: '二〇二六年考核指标', points: '500' });
    }
    expect((await file('yaml')).body).toContain('signed: { on: ');
    const template = await clerk.get('/api/rubric-template');
    expect([template.statusCode, template.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });
});

describe('如果用这一版 what if', () => {
  const doubled = async (): Promise<string> => {
    const draftId = await copy();
    const { text } = await read(draftId);
    const after = await clerk.carryOut(at(draftId, 'revision'), {
      edition: 1,
      text: text.replace(/(id: efficiency-admonition[^]*?points: )1\b/, (_, before: string) => `${before}2`),
    });
    await read(draftId, after);
    return draftId;
  };

  it('names every unit in its order, and of what moved the line and either rule', async () => {
    const registrar = await world.as('registrar');
    const confirmer = await world.as('confirmer');
    const incidentId = randomUUID();
    await registrar.carryOut('/api/incidents', {
      incidentId,
      unitId: OWN,
      category: 'efficiency-admonition',
      role: 'staff',
      personRef: randomUUID(),
      actRef: randomUUID(),
      documentNumber: '乐市政效〔2026〕9号',
      actOn: daysAgo(9),
      effectiveOn: daysAgo(2),
      learnedOn: daysAgo(1),
    });
    await confirmer.carryOut(`/api/incidents/${incidentId}/confirmation`);
    await world.settled();
    const draftId = await doubled();
    const asked = await chair.read<WhatIf>(`/api/rubric-drafts/${draftId}/what-if?cycleId=${CYCLE}`);
    expect(asked.units.map(({ unitId }) => unitId)).toEqual([OWN, FOREIGN]);
    const [own, foreign] = asked.units as [WhatIf['units'][number], WhatIf['units'][number]];
    expect(own.before.ceiling).toBe('499');
    expect(own.after.ceiling).toBe('498');
    const { because } = own;
    expect(because.map((n) => asked.changes[n]!.zh)).toEqual([
      '“严守干部作风监督十八条规定和干部勤政方面…”扣分项“被效能告诫”每例扣分由 1 改为 2',
    ]);
    expect(own).toMatchObject({ moved: true, becauseOfOthers: false });
    expect(own.lines).toEqual([
      {
        line: '10.4',
        before: { zh: '11', en: '11' },
        after: { zh: '10', en: '10' },
        because,
        together: false,
        follows: [],
      },
    ]);
    expect(foreign.lines).toEqual([]);
    expect(asked.rules).toMatchObject([{ line: '10.4', before: { zh: expect.any(String) }, after: {} }]);
    expect(asked.before).toMatchObject({ hash: RUBRIC, version: '2020' });
  });

  it('changes nothing under the version that the year has', async () => {
    const asked = await clerk.read<WhatIf>(`/api/rubrics/${RUBRIC}/what-if?cycleId=${CYCLE}`);
    expect(asked.units.every(({ moved, lines }) => !moved && lines.length === 0)).toBe(true);
    expect(asked).toMatchObject({ changes: [], rules: [], selections: [], consequences: [], oneSided: [] });
  });

  it('is not for units, nor for who handles cases or runs the system', async () => {
    for (const login of ['branch-secretary', 'unit-head', 'registrar', 'confirmer', 'administrator'] as const) {
      const client = await world.as(login);
      expectProblem(await client.get(`/api/rubrics/${RUBRIC}/what-if?cycleId=${CYCLE}`), 403, 'access.denied');
    }
  });

  it('of a year that nobody opened is refused', async () => {
    expectProblem(await clerk.get(`/api/rubrics/${RUBRIC}/what-if?cycleId=nowhere`), 404, 'cycle.unknown');
  });
});

describe('起草、签发、发布 each belongs to one role', () => {
  it('the clerk writes and does not sign or publish; the chair signs and publishes and does not write', async () => {
    const draftId = await copy();
    const { text } = await read(draftId);
    expectProblem(
      await clerk.command(at(draftId, 'signatures'), { edition: 1, rulings: ['A01'] }),
      403,
      'access.denied',
    );
    expectProblem(await clerk.command(at(draftId, 'publication'), { edition: 1 }), 403, 'access.denied');
    expectProblem(await chair.command(at(draftId, 'revision'), { edition: 1, text }), 403, 'access.denied');
    expectProblem(await chair.command(at(draftId, 'discard')), 403, 'access.denied');
    expectProblem(await importing(chair, 'a.yaml', text), 403, 'access.denied');
  });

  it('drafts are not for units', async () => {
    const secretary = await world.as('branch-secretary');
    expectProblem(await secretary.get('/api/rubric-drafts'), 403, 'access.denied');
  });

  it('a draft can be discarded and is then only read', async () => {
    const draftId = await copy();
    const after = await clerk.carryOut(at(draftId, 'discard'));
    expect((await read(draftId, after)).status).toBe('discarded');
    const rows = await clerk.read<RubricDraftRow[]>('/api/rubric-drafts');
    expect(rows.find((each) => each.draftId === draftId)).toMatchObject({ status: 'discarded' });
    const { text } = await read(draftId);
    const reply = await clerk.command(at(draftId, 'revision'), { edition: 1, text: `${text}\n` });
    expectProblem(reply, 422, 'rubric-draft.is-discarded');
  });
});

describe('上传 a file', () => {
  it('.docx becomes a draft whose guesses are told and stay in its text', async () => {
    const draftId = randomUUID();
    const bytes = Buffer.from(await writeDocx(outlineOfRubric(published)));
    const reply = await importing(clerk, '考核指标.docx', bytes, draftId);
    expect(reply.statusCode, reply.body).toBe(200);
    const { report, position } = reply.json<{ report: ImportReport; position: string }>();
    expect(report.some(({ kind }) => kind === 'guessed')).toBe(true);
    const draft = await read(draftId, position);
    expect(draft).toMatchObject({ origin: 'import', basedOn: null, title: published.title, changes: [] });
    expect(draft.text).toMatch(/^# 从文件导入/);
    expect(draft.rubric!.children).toHaveLength(5);
  });

  it('.yaml is kept as it was written', async () => {
    const draftId = randomUUID();
    const { text } = await read(await copy());
    const reply = await importing(clerk, '表.YAML', `# 我的注释\n${text}`, draftId);
    expect(reply.statusCode, reply.body).toBe(200);
    const draft = await read(draftId, reply.json<{ position: string }>().position);
    expect(draft.text.startsWith('# 我的注释\n')).toBe(true);
  });

  it('sent again under its key is one draft', async () => {
    const [draftId, key] = [randomUUID(), randomUUID()];
    const { text } = await read(await copy());
    const { body, headers } = form({ filename: 'a.yaml', data: text });
    const send = () =>
      clerk.ask('POST', at(draftId, 'import'), { body, headers: { ...headers, 'idempotency-key': key } });
    const [first, second] = [await send(), await send()];
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    expect((await world.database.log.readStream(`rubric-draft-${draftId}`)).length).toBe(1);
  });
});
