import { runningPostgresUrl } from '@mofan/store/embedded/start-embedded-postgres';
import { sayExactly } from '../say.ts';
import { postgresFolder, type Settings } from '../settings.ts';
import { warn, type Finding } from './check.ts';
import { checkDatabase } from './database.ts';
import { checkDataFolder, checkNode, checkPort } from './machine.ts';
import { checkRedis } from './redis.ts';

/** Prints one line for each thing looked at; exit code 1 when one of them fails. Changes nothing. */
export const runDoctor = async (settings: Settings): Promise<void> => {
  const findings: Finding[] = [checkNode(), ...checkDataFolder(settings), await checkPort(settings)];
  const url = settings.databaseUrl ?? runningPostgresUrl(postgresFolder(settings.dataDir));
  findings.push(
    ...(url ? await checkDatabase(url) : [warn('内嵌数据库未运行', 'the embedded PostgreSQL does not run')]),
  );
  if (settings.redisUrl) findings.push(...(await checkRedis(settings.redisUrl)));
  for (const { verdict, zh, en } of findings) sayExactly(`${verdict.padEnd(4)}  ${zh}  ${en}`);
  if (findings.some(({ verdict }) => verdict === 'fail')) process.exitCode = 1;
};
