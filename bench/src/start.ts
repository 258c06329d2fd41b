import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '@mofan/store/embedded/start-embedded-postgres';
import { build } from 'rolldown';
import { say, type Bench } from './bench.ts';
import { atTheEnd } from './ground/clear-up.ts';
import { freePort } from '@mofan/store/free-port';
import { folderOnDisk, repository } from './ground/server.ts';
import { inTurn, median, ratioOf, seconds, short } from './statistics.ts';

/**
 * Base: `npm start` of a program that starts the embedded PostgreSQL and nothing else, on the same data. Ours: `npm
 * start` on a data folder that has had its first start. Either is measured from the command to the line that says
 * ready, so npm's own start stands on both sides. `vs_server` tells the ratio against the server's start alone, within
 * a process that runs already; npm alone takes several times as long as that.
 */
export const bench: Bench = {
  unit: 'starts per contestant',
  sizes: { small: 2, medium: 5, full: 11 },
  targets: { ratio: { atMost: 6 } },
  measure: async (size) => {
    const folder = folderOnDisk();
    const data = path.join(folder, 'data');
    const bare = await barePackage();
    const first = await npmStart('first start', repository, { MOFAN_DATA: data });
    const postgres = path.join(data, 'postgres');
    const { base, server, ours } = await inTurn(size, {
      base: () => npmStart('bare', bare, { BARE_DATA: postgres }),
      server: () => serverStart(postgres, path.join(folder, 'server.log')),
      ours: () => npmStart('ours', repository, { MOFAN_DATA: data }),
    });
    const details = {
      base_s: short(median(base!)),
      server_s: short(median(server!)),
      ours_s: short(median(ours!)),
      first_s: short(first),
    };
    return { ratios: { ratio: ratioOf(ours!, base!), vs_server: ratioOf(ours!, server!) }, details };
  },
};

/** The bare program as a package of its own, bundled as ours are; below our packages, which it needs. */
const barePackage = async (): Promise<string> => {
  const folder = path.join(repository, 'node_modules/.cache/mofan-bare-start');
  fs.rmSync(folder, { recursive: true, force: true });
  atTheEnd(() => fs.rmSync(folder, { recursive: true, force: true }));
  await build({
    input: path.join(import.meta.dirname, 'bases/bare-start.ts'),
    platform: 'node',
    external: (id) => !/^([./\0]|@mofan\/)/.test(id),
    output: { file: path.join(folder, 'bare-start.js'), format: 'esm', codeSplitting: false },
    logLevel: 'silent',
  });
  const manifest = { name: 'bare-start', private: true, type: 'module', scripts: { start: 'node bare-start.js' } };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
};

const serverStart = async (dataDir: string, logFile: string): Promise<number> => {
  let stop = async () => {};
  const taken = await seconds(async () => {
    const server = await startEmbeddedPostgres({ dataDir, logFile });
    stop = server.stop;
    if (server.adopted) throw new Error('somebody had left a PostgreSQL alive');
  });
  await stop();
  return taken;
};

/** Seconds from `npm start` in a folder to its line that says ready; it is stopped again as Ctrl-C would. */
const npmStart = async (name: string, cwd: string, settings: Record<string, string>): Promise<number> => {
  const port = String(await freePort());
  const env = { ...process.env, ...settings, PORT: port, DATABASE_URL: undefined, REDIS_URL: undefined };
  const begun = performance.now();
  const child = spawn('npm', ['start'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
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
        if (/ready \w+:\/\//.test(output)) resolve();
      });
    }
  });
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(`${name} ended: ${output}`)))]);
  const taken = (performance.now() - begun) / 1000;
  say(`${name}: ${short(taken)} s`);
  interrupt();
  await ended;
  return taken;
};
