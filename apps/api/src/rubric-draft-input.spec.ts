import { randomUUID } from 'node:crypto';
import { writeXlsx } from '@mofan/rubric-files/export/write-xlsx';
import type { RubricDraftDetail } from '@mofan/contracts/rubric-draft';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, type Client, type Reply } from './testing/client.ts';
import { form, PDF } from './testing/examples.ts';
import { createWorld, RUBRIC, type World } from './testing/world.ts';
import { zipOf } from './testing/zip-of.ts';

let world: World;
let clerk: Client;
let text: string;
const draftId = randomUUID();
const draft = `/api/rubric-drafts/${draftId}`;
beforeAll(async () => {
  world = await createWorld();
  clerk = await world.as('clerk');
  const after = await clerk.carryOut('/api/rubric-drafts', { draftId, basedOn: RUBRIC });
  ({ text } = await clerk.read<RubricDraftDetail>(`${draft}?after=${after}`));
});
afterAll(() => world.close());

/** Refused, with nothing written. */
const refused = async (ask: () => Promise<Reply>, status: number, code: string): Promise<Reply> => {
  const before = await world.footprint();
  const reply = await ask();
  expectProblem(reply, status, code);
  expect(await world.footprint()).toEqual(before);
  return reply;
};
const revise = (changed: string) => clerk.command(`${draft}/revision`, { edition: 1, text: changed });
const detailOf = (reply: Reply) => reply.json<{ detail: string; details: { line: number; column: number } }>();

const BOMB = ['a: &a [x,x,x,x,x,x,x,x,x]']
  .concat([...'bcdefghi'].map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[n]}`).join(',')}]`))
  .join('\n');

describe('a text that cannot be used is refused with its place', () => {
  it.each<[string, () => string, number, number]>([
    ['broken YAML', () => 'a: [1, 2', 1, 9],
    ['a key twice', () => 'a: 1\na: 2', 2, 1],
    ['a bomb of aliases', () => BOMB, 1, 1],
    ['brackets without end', () => '['.repeat(100_000), 1, 61],
    ['a tag that asks for code', () => 'a: !!js/function "() => 1"', 1, 4],
    ['no table at all', () => 'a: 1', 1, 1],
  ])('%s', async (_, changed, line, column) => {
    const reply = await refused(() => revise(changed()), 422, 'rubric-draft.text-fault');
    expect(detailOf(reply)).toMatchObject({
      detail: expect.stringContaining(`第 ${line} 行第 ${column} 列`),
      details: { line, column },
    });
  });

  it('a value of another shape, where it stands', async () => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.startsWith('points: 500'));
    const reply = await refused(
      () => revise(text.replace(/^points: 500$/m, 'points: viel')),
      422,
      'rubric-draft.text-fault',
    );
    expect(detailOf(reply).details).toMatchObject({ line: at + 1, column: 9 });
  });

  it('one that is longer than any table', async () => {
    await refused(() => revise('x'.repeat(500_001)), 400, 'request.invalid');
    await refused(() => revise('字'.repeat(1_200_000)), 413, 'request.too-large');
  });

  it('one with half a character or a bell in it', async () => {
    await refused(() => revise(`${text}# \ud800`), 400, 'request.invalid');
    await refused(() => revise(`${text}# \x07`), 400, 'request.invalid');
  });

  it('but half a megabyte of a sound one is taken', async () => {
    const padded = `${text}${'# 字\n'.repeat(100_000)}`.slice(0, 400_000);
    const other = randomUUID();
    await clerk.carryOut('/api/rubric-drafts', { draftId: other, basedOn: RUBRIC });
    await clerk.carryOut(`/api/rubric-drafts/${other}/revision`, { edition: 1, text: padded });
  });

  it('and one whose parts do not agree is kept, with its fault beside it', async () => {
    const other = randomUUID();
    await clerk.carryOut('/api/rubric-drafts', { draftId: other, basedOn: RUBRIC });
    const unsound = text
      .replace('discretion: { trigger', 'discretion: { trigger')
      .replace(/scale: judged/, 'scale: gone');
    const after = await clerk.carryOut(`/api/rubric-drafts/${other}/revision`, { edition: 1, text: unsound });
    const read = await clerk.read<RubricDraftDetail>(`/api/rubric-drafts/${other}?after=${after}`);
    expect(read.fault).toMatchObject({ code: 'rubric.unknown-scale', line: expect.any(Number) });
    expect(read.fault!.line).toBeGreaterThan(1);
    expect(read.obstacles[0]).toMatchObject({ code: 'rubric-draft.unsound' });
  });
});

describe('a file that is not read is refused with its code', () => {
  const upload = (filename: string, data: Buffer | string) => {
    const { body, headers } = form({ filename, data });
    const url = `/api/rubric-drafts/${randomUUID()}/import`;
    return clerk.ask('POST', url, { body, headers: { ...headers, 'idempotency-key': randomUUID() } });
  };

  it.each<[string, string, () => Promise<Buffer | string> | Buffer | string, string]>([
    ['another kind of file', 'a.pdf', () => PDF, 'rubric-file.not-a-table'],
    ['a file without a name of ours', 'passwd', () => 'root', 'rubric-file.not-a-table'],
    ['a PDF that says it is a document', 'a.docx', () => PDF, 'rubric-file.not-office'],
    ['nonsense', 'a.docx', () => Buffer.from('PK\x03\x04 nonsense'), 'rubric-file.cut-short'],
    ['an old document', 'a.xlsx', () => Buffer.from('d0cf11e0a1b11ae1'.repeat(64), 'hex'), 'rubric-file.legacy'],
    ['a bomb', 'a.xlsx', () => zipOf({ 'xl/workbook.xml': Buffer.alloc(60_000_000) }), 'rubric-file.zip-bomb'],
    ['a table without criteria', 'a.xlsx', async () => Buffer.from(await writeXlsx(EMPTY)), 'rubric-file.no-table'],
    ['a text in another encoding', 'a.yaml', () => Buffer.from([0xb2, 0xe2, 0xff]), 'rubric-file.malformed'],
    ['broken YAML', 'a.yaml', () => 'a: [1', 'rubric-draft.text-fault'],
    ['nothing', 'a.docx', () => '', 'file.empty'],
  ])('%s', async (_, name, make, code) => {
    const data = await make();
    const reply = await refused(() => upload(name, data), 422, code);
    expect(reply.json<{ detail: string }>().detail).toMatch(/\p{Script=Han}/u);
  });

  it('one that is larger than 20 MB', async () => {
    await refused(() => upload('a.docx', Buffer.alloc(20_000_001)), 413, 'rubric-file.too-large');
  });

  it('one that is no form', async () => {
    const url = `/api/rubric-drafts/${randomUUID()}/import`;
    await refused(() => clerk.command(url, { file: 'x' }), 415, 'request.unsupported-media');
  });
});

describe('what nobody drafted', () => {
  it.each(['revision', 'discard'])('takes no %s', async (act) => {
    const body = act === 'revision' ? { edition: 1, text } : undefined;
    await refused(() => clerk.command(`/api/rubric-drafts/${randomUUID()}/${act}`, body), 404, 'rubric-draft.unknown');
  });

  it('is not shown, published, nor compared with', async () => {
    await refused(() => clerk.get(`/api/rubric-drafts/${randomUUID()}`), 404, 'rubric-draft.unknown');
    const chair = await world.as('chair');
    const url = `/api/rubric-drafts/${randomUUID()}/publication`;
    await refused(() => chair.command(url, { edition: 1 }), 404, 'rubric-draft.unknown');
  });

  it('is not begun from a version that nobody knows', async () => {
    const body = { draftId: randomUUID(), basedOn: 'f'.repeat(64) };
    await refused(() => clerk.command('/api/rubric-drafts', body), 404, 'rubric.unknown');
  });
});

const EMPTY = {
  title: null,
  levels: [],
  points: null,
  weightBased: false,
  notes: [],
  children: [],
  report: [],
};
