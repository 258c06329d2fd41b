import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startEmbeddedPostgres } from '@mofan/store/embedded/start-embedded-postgres';
import { say, type Bench } from './bench.ts';
import { atTheEnd } from './ground/clear-up.ts';
import { freePort } from './ground/program.ts';
import { folderOnDisk, repository } from './ground/server.ts';
import { inTurn, median, ratioOf, seconds, short } from './statistics.ts';

/**
 * Base: the embedded PostgreSQL alone, started on the same data until it takes connections. Ours: `npm start` on a data
 * folder that has had its first start, from the command to the line that says ready.
 */
export const bench: Bench = {
  unit: 'starts per contestant',
  sizes: { small: 2, medium: 5, full: 11 },
  targets: { ratio: { atMost: 6 } },
  measure: async (size) => {
    const folder = folderOnDisk();
    const data = path.join(folder, 'data');
    const first = await npmStart(data);
    say(`first start: ${short(first)} s`);
    const { base, ours } = await inTurn(size, {
      base: () => bareStart(data, path.join(folder, 'bare.log')),
      ours: () => npmStart(data),
    });
    const details = { base_s: short(median(base!)), ours_s: short(median(ours!)), first_s: short(first) };
    return { ratios: { ratio: ratioOf(ours!, base!) }, details };
  },
};

const bareStart = async (data: string, logFile: string): Promise<number> => {
  let stop = async () => {};
  const taken = await seconds(async () => {
    const server = await startEmbeddedPostgres({ dataDir: path.join(data, 'postgres'), logFile });
    stop = server.stop;
    if (server.adopted) throw new Error('npm start had left its PostgreSQL alive');
  });
  await stop();
  say(`bare: ${short(taken)} s`);
  return taken;
};

/** Seconds from the command to `ready http://…`; it is stopped again as Ctrl-C would. */
const npmStart = async (data: string): Promise<number> => {
  const port = String(await freePort());
  const env = { ...process.env, MOFAN_DATA: data, PORT: port, DATABASE_URL: undefined, REDIS_URL: undefined };
  const begun = performance.now();
  const child = spawn('npm', ['start'], { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = once(child, 'exit');
  const interrupt = () => process.kill(-child.pid!, 'SIGINT');
  let running = true;
  void ended.then(() => (running = false));
  atTheEnd(async () => {
    if (running) interrupt();
    await ended;
  });
  let output = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
        if (output.includes('ready http://')) resolve();
      });
    }
  });
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(`npm start ended: ${output}`)))]);
  const taken = (performance.now() - begun) / 1000;
  say(`npm start: ${short(taken)} s`);
  interrupt();
  await ended;
  return taken;
};
