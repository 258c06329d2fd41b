import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { Fault } from '../fault.ts';
import { say, showProgress } from '../say.ts';
import type { Settings } from '../settings.ts';

/**
 * Refuses to mix: the demonstration never joins real records, and accounts of the demonstration never serve outside it.
 */
export const mustFitDemonstration = async (url: string, wanted: boolean): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ demonstration: boolean; real: boolean }>(
      `select exists (select from account where demonstration)
           or coalesce((select demonstration from event order by position limit 1), false) as demonstration,
         exists (select from account where not demonstration)
           or not coalesce((select demonstration from event order by position limit 1), true) as real`,
    );
    const { demonstration, real } = rows[0] ?? { demonstration: false, real: false };
    if (demonstration && !wanted) throw holdsDemonstration;
    if (real && wanted) throw holdsRecords;
  });

/** Writes the demonstration centre unless it stands whole; one that was broken off is completed. */
export const seedWhenNeeded = async (url: string, settings: Settings): Promise<string> => {
  const accountsFile = path.join(settings.dataDir, 'demo-accounts.txt');
  const note = path.join(settings.dataDir, 'demonstration.complete');
  const identity = settings.databaseUrl ? undefined : await identityOf(url);
  if (identity && read(note) === identity && listsPassword(accountsFile, settings)) return accountsFile;
  await seed(url, settings, accountsFile);
  if (identity) fs.writeFileSync(note, identity);
  return accountsFile;
};

const seed = async (url: string, settings: Settings, accountsFile: string): Promise<void> => {
  const [{ openDatabase }, { isSeeded, seedDemonstration }, { businessDate }] = await Promise.all([
    import('@mofan/store/database'),
    import('../demonstration/seed-demonstration.ts'),
    import('@mofan/domain/kernel/business-date'),
  ]);
  const database = openDatabase(url);
  try {
    const whole = await isSeeded(database);
    if (whole && listsPassword(accountsFile, settings)) return;
    if (!whole) say('写入演示中心……', 'writing the demonstration centre …');
    await seedDemonstration({
      database,
      dataDir: settings.dataDir,
      password: settings.demonstrationPassword,
      today: businessDate(Date.now()),
      report: (done, total, what) => showProgress(what, done, total),
    });
  } finally {
    await database.close();
  }
};

/** Which database this is: the note that it was seeded must not vouch for another one. */
const identityOf = async (url: string): Promise<string> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ identity: string }>(
      `select c.system_identifier || '/' || d.oid as identity
       from pg_control_system() c, pg_database d where d.datname = current_database()`,
    );
    return rows[0]?.identity ?? '';
  });

const withClient = async <T>(url: string, act: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
};

const listsPassword = (accountsFile: string, { demonstrationPassword }: Settings): boolean =>
  read(accountsFile)?.includes(demonstrationPassword ?? '') ?? false;

const read = (file: string): string | undefined => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const holdsDemonstration = new Fault(
  '这里的数据是演示中心，不能以 MOFAN_DEMO=off 启动。请用 MOFAN_DATA（或 DATABASE_URL）指定空的数据位置。',
  'This data is the demonstration, so it cannot be started with MOFAN_DEMO=off. Point MOFAN_DATA (or DATABASE_URL) at an empty place.',
);
const holdsRecords = new Fault(
  '这里已有正式数据，不会写入演示中心。请设置 MOFAN_DEMO=off 后启动。',
  'This data holds real records, so the demonstration is not written into it. Start with MOFAN_DEMO=off.',
);
