import fs from 'node:fs';
import { Client } from 'pg';
import { explainConnection } from '../database/explain-connection.ts';
import { Fault } from '../fault.ts';
import { migrationsFolder } from '../settings.ts';
import { fail, ok, warn, type Finding } from './check.ts';

const PULSE_SECONDS = 15;
const LAG = 1000;

export const checkDatabase = async (url: string): Promise<Finding[]> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const version = await checkVersion(client);
    const pending = await pendingMigrations(client);
    if (pending.length > 0) {
      return [...version, fail(`缺少 ${pending.length} 项数据库迁移`, 'migrations are missing: run mofan migrate')];
    }
    return [...version, ok('数据库结构为最新', 'migrations applied'), ...(await checkWork(client))];
  } catch (error) {
    const fault = explainConnection(error);
    return [fault instanceof Fault ? fail(fault.zh, fault.en) : fail('数据库检查失败', String(error))];
  } finally {
    await client.end().catch(() => {});
  }
};

const checkVersion = async (client: Client): Promise<Finding[]> => {
  const { rows } = await client.query<{ version: string; number: number; unsafe: string | null }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
       (select string_agg(name, ', ') from pg_settings
        where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off') as unsafe`,
  );
  const { version, number, unsafe } = rows[0] ?? { version: '?', number: 0, unsafe: null };
  const text = `PostgreSQL ${version}`;
  return [
    number >= 180_000 ? ok(text, 'reachable') : warn(text, 'made for 18'),
    ...(unsafe ? [warn(`${unsafe} 已关闭`, 'what is acknowledged may be lost in a power cut')] : []),
  ];
};

const pendingMigrations = async (client: Client): Promise<string[]> => {
  const ledger = await client.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  );
  const { rows } = ledger.rows[0]?.there
    ? await client.query<{ migration_name: string }>(
        'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
      )
    : { rows: [] };
  const applied = new Set(rows.map((row) => row.migration_name));
  const folders = fs.readdirSync(migrationsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).filter((name) => !applied.has(name));
};

const checkWork = async (client: Client): Promise<Finding[]> => [
  await checkPulse(client),
  ...(await checkLag(client)),
  ...(await checkRebuilds(client)),
  await checkParked(client),
];

const checkPulse = async (client: Client): Promise<Finding> => {
  const { rows } = await client.query<{ age: number }>(
    'select extract(epoch from now() - seen_at)::float as age from worker_pulse',
  );
  const age = rows[0]?.age;
  if (age === undefined) return warn('worker 从未运行', 'no worker has run yet');
  const text = `worker 最近一次心跳在 ${Math.round(age)} 秒前`;
  return age <= PULSE_SECONDS ? ok(text, 'worker alive') : warn(text, 'worker silent');
};

const checkLag = async (client: Client): Promise<Finding[]> => {
  const { rows } = await client.query<{ projection: string; behind: number }>(
    'select projection, (h.position - c.position)::int as behind from checkpoint c, log_head h order by projection',
  );
  return rows.map(({ projection, behind }) => {
    const text = `${projection} 落后 ${behind} 个事件`;
    return behind > LAG ? warn(text, 'projection is lagging') : ok(text, 'projection up to date');
  });
};

const checkRebuilds = async (client: Client): Promise<Finding[]> => {
  const { rows } = await client.query<{ projection: string; error: string }>(
    `select projection, error from rebuild_request
     where error is not null and finished_at is not null order by projection`,
  );
  return rows.map(({ projection, error }) =>
    fail(`${projection} 重建未成功，仍在使用原来的表`, `not rebuilt, the old table is in use: ${error}`),
  );
};

const checkParked = async (client: Client): Promise<Finding> => {
  const { rows } = await client.query<{ streams: number; duties: number }>(
    `select (select count(*)::int from parked_stream) as streams,
       (select count(*)::int from due where parked_at is not null) as duties`,
  );
  const { streams, duties } = rows[0] ?? { streams: 0, duties: 0 };
  if (streams + duties === 0) return ok('无搁置的事件', 'nothing parked');
  return fail(`搁置：${streams} 个事件流、${duties} 项任务`, 'parked streams or duties: see the operations page');
};
