import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** A key that the server made for itself on the first start and that all its processes share: 32 bytes. */
export const serverSecret = async (pool: Pool, name: string): Promise<Buffer> => {
  await pool.query('insert into server_secret (name, value) values ($1, $2) on conflict do nothing', [
    name,
    randomBytes(32),
  ]);
  const { rows } = await pool.query<{ value: Buffer }>('select value from server_secret where name = $1', [name]);
  return rows[0]!.value;
};
