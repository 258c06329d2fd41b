import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { mustBeFree } from './free-port.ts';

describe('a port', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('that somebody has on %s is taken, and free once they have left', async (host) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const { port } = server.address() as AddressInfo;
    await expect(mustBeFree(port, 0)).rejects.toMatchObject({ name: 'Fault', en: expect.stringContaining(`${port}`) });
    const patient = mustBeFree(port, 5000);
    server.close();
    await expect(patient).resolves.toBeUndefined();
  });
});
