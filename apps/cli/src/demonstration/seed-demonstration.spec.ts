import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Accounts } from '@mofan/store/account';
import { openDatabase, type Database } from '@mofan/store/database';
import { sha256 } from '@mofan/store/hash';
import { createTestDatabase, type TestDatabase } from '@mofan/store/testing/test-database';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demonstrationAccounts } from './accounts.ts';
import { isSeeded, seedDemonstration } from './seed-demonstration.ts';

let test: TestDatabase;
let database: Database;
let dataDir: string;

beforeEach(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url);
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'mofan-seed-'));
});
afterEach(async () => {
  await database.close();
  await test.drop();
  await rm(dataDir, { recursive: true });
});

const seed = (today: string, options: { password?: string; killAt?: number } = {}) =>
  seedDemonstration({
    database,
    dataDir,
    today,
    password: options.password,
    report: (done, _, what) => {
      if (what === 'demonstration records' && options.killAt && done >= options.killAt) throw new Error('killed');
    },
  });

const signsIn = async (login: string, password: string) =>
  (await new Accounts(database.prisma).authenticate(login, password)) !== null;

describe('seeding the demonstration', () => {
  it(
    'is complete only at its end, and a run that was killed is completed without a repetition',
    { timeout: 120_000 },
    async () => {
      expect(await isSeeded(database)).toBe(false);
      await expect(seed('2026-01-20', { killAt: 190 })).rejects.toThrow('killed');
      expect(await isSeeded(database)).toBe(false);
      expect(await database.log.head()).toBeGreaterThanOrEqual(190);

      const { accountsFile } = await seed('2026-01-20');
      expect(await isSeeded(database)).toBe(true);
      const head = await database.log.head();
      const events = await database.log.readAfter(0, head);
      expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(({ recordedAt }) => recordedAt).toSorted());
      const list = await readFile(accountsFile, 'utf8');
      const password = list.trim().split('\n').at(-1)!.split('\t').at(-1)!;
      expect(password.length).toBeGreaterThanOrEqual(14);
      if (process.platform !== 'win32') expect((await stat(accountsFile)).mode & 0o777).toBe(0o600);
      for (const login of ['road', 'clerk', 'admin']) expect(await signsIn(login, password)).toBe(true);

      await seed('2026-01-21');
      expect(await database.log.head()).toBe(head);
      expect(await readFile(accountsFile, 'utf8')).toBe(list);
      expect(await database.prisma.account.count()).toBe(demonstrationAccounts.length);

      const files = await database.prisma.file.findMany();
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const bytes = await readFile(path.join(dataDir, 'files', file.sha256.slice(0, 2), file.sha256));
        expect(sha256(bytes)).toBe(file.sha256);
        expect(BigInt(bytes.length)).toBe(BigInt(file.size));
      }
      expect((await readdir(dataDir)).toSorted()).toEqual(['demo-accounts.txt', 'files']);

      await seed('2026-01-21', { password: 'another-password' });
      expect(await signsIn('road', password)).toBe(false);
      expect(await signsIn('road', 'another-password')).toBe(true);
      expect(await readFile(accountsFile, 'utf8')).toContain('another-password');
    },
  );

  it('does not take over an account that is not its own', { timeout: 120_000 }, async () => {
    const password = 'not of the demonstration';
    const own = { login: 'clerk', password, name: '经办人', role: 'clerk', unitId: null, demonstration: false };
    await new Accounts(database.prisma).create(own);
    await expect(seed('2026-01-20')).rejects.toThrow('outside the demonstration');
    expect(await signsIn('clerk', password)).toBe(true);
    expect(await database.log.head()).toBe(0);
  });
});
