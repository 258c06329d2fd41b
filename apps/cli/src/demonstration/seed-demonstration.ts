import type { Database } from '@mofan/store/database';
import { Files } from '@mofan/store/files';
import { sha256 } from '@mofan/store/hash';
import path from 'node:path';
import { choosePassword, writeAccountList } from './account-list.ts';
import { administrator, demonstrationAccounts } from './accounts.ts';
import { carryOutPlan } from './carry-out-plan.ts';
import { ensureAccounts } from './ensure-accounts.ts';
import { storeFile } from './file-storage.ts';
import { demonstrationRubric } from './pinned-rubric.ts';
import { planCentre } from './plan.ts';

export interface Seeding {
  database: Database;
  /** `MOFAN_DATA`: where attachments and the list of accounts go */
  dataDir: string;
  /** of every demonstration account; without one an earlier list's is kept, or a random one is made */
  password?: string | undefined;
  /** the business date in Asia/Shanghai; everything is recorded before it begins */
  today: string;
  report(done: number, total: number, what: string): void;
}

/**
 * The whole seeding is kept as one command that the administrator gave: its key is there once all the rest is. (A
 * count of events would not do: people go on recording, and tomorrow's plan is longer than today's.)
 */
const COMPLETE = 'demonstration: complete';

/** Whether the demonstration was seeded to its end. */
export const isSeeded = async ({ log }: Database): Promise<boolean> =>
  (await log.recall(administrator.accountId, COMPLETE)) !== undefined;

/**
 * Fills an empty database with the demonstration centre, a closed year and the one of today up to yesterday. Killed at any instant and
 * called again it goes on where it stopped; called when complete it changes nothing but the password.
 */
export const seedDemonstration = async (seeding: Seeding): Promise<{ accountsFile: string }> => {
  const { database, dataDir, today, report } = seeding;
  const { log, prisma } = database;
  const password = await choosePassword(dataDir, seeding.password);
  const accountsFile = await writeAccountList(dataDir, password);
  await ensureAccounts(prisma, password, (done) =>
    report(done, demonstrationAccounts.length, 'demonstration accounts'),
  );
  if (await isSeeded(database)) return { accountsFile };

  const { rubric, criteriaOf } = demonstrationRubric();
  const plan = planCentre(today, rubric, criteriaOf);
  const kept = new Files(prisma, path.join(dataDir, 'files'));
  const ground = {
    log,
    storeFiles: async ({ files = [], actor, at }: (typeof plan)[number]) => {
      for (const file of files) await storeFile(kept, file, actor, at);
    },
  };
  await carryOutPlan(ground, plan, (done) => report(done, plan.length, 'demonstration records'));

  const complete = { account: administrator.accountId, key: COMPLETE, requestHash: sha256(COMPLETE) };
  await log.remember(complete, { position: await log.head(), version: 0 }, plan.at(-1)!.at);
  return { accountsFile };
};
