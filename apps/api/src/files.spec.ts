import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { FileRow } from '@mofan/contracts/file';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectAnyProblem, expectProblem, type Client, type Reply } from './testing/client.ts';
import { attachmentOf, evidenceOf, form, PDF, PNG } from './testing/examples.ts';
import { createWorld, type World } from './testing/world.ts';

const MEGABYTE = 1024 * 1024;
const whole = form({ filename: 'a.pdf', data: PDF });

let world: World;
let own: Client;
let foreign: Client;
let clerk: Client;
beforeAll(async () => {
  world = await createWorld({ worker: false });
  [own, foreign, clerk] = await Promise.all([
    world.as('branch-secretary'),
    world.as('foreign-secretary'),
    world.as('clerk'),
  ]);
});
afterAll(async () => {
  await world.close();
});

const send = (filename: string, data: Buffer | string, client = own): Promise<Reply> =>
  client.ask('POST', '/api/files', form({ filename, data }));

const upload = async (filename: string, data: Buffer, client = own): Promise<FileRow> => {
  const reply = await send(filename, data, client);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<FileRow>();
};

/** Every file under the data folder, whole or half. */
const kept = async (): Promise<string[]> => {
  const entries = await readdir(world.dataFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
};

/** What a refused upload must leave as it was. */
const untouched = async (refused: () => Promise<void>): Promise<void> => {
  const before = { files: (await kept()).toSorted(), footprint: await world.footprint() };
  await refused();
  await vi.waitFor(async () => expect((await kept()).toSorted()).toEqual(before.files));
  expect(await world.footprint()).toEqual(before.footprint);
};

describe('上传附件 an upload', () => {
  it.each([
    ['a PDF', '学习签到表.pdf', PDF, 'application/pdf'],
    ['an image', '会场.PNG', PNG, 'image/png'],
  ])('of %s is kept whole, known by its bytes', async (_, name, bytes, mediaType) => {
    const row = await upload(name, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(row).toEqual({ fileId: expect.any(String), sha256, size: bytes.length, name, mediaType });
    expect((await kept()).map((place) => path.basename(place))).toContain(sha256);
  });

  it('of the same bytes twice is two files over one content', async () => {
    const [one, two] = [await upload('a.pdf', PDF), await upload('b.pdf', PDF)];
    expect(one.fileId).not.toBe(two.fileId);
    expect((await kept()).filter((place) => place.endsWith(one.sha256))).toHaveLength(1);
  });

  it('loses the folders of its name, and what could break a header', async () => {
    expect((await upload('../../etc/报告.pdf', PDF)).name).toBe('报告.pdf');
    expect((await upload('C:\\\\temp\\\\x.pdf', PDF)).name).toBe('x.pdf');
    expect((await upload('a\u202Efdp.pdf', PDF)).name).toBe('afdp.pdf');
  });

  it.each([
    ['a web page called photo.png', 'photo.png', '<!doctype html><script>alert(1)</script>', 'file.not-what-it-says'],
    ['an image called report.pdf', 'report.pdf', PNG, 'file.not-what-it-says'],
    ['text called report.pdf', 'report.pdf', 'PDF', 'file.not-what-it-says'],
    ['a web page', 'page.html', '<!doctype html>', 'file.not-allowed'],
    ['a drawing that may hold script', 'drawing.svg', '<svg/>', 'file.not-allowed'],
    ['a program', 'a.exe', 'MZ', 'file.not-allowed'],
    ['a file without an extension', 'report', PDF, 'file.not-allowed'],
    ['a file whose name is nothing else', '.pdf', PDF, 'file.not-allowed'],
    ['an extension that every object has', 'photo.constructor', PNG, 'file.not-allowed'],
    ['an extension that is every object’s prototype', 'photo.__proto__', PNG, 'file.not-allowed'],
    ['an empty file', 'empty.pdf', '', 'file.empty'],
  ])('of %s is refused and leaves nothing', async (_, name, data, code) => {
    await untouched(async () => expectProblem(await send(name, data), 422, code));
  });

  it('of some megabytes is kept whole', async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(MEGABYTE, 'x')]);
    const { fileId, size } = await upload('扫描件.pdf', bytes);
    expect(size).toBe(bytes.length);
    expect((await own.get(`/api/files/${fileId}`)).rawPayload.equals(bytes)).toBe(true);
  });

  it('of more than 50 MB is refused while it streams, and leaves nothing', async () => {
    await world.app.listen(0, '127.0.0.1');
    await untouched(async () => {
      const { status, body } = await stream(51 * MEGABYTE);
      expect(status).toBe(413);
      expect(body).toMatchObject({ status: 413, code: 'file.too-large' });
    });
  });

  it.each([
    ['without a boundary', { body: Buffer.from('x'), headers: { 'content-type': 'multipart/form-data' } }],
    ['that ends in its file', { ...whole, body: whole.body.subarray(0, -60) }],
    ['that ends in its headers', { ...whole, body: whole.body.subarray(0, 60) }],
    ['of garbage', { ...whole, body: Buffer.from('garbage') }],
  ])('in a form %s is refused', async (_, asked) => {
    await untouched(async () => expectProblem(await own.ask('POST', '/api/files', asked), 400, 'request.malformed'));
  });

  it('has a name of whole characters, however long', async () => {
    const { name } = await upload(`${'😀'.repeat(80)}x${'学'.repeat(100)}.pdf`, PDF);
    expect(name).not.toMatch(/\p{Cs}|\uFFFD/u);
    expect(name).toMatch(/学\.pdf$/);
  });

  it.each([
    ['without a part', form()],
    ['without a file', form({ name: 'file', data: 'text' })],
    ['under another name', form({ name: 'attachment', filename: 'a.pdf', data: PDF })],
  ])('%s is refused', async (_, asked) => {
    await untouched(async () => expectProblem(await own.ask('POST', '/api/files', asked), 400, 'file.missing'));
  });

  it('that is no form is refused', async () => {
    await untouched(async () =>
      expectProblem(await own.ask('POST', '/api/files', { body: {} }), 415, 'request.unsupported-media'),
    );
    await untouched(async () => {
      const headers = { 'content-type': 'application/pdf' };
      expectProblem(await own.ask('POST', '/api/files', { body: PDF, headers }), 415, 'request.unsupported-media');
    });
  });

  it('under a name that would change prototypes is refused', async () => {
    const asked = form({ name: '__proto__', filename: 'a.pdf', data: PDF });
    await untouched(async () => void expectAnyProblem(await own.ask('POST', '/api/files', asked)));
  });

  it('is for units alone', async () => {
    await untouched(async () => expectProblem(await send('a.pdf', PDF, clerk), 403, 'access.denied'));
    await untouched(async () => expectProblem(await send('a.pdf', PDF, world.anonymous), 401, 'session.required'));
  });
});

describe('下载附件 a download', () => {
  let file: FileRow;
  beforeAll(async () => {
    file = await upload('学习 <签到>表.pdf', PDF);
  });

  it('gives the unit its bytes, as a file and never as a page', async () => {
    const reply = await own.get(`/api/files/${file.fileId}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.rawPayload.equals(PDF)).toBe(true);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('学习 签到表.pdf')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('is for who assesses, too', async () => {
    expect((await clerk.get(`/api/files/${file.fileId}`)).statusCode).toBe(200);
  });

  it('by another unit answers as a file that does not exist', async () => {
    const reply = await foreign.get(`/api/files/${file.fileId}`);
    expectProblem(reply, 404, 'not-found');
    expect((await foreign.get('/api/files/7c9e6679-7425-40de-944b-e07fc1f90ae7')).body).toBe(reply.body);
  });

  it('by who has nothing to do with files is refused', async () => {
    const registrar = await world.as('registrar');
    expectProblem(await registrar.get(`/api/files/${file.fileId}`), 403, 'access.denied');
    expectProblem(await world.anonymous.get(`/api/files/${file.fileId}`), 401, 'session.required');
  });
});

describe('evidence', () => {
  it('carries files of its own unit', async () => {
    const file = await upload('a.pdf', PDF);
    await own.carryOut('/api/evidence', evidenceOf({ attachments: [attachmentOf(file)] }));
  });

  it('carries no file of another unit, and none that is not as it says', async () => {
    const [theirs, ours] = [await upload('theirs.pdf', PDF, foreign), await upload('ours.pdf', PDF)];
    const attachments = [
      attachmentOf(theirs),
      { ...attachmentOf(ours), size: ours.size + 1 },
      { ...attachmentOf(ours), sha256: '0'.repeat(64) },
      { ...attachmentOf(ours), fileId: '7c9e6679-7425-40de-944b-e07fc1f90ae7' },
    ];
    for (const attachment of attachments) {
      await untouched(async () => {
        const reply = await own.command('/api/evidence', evidenceOf({ attachments: [attachment] }));
        expectProblem(reply, 422, 'evidence.unknown-file');
      });
    }
  });
});

/** Sends a file of so many bytes through a real connection, as a browser would. */
const stream = async (size: number): Promise<{ status: number | undefined; body: unknown }> => {
  const { headers, body } = form({ filename: 'big.pdf', data: PDF });
  const end = body.lastIndexOf('\r\n--');
  const chunk = Buffer.alloc(MEGABYTE, 'x');
  const chunks = function* () {
    yield body.subarray(0, end);
    for (let sent = 0; sent < size; sent += chunk.length) yield chunk;
    yield body.subarray(end);
  };
  const { port } = world.app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = {
      host: '127.0.0.1',
      port,
      path: '/api/files',
      method: 'POST',
      headers: { ...own.headers, ...headers },
    };
    const request = http.request(asked, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode, body: JSON.parse(text) });
        request.destroy();
      });
    });
    request.on('error', reject);
    Readable.from(chunks()).pipe(request);
  });
};
