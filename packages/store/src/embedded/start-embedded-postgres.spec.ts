import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPostmaster, stopPostmaster } from './postmaster.ts';
import { runningPostgresUrl, startEmbeddedPostgres } from './start-embedded-postgres.ts';

let folder: string;
let dataDir: string;
const start = () => startEmbeddedPostgres({ dataDir, logFile: path.join(folder, 'postgres.log') });

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-embedded-'));
  dataDir = path.join(folder, 'postgres');
});

afterEach(async () => {
  const left = readPostmaster(dataDir);
  if (left) await stopPostmaster(left.pid, dataDir);
  fs.rmSync(folder, { recursive: true, force: true });
});

const ask = async (url: string, sql: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  it('keeps its data, its password and its safety over a restart', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 1 as n');
    expect(runningPostgresUrl(dataDir)).toBe(first.url);
    await first.stop();
    expect(first.isRunning()).toBe(false);
    expect(runningPostgresUrl(dataDir)).toBeUndefined();

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
    const shown = `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'listen_addresses')`;
    expect(await ask(second.url, `${shown} order by name`)).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
    expect(fs.statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
    await expect(ask(second.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    await second.stop();
  });

  it('adopts a server that a killed run left alive', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, url: first.url });
    await second.stop();
  });

  it('recovers after kill -9', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 1 as n');
    process.kill(readPostmaster(dataDir)!.pid, 'SIGKILL');
    while (first.isRunning()) await sleep(10);
    const second = await start();
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  it('begins anew after a creation that was broken off, and never touches data that a server has used', async () => {
    fs.mkdirSync(dataDir);
    fs.writeFileSync(path.join(dataDir, 'PG_VERSION'), '18');
    fs.writeFileSync(`${dataDir}.initializing`, 'half');
    const first = await start();
    await ask(first.url, 'create table kept as select 1 as n');
    await first.stop();

    fs.writeFileSync(`${dataDir}.initializing`, 'stale');
    const second = await start();
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  it('takes a recycled process id for what it is', async () => {
    await (await start()).stop();
    fs.writeFileSync(path.join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n5432\n\n\n\nready\n`);
    const again = await start();
    expect(again.adopted).toBe(false);
    await again.stop();
  });

  it('refuses data whose password is lost', async () => {
    await (await start()).stop();
    fs.rmSync(`${dataDir}.password`);
    await expect(start()).rejects.toMatchObject({ code: 'postgres.unavailable' });
  });
});
