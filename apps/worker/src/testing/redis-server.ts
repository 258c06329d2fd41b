import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { until } from './until.ts';
import { freePort } from '@mofan/store/free-port';

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export interface RedisServer {
  url: string;
  /** everything it knows is gone */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of one's own, as the operations guide asks for it: it appends to a file and evicts nothing. */
export const startRedis = async (): Promise<RedisServer> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'mofan-redis-'));
  const port = await freePort();
  const safe = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
  const server = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', dir, ...safe], {
    stdio: 'ignore',
  });
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => {});
  await until('Redis answers', async () => (await client.ping()) === 'PONG');
  return {
    url: `redis://127.0.0.1:${port}`,
    flush: async () => void (await client.flushall()),
    stop: async () => {
      client.disconnect();
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
