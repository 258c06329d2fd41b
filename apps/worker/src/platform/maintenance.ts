import type { Database } from '@mofan/store/database';
import type { Projection } from './projection.ts';
import { setCheckpoint } from './checkpoint.ts';
import { Rebuild, type Refusal } from './rebuild.ts';
import { DUTIES } from './subscription.ts';

/**
 * Before the log is read: every read model has a checkpoint of its present version, or is built anew. Answers with those
 * that were refused: their old tables stay in use, and stand still until a program comes that can read on.
 */
export const prepareReadModels = async (database: Database, projections: readonly Projection[]): Promise<Refusal[]> => {
  const { rows } = await database.pool.query<{ projection: string; version: number }>(
    'select projection, version from checkpoint',
  );
  const versions = new Map(rows.map(({ projection, version }) => [projection, version]));
  await forgetFailures(database);
  let refusals: Refusal[] = [];
  const outdated = projections.filter(({ name, version }) => versions.get(name) !== version);
  if ((await database.log.head()) === 0) {
    for (const projection of outdated) await setCheckpoint(database.pool, projection, 0);
  } else if (outdated.length > 0) {
    const rebuild = new Rebuild(database, outdated);
    await rebuild.build();
    refusals = await rebuild.swap();
    for (const refusal of refusals) await recordFailure(database, refusal);
  }
  if (!versions.has(DUTIES.name)) await setCheckpoint(database.pool, DUTIES, 0);
  return refusals;
};

/** They were of another program, or of an earlier try of this one. */
const forgetFailures = ({ pool }: Database) =>
  pool.query('update rebuild_request set error = null where finished_at is not null and error is not null');

const recordFailure = ({ pool }: Database, { name, reason }: Refusal) =>
  pool.query(
    `insert into rebuild_request (projection, finished_at, error) values ($1, now(), $2)
     on conflict (projection) do update set finished_at = excluded.finished_at, error = excluded.error`,
    [name, reason],
  );

/** Read models that somebody asked to have rebuilt, one request at a time, while the log is being read on. */
export class RequestedRebuilds {
  private current: { rebuild: Rebuild; names: string[]; built: boolean } | undefined;

  constructor(
    private readonly database: Database,
    private readonly projections: readonly Projection[],
  ) {}

  /** Begins what was asked for, or puts in place what is built; answers whether read models were swapped. */
  async look(): Promise<boolean> {
    if (this.current?.built) return this.putInPlace(this.current);
    if (!this.current) await this.begin();
    return false;
  }

  private async begin() {
    const { pool, log } = this.database;
    const { rows } = await pool.query<{ projection: string }>(
      'select projection from rebuild_request where finished_at is null',
    );
    const asked = new Set(rows.map(({ projection }) => projection));
    const wanted = this.projections.filter(({ name }) => asked.has(name));
    if (wanted.length === 0) return;
    const names = wanted.map(({ name }) => name);
    await pool.query('update rebuild_request set total = $1, done = 0 where projection = any($2)', [
      await log.head(),
      names,
    ]);
    const rebuild = new Rebuild(this.database, wanted);
    const current = { rebuild, names, built: false };
    this.current = current;
    rebuild
      .build(this.reporter(names))
      .then(() => (current.built = true))
      .catch((error: unknown) => this.end(names, String(error)))
      .catch(() => {}); // the database is away: the request still stands and is begun anew
  }

  private async putInPlace({ rebuild, names }: { rebuild: Rebuild; names: string[] }): Promise<boolean> {
    try {
      const refusals = await rebuild.swap();
      const refused = new Set(refusals.map(({ name }) => name));
      await this.end(
        names.filter((name) => !refused.has(name)),
        null,
      );
      for (const { name, reason } of refusals) await this.end([name], reason);
      return true;
    } catch (error) {
      await this.end(names, String(error));
      return false;
    }
  }

  private reporter(names: string[]) {
    let told = Date.now();
    return (done: number) => {
      if (Date.now() - told < 500) return;
      told = Date.now();
      void this.database.pool
        .query('update rebuild_request set done = $1 where projection = any($2)', [done, names])
        .catch(() => {});
    };
  }

  private async end(names: string[], error: string | null) {
    this.current = undefined;
    await this.database.pool.query(
      `update rebuild_request set finished_at = now(), error = $1, done = coalesce(total, 0) where projection = any($2)`,
      [error, names],
    );
  }
}
