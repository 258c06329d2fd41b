import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Redis } from 'ioredis';
import { atTheEnd } from './clear-up.ts';
import { freePort } from '@mofan/store/free-port';

/** A Redis as our compose file sets it up (AOF, no eviction), or undefined where there is no redis-server. */
export const startRedis = async (folder: string): Promise<string | undefined> => {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
  const port = await freePort();
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: path.resolve(folder),
    save: '',
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
  };
  const child = spawn(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  atTheEnd(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const client = new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null });
  client.on('error', () => {});
  await client.ping();
  client.disconnect();
  return `redis://127.0.0.1:${port}`;
};
