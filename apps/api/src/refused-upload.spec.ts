import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Client } from './testing/client.ts';
import { form, PDF } from './testing/examples.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
let own: Client;
beforeAll(async () => {
  world = await createWorld({ worker: false });
  own = await world.as('branch-secretary');
  await world.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await world.close();
});

const connections = () =>
  new Promise<number>((resolve) =>
    world.app.getHttpServer().getConnections((_: unknown, open: number) => resolve(open)),
  );

/** Sends the beginning of a file that never ends, hears the refusal, and leaves. */
const refusedMidway = (name: string, megabytes: number) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { headers, body } = form({ name, filename: 'big.pdf', data: PDF });
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const asked = {
      host: '127.0.0.1',
      port,
      path: '/api/files',
      method: 'POST',
      headers: { ...own.headers, ...headers },
    };
    const request = http.request(asked, (response) => {
      response.resume();
      response.on('end', () => {
        resolve(response.statusCode);
        request.destroy();
      });
    });
    request.on('error', reject);
    request.write(body.subarray(0, body.lastIndexOf('\r\n--')));
    for (let n = 0; n < megabytes; n += 1) request.write(Buffer.alloc(1024 * 1024, 'x'));
  });

describe('a client that leaves after its upload was refused midway', () => {
  it.each([
    ['too large', 'file', 52, 413],
    ['under another name', 'other', 2, 400],
  ])('%s leaves no connection behind', async (_, name, megabytes, status) => {
    expect(await refusedMidway(name, megabytes)).toBe(status);
    await vi.waitFor(async () => expect(await connections()).toBe(0), { timeout: 10_000, interval: 200 });
  });
});
