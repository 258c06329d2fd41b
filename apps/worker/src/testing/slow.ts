import type { Database } from '@mofan/store/database';
import { processor } from '../platform/processor.ts';

/** Two tables: `begun` is written at once, as a processor without a transaction would; `effect` as ours are. */
export const prepareSlow = ({ pool }: Database) =>
  pool.query('drop table if exists begun, effect; create table begun (key text); create table effect (key text)');

export const slow = (begin: (key: string) => Promise<void>) =>
  processor({
    name: 'slow',
    on: { EvidenceSubmitted: ({ unitId }) => [unitId] },
    run: async ({ key }, { client }) => {
      await begin(key);
      await client.query('insert into effect (key) values ($1)', [key]);
      return [];
    },
  });
