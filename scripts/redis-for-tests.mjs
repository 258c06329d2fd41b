import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts a Redis of its own for the tests, or answers undefined where none is installed. */
export const startRedis = async () => {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-redis-'));
  const port = await freePort();
  const safe = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
  const child = spawn('redis-server', ['--port', port, '--bind', '127.0.0.1', '--dir', folder, ...safe], {
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  for (let round = 0; round < 200 && !(await answers(port)); round++) await sleep(25);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(String(port)));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(Number(port), '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
