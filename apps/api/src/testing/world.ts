import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Role } from '@mofan/contracts/access';
import { businessDate } from '@mofan/domain/kernel/business-date';
import { Accounts } from '@mofan/store/account';
import { commandsOn, type Commands } from '@mofan/store/commands';
import { openDatabase, type Database } from '@mofan/store/database';
import { rubricLibrary } from '@mofan/store/rubric-library';
import { Rubrics } from '@mofan/store/rubrics';
import { createTestDatabase } from '@mofan/store/testing/test-database';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.ts';
import { ReadPosition } from '../platform/read-position.ts';
import { Client, cookieIn, signInWith } from './client.ts';
import { startWorker } from './worker-process.ts';

const DAY_MS = 86_400_000;
const PATIENCE_MS = 15_000;

export const PASSWORD = '模范-correct horse battery';
export const CYCLE = 'this-year';
/** 道路设施所: the unit whose secretary and head the tests are. */
export const OWN = 'daolu';
/** 园林绿化所: another unit that is assessed. */
export const FOREIGN = 'yuanlin';
/** Nobody's. */
export const UNKNOWN = 'weizhi';
export const SYSTEM = randomUUID();

export const [RUBRIC] = [...rubricLibrary.keys()] as [string];

export type Login = Role | 'foreign-secretary';

const ACCOUNTS: readonly { login: Login; role: Role; unitId: string | null; name: string }[] = [
  { login: 'branch-secretary', role: 'branch-secretary', unitId: OWN, name: '道路设施所 · 支部书记' },
  { login: 'unit-head', role: 'unit-head', unitId: OWN, name: '道路设施所 · 所长' },
  { login: 'foreign-secretary', role: 'branch-secretary', unitId: FOREIGN, name: '园林绿化所 · 支部书记' },
  { login: 'clerk', role: 'clerk', unitId: null, name: '考核办 · 干事' },
  { login: 'registrar', role: 'registrar', unitId: null, name: '纪检 · 登记' },
  { login: 'confirmer', role: 'confirmer', unitId: null, name: '纪检 · 确认' },
  { login: 'chair', role: 'chair', unitId: null, name: '考核委员会 · 主任' },
  { login: 'administrator', role: 'administrator', unitId: null, name: '系统管理员' },
];

/** The business date so many days ago; negative: to come. */
export const daysAgo = (days: number): string => businessDate(Date.now() - days * DAY_MS);

export interface World {
  app: NestFastifyApplication;
  database: Database;
  /** the commands on the log itself, past the api */
  commands: Commands;
  dataFolder: string;
  anonymous: Client;
  accountIds: ReadonlyMap<Login, string>;
  /** Signed in once, then the same browser again. */
  as(login: Login): Promise<Client>;
  /** Waits until the read models and the scorecards have everything that was written. */
  settled(): Promise<void>;
  /** What a refused request must not change. */
  footprint(): Promise<unknown>;
  close(): Promise<void>;
}

interface Options {
  /** whether a worker fills the read models */
  worker?: boolean;
  env?: Record<string, string>;
}

/** A small centre on a database of its own: two assessed units, a year under way, an account for every role. */
export const createWorld = async ({ worker = true, env = {} }: Options = {}): Promise<World> => {
  const { url, drop } = await createTestDatabase();
  const database = openDatabase(url, { connections: 4 });
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'mofan-api-'));
  const commands = commandsOn(database.log, new Rubrics(database.pool));
  await found(commands);
  const accountIds = await createAccounts(database);
  const running = worker ? await startWorker(url) : undefined;
  if (running) await settled(database);
  const app = await openApp({ DATABASE_URL: url, MOFAN_DATA: dataFolder, ...env });
  if (running) await listening(app);

  const browsers = new Map<Login, Promise<Client>>();
  return {
    app,
    database,
    commands,
    dataFolder,
    anonymous: new Client(app),
    accountIds,
    as: (login) => {
      const known = browsers.get(login) ?? signIn(app, login);
      browsers.set(login, known);
      return known;
    },
    settled: () => settled(database),
    footprint: () => footprint(database),
    close: async () => {
      await running?.stop();
      await app.close();
      await database.close();
      await drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

const VARIABLES = [
  'DATABASE_URL',
  'MOFAN_DATA',
  'MOFAN_DEMO',
  'MOFAN_WEB_ROOT',
  'MOFAN_SECURE_COOKIES',
  'MOFAN_CHECK_MS',
  'MOFAN_CHECK_MEGABYTES',
];

/** The api in exactly these surroundings. */
export const openApp = async (
  env: Record<string, string>,
  options?: Parameters<typeof createApp>[0],
): Promise<NestFastifyApplication> => {
  for (const name of VARIABLES) delete process.env[name];
  Object.assign(process.env, env);
  return createApp(options);
};

export const signIn = async (app: NestFastifyApplication, login: string): Promise<Client> => {
  const reply = await signInWith(app, login, PASSWORD);
  if (reply.statusCode !== 200) throw new Error(`${login} cannot sign in: ${reply.body}`);
  return new Client(app, cookieIn(reply.headers['set-cookie']));
};

const footprint = async ({ pool }: Database): Promise<unknown> => {
  const { rows } = await pool.query(
    `select (select position from log_head) as head, (select count(*) from command_key) as keys,
            (select count(*) from file) as files, (select count(*) from notification_read) as read`,
  );
  return rows[0];
};

const settled = async ({ pool, log }: Database): Promise<void> => {
  const head = await log.head();
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await pool.query<{ position: string | null; due: string }>(
      `select (select min(position) from checkpoint) as position,
              (select count(*) from due where parked_at is null) as due`,
    );
    const { position, due } = rows[0]!;
    if (Number(position ?? -1) >= head && due === '0') return;
    if (Date.now() > deadline) throw new Error(`read models at ${position} of ${head}, ${due} duties wait`);
    await sleep(20);
  }
};

/** Until it hears the worker, the api tells every listener that anything may have changed. */
const listening = async (app: NestFastifyApplication): Promise<void> => {
  while (app.get(ReadPosition).current === 0) await sleep(10);
};

const createAccounts = async ({ prisma }: Database): Promise<ReadonlyMap<Login, string>> => {
  const [first, ...others] = ACCOUNTS;
  const firstId = await new Accounts(prisma).create({ ...first!, password: PASSWORD, demonstration: true });
  // Hashing a password is slow by design; one hash serves them all.
  const { passwordHash } = await prisma.account.findUniqueOrThrow({ where: { accountId: firstId } });
  const rest = others.map((account) => ({ ...account, accountId: randomUUID(), passwordHash, demonstration: true }));
  await prisma.account.createMany({ data: rest });
  return new Map([[first!.login, firstId], ...rest.map(({ login, accountId }) => [login, accountId] as const)]);
};

/** An envelope of some days ago. */
export const recorded = (days: number, actor: string = SYSTEM) => ({
  envelope: {
    actor,
    correlation: randomUUID(),
    recordedAt: new Date(Date.now() - days * DAY_MS).toISOString(),
    demonstration: false,
  },
});

const found = async (commands: Commands): Promise<void> => {
  const request = recorded(20);
  const since = daysAgo(200);
  for (const [order, [unitId, name]] of [[OWN, '道路设施所'] as const, [FOREIGN, '园林绿化所'] as const].entries()) {
    await commands.unit(
      { type: 'FoundUnit', unitId, name, kind: 'institution', parentId: null, order, foundedOn: since },
      request,
    );
    await commands.unit({ type: 'EstablishBranch', unitId, name: `${name}党支部`, establishedOn: since }, request);
    await commands.unit(
      { type: 'AppointToPost', unitId, post: 'branch-secretary', holder: randomUUID(), from: since },
      request,
    );
  }
  const { published } = rubricLibrary.get(RUBRIC)!.compiled;
  await commands.cycle(
    {
      type: 'OpenCycle',
      cycleId: CYCLE,
      year: Number(since.slice(0, 4)),
      from: since,
      to: daysAgo(-100),
      rubric: { id: published.id, version: published.version, hash: RUBRIC },
    },
    request,
  );
  for (const unitId of [OWN, FOREIGN]) {
    await commands.cycle({ type: 'AdmitParticipant', cycleId: CYCLE, unitId }, request);
  }
  await commands.cycle({ type: 'AdvanceStage', cycleId: CYCLE, to: 'tracking' }, request);
};
