import { openDatabase } from '@mofan/store/database';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorker, type Backend } from '../../platform/queue.ts';
import { worker } from '../../platform/work.ts';
import { slow } from '../slow.ts';

/** A worker without the reader of the log, whose jobs take long enough to be killed in the middle. */
const url = process.env['DATABASE_URL']!;
const redis = process.env['REDIS_URL'];
const backend: Backend = redis ? { kind: 'redis', url: redis } : { kind: 'postgres', url };
const database = openDatabase(url);

const begin = async (key: string) => {
  await database.pool.query('insert into begun (key) values ($1)', [key]);
  console.log(`begun ${key}`);
  await sleep(300);
};
await openWorker(backend, worker(database, [slow(begin)]), (where, error) => console.error(where, String(error)));
