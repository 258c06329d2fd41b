import { migrate } from '@mofan/store/migrate';
import { say } from '../say.ts';
import { migrationsFolder, type Settings } from '../settings.ts';
import { withDatabaseUrl } from './reach-database.ts';

export const runMigrate = async (settings: Settings): Promise<void> => {
  const applied = await withDatabaseUrl(settings, (url) => migrate(url, migrationsFolder));
  for (const name of applied) say(`已应用 ${name}`, 'applied');
  if (applied.length === 0) say('数据库结构已是最新。', 'nothing to apply.');
};
