import type { Pool, PoolClient } from 'pg';
import type { Projection } from './projection.ts';

type Reader = Pick<Projection, 'name' | 'version'>;

/** Says of each projection how far it has read and in which version. */
export const setCheckpoint = (client: Pool | PoolClient, { name, version }: Reader, position: number) =>
  client.query(
    `insert into checkpoint (projection, version, position) values ($1, $2, $3)
     on conflict (projection) do update set version = excluded.version, position = excluded.position`,
    [name, version, position],
  );

/**
 * How far each has read. One whose table is still of another version is left out: its rebuild was refused, and this
 * program must not write into what another one made. Locked: a worker that no longer leads, and does not know it yet,
 * must not write beside the one that does.
 */
export const lockCheckpoints = async (client: PoolClient, readers: readonly Reader[]): Promise<Map<string, number>> => {
  const { rows } = await client.query<{ projection: string; version: number; position: string }>(
    'select projection, version, position from checkpoint where projection = any($1) order by projection for update',
    [readers.map(({ name }) => name)],
  );
  const versions = new Map(readers.map(({ name, version }) => [name, version]));
  const own = rows.filter(({ projection, version }) => versions.get(projection) === version);
  return new Map(own.map(({ projection, position }) => [projection, Number(position)]));
};
