import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { withDatabaseUrl } from '../database/reach-database.ts';
import { Fault } from '../fault.ts';
import { say, showProgress } from '../say.ts';
import type { Settings } from '../settings.ts';

/** A checkpoint that is no read model's: how far duties have been handed out. */
const NO_PROJECTION = 'duties';
const PULSE_SECONDS = 15;

/** Asks the worker to rebuild one read model, or all, and shows how far it is until it is done. */
export const runRebuild = (settings: Settings, name: string | undefined): Promise<void> =>
  withDatabaseUrl(settings, async (url) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await mustHaveWorker(client);
      const names = await namesToRebuild(client, name);
      const since = await request(client, names);
      await follow(client, names, since);
      say(`已重建：${names.join('、')}。`, 'rebuilt.');
    } finally {
      await client.end();
    }
  });

const namesToRebuild = async (client: Client, name: string | undefined): Promise<string[]> => {
  const { rows } = await client.query<{ projection: string }>(
    'select projection from checkpoint where projection <> $1 order by projection',
    [NO_PROJECTION],
  );
  const known = rows.map(({ projection }) => projection);
  if (name === undefined) return known;
  if (known.includes(name)) return [name];
  const list = known.join(', ');
  throw new Fault(
    `没有名为 ${name} 的读模型，现有：${list}。`,
    `There is no projection ${name}; there are: ${list}.`,
    2,
  );
};

const mustHaveWorker = async (client: Client): Promise<void> => {
  const { rowCount } = await client.query(
    'select from worker_pulse where seen_at > now() - make_interval(secs => $1)',
    [PULSE_SECONDS],
  );
  if (rowCount) return;
  throw new Fault(
    '没有正在运行的 worker：重建由 worker 执行，请先启动（npm start）。',
    'No worker is running: it is the worker that rebuilds, so start it first (npm start).',
  );
};

/** Answers with the moment of the request, by the database's clock. */
const request = async (client: Client, names: string[]): Promise<Date> => {
  const { rows } = await client.query<{ requested_at: Date }>(
    `insert into rebuild_request (projection) select unnest($1::text[])
     on conflict (projection) do update
       set requested_at = now(), done = 0, total = null, finished_at = null, error = null
     returning requested_at`,
    [names],
  );
  return rows[0]?.requested_at ?? new Date();
};

const follow = async (client: Client, names: string[], since: Date): Promise<void> => {
  for (;;) {
    const { rows } = await client.query<{
      projection: string;
      done: string;
      total: string | null;
      finished: boolean;
      error: string | null;
    }>(
      `select projection, done, total, coalesce(finished_at >= $2, false) as finished, error
       from rebuild_request where projection = any($1)`,
      [names, since],
    );
    const failed = rows.find(({ finished, error }) => finished && error !== null);
    if (failed) {
      throw new Fault(
        `重建 ${failed.projection} 失败：${failed.error}`,
        `Rebuilding ${failed.projection} failed: ${failed.error}`,
      );
    }
    const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
    const total = sum((row) => Number(row.total ?? 0));
    if (total > 0)
      showProgress(
        '重建 rebuilding',
        sum((row) => Number(row.finished ? row.total : row.done)),
        total,
        process.stderr,
      );
    if (rows.every(({ finished }) => finished)) return;
    await sleep(200);
    await mustHaveWorker(client);
  }
};
