import { openDatabase } from '@mofan/store/database';
import { setTimeout as sleep } from 'node:timers/promises';
import { lead } from './platform/leader.ts';
import { whileLeading } from './platform/leadership.ts';
import { openQueue, openWorker, prepareBackend, type Backend } from './platform/queue.ts';
import { worker } from './platform/work.ts';
import { mustDeclareEveryEvent, processors, projections } from './read-models.ts';

const RETRY_MS = 500;

const url = process.env['DATABASE_URL'];
if (!url) throw new Error('DATABASE_URL is not set');
const redis = process.env['REDIS_URL'];
const backend: Backend = redis ? { kind: 'redis', url: redis } : { kind: 'postgres', url };

const report = (where: string, error: unknown) =>
  console.error(JSON.stringify({ at: new Date().toISOString(), where, error: String(error) }));

const stop = new AbortController();
/** A queue that is away is waited for without end, by BullMQ too; who is asked to end must not wait with it. */
const END_MS = 8000;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort();
    setTimeout(() => process.exit(0), END_MS).unref();
  });
}

mustDeclareEveryEvent();
const database = openDatabase(url, { onLost: (error) => report('database', error) });

/** The database may come up after the worker. */
const prepared = async (): Promise<void> => {
  while (!stop.signal.aborted) {
    try {
      return await prepareBackend(backend);
    } catch (error) {
      report('queue', error);
      await sleep(RETRY_MS);
    }
  }
};

await prepared();
const queue = await openQueue(backend, report);
const jobs = await openWorker(backend, worker(database, processors), report);
console.log(JSON.stringify({ at: new Date().toISOString(), ready: true, backend: backend.kind }));

await whileLeading(
  url,
  stop.signal,
  (leading) => lead({ database, projections, processors, knock: queue.knock, report }, leading),
  report,
);

await jobs.close();
await queue.close();
await database.close();
