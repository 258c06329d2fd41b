import path from 'node:path';
import { migrate } from '@mofan/store/migrate';
import { say, sayExactly } from '../say.ts';
import { logFolder, migrationsFolder, repository, type Settings } from '../settings.ts';
import { explainFullDisk, openDataFolder } from './data-folder.ts';
import { mustFitDemonstration, seedWhenNeeded } from './demonstration.ts';
import { mustBeFree } from './free-port.ts';
import { waitUntilHealthy } from './health.ts';
import { Household } from './household.ts';
import { lockInstance } from './instance-lock.ts';
import { explainConnection } from '../database/explain-connection.ts';
import { SupervisedPostgres } from './supervised-postgres.ts';
import { SupervisedProcess } from './supervised-process.ts';

/** Starts everything and stays until it is told to stop; then it stops everything in order and ends the process. */
export const start = async (settings: Settings): Promise<void> => {
  openDataFolder(settings.dataDir);
  const lock = lockInstance(settings.dataDir);
  const household = new Household();
  const leave = onceTold(async () => {
    say('正在停止……', 'stopping …');
    await household.close();
    lock.release();
    say('已停止，数据已保存。', 'stopped, the data is kept.');
    process.exit(0);
  });
  try {
    // the children of a killed run may need a moment to notice
    await mustBeFree(settings.port, lock.recovered ? 12_000 : 0);
    await startAll(settings, household);
  } catch (error) {
    if (household.leaving.aborted) return;
    leave.disarm();
    await household.close();
    lock.release();
    throw explainConnection(explainFullDisk(error, settings.dataDir));
  }
};

const startAll = async (settings: Settings, household: Household): Promise<void> => {
  if (!settings.databaseUrl) say('启动数据库……', 'starting PostgreSQL …');
  const postgres = settings.databaseUrl ? undefined : household.keep(SupervisedPostgres.start(settings.dataDir));
  postgres?.catch(() => {}); // awaited below
  const worker = await household.keep(new SupervisedProcess(programOf('worker', settings, ROOM_FOR_THE_YOUNG)));
  const api = await household.keep(new SupervisedProcess(programOf('api', settings)));

  if ((await postgres)?.adopted) say('沿用上次运行留下的数据库。', 'taking over the PostgreSQL of a killed run.');
  const url = settings.databaseUrl ?? (await postgres)?.url ?? '';
  const applied = await migrate(url, migrationsFolder);
  if (applied.length > 0) say(`数据库结构已升级（${applied.length} 项）。`, `${applied.length} migrations applied.`);
  await mustFitDemonstration(url, settings.demonstration);

  say('启动 api 与 worker……', 'starting api and worker …');
  for (const program of [worker, api]) program.release({ DATABASE_URL: url });
  const accountsFile = settings.demonstration ? await seedWhenNeeded(url, settings) : undefined;
  await waitUntilHealthy(settings.port, { api, worker }, household.leaving);
  sayExactly(`ready http://localhost:${settings.port}`);
  if (accountsFile) say(`演示账号见 ${accountsFile}`, 'demonstration accounts are listed there.');
};

/** Whoever rebuilds keeps what it makes: with little room, V8 would copy it from place to place. */
const ROOM_FOR_THE_YOUNG = ['--max-semi-space-size=64'];

const programOf = (name: string, settings: Settings, flags: readonly string[] = []) => ({
  name,
  script: path.join(repository, 'apps', name, 'dist', 'main.js'),
  flags,
  logFile: path.join(logFolder(settings.dataDir), `${name}.log`),
  env: {
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: path.join(repository, 'node_modules/.cache/compiled'),
    ...process.env,
    PORT: String(settings.port),
    MOFAN_DATA: settings.dataDir,
    MOFAN_DEMO: settings.demonstration ? 'on' : 'off',
    MOFAN_WEB_ROOT: path.join(repository, 'apps/web/dist'),
  },
});

/** Runs `act` on the first request to stop, by whichever signal; later ones change nothing. */
const onceTold = (act: () => Promise<void>) => {
  let told = false;
  const listener = () => {
    if (told) return;
    told = true;
    void act();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, listener);
  return { disarm: () => (told = true) };
};
