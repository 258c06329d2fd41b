import { migrate } from '@mofan/store/migrate';
import { Fault } from '../fault.ts';
import { say } from '../say.ts';
import { migrationsFolder, type Settings } from '../settings.ts';
import { mustFitDemonstration, seedWhenNeeded } from '../start/demonstration.ts';
import { withDatabaseUrl } from './reach-database.ts';

/** Writes the demonstration centre into the database; what stands of it already is left as it is. */
export const runSeed = async (settings: Settings): Promise<void> => {
  if (!settings.demonstration) {
    throw new Fault('MOFAN_DEMO=off 时不写入演示中心。', 'With MOFAN_DEMO=off no demonstration is written.');
  }
  const accountsFile = await withDatabaseUrl(settings, async (url) => {
    await migrate(url, migrationsFolder);
    await mustFitDemonstration(url, true);
    return seedWhenNeeded(url, settings);
  });
  say(`演示中心已就绪，账号见 ${accountsFile}`, 'the demonstration stands, its accounts are listed there.');
};
