import { createPostgresBackend, createRedisBackend, Queue, runMigrations, Worker } from 'bullmq';
import type { JobsOptions, QueueOptions, WorkerOptions } from 'bullmq';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knock } from './duties.ts';

/** Where jobs wait: Redis where there is one, else the database's own schema `bullmq`. */
export type Backend = { kind: 'postgres'; url: string } | { kind: 'redis'; url: string };

export type Report = (where: string, error: Error) => void;

const NAME = 'mofan-duties';
const CONCURRENCY = 4;
const RETRY_MS = 500;
const CLOSE_MS = 5000;

const JOB: JobsOptions = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 5,
  backoff: { type: 'exponential', delay: 200 },
};
/** A killed worker's job is run again within some five seconds, however often workers are killed. */
const STALLED = { lockDuration: 3000, stalledInterval: 1000, maxStalledCount: 100, runRetryDelay: RETRY_MS };

/** The two factories differ in their static types alone; Redis's stands for both. */
const factoryOf = ({ kind }: Backend) =>
  (kind === 'postgres' ? createPostgresBackend : createRedisBackend) as unknown as typeof createRedisBackend;

const connectionOf = ({ kind, url }: Backend, forWorker: boolean): Pick<QueueOptions, 'connection'> =>
  kind === 'postgres'
    ? { connection: { connectionString: url, schema: 'bullmq', max: forWorker ? 6 : 2, keepAlive: true } as never }
    : { connection: { url, maxRetriesPerRequest: forWorker ? null : 1 } };

/** Makes the tables of the PostgreSQL backend, again too when somebody dropped them. */
export const prepareBackend = async ({ kind, url }: Backend): Promise<void> => {
  if (kind !== 'postgres') return;
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await runMigrations(client as unknown as Parameters<typeof runMigrations>[0], 'bullmq');
  } finally {
    await client.end();
  }
};

/** The PostgreSQL backend remembers a failed first connection for ever: make the object anew until it is ready. */
const whenReady = async <Made extends { waitUntilReady(): Promise<unknown>; close(): Promise<void> }>(
  make: () => Made,
  report: Report,
): Promise<Made> => {
  for (;;) {
    const made = make();
    try {
      await made.waitUntilReady();
      return made;
    } catch (error) {
      report('queue', error as Error);
      await made.close().catch(() => {});
      await sleep(RETRY_MS);
    }
  }
};

export interface KnockQueue {
  /** Knocks once per key, however often it is called before the job has begun. */
  knock(knocks: readonly Knock[]): Promise<void>;
  close(): Promise<void>;
}

export const openQueue = async (backend: Backend, report: Report): Promise<KnockQueue> => {
  const queue = await whenReady(() => {
    const made = new Queue(
      NAME,
      { ...connectionOf(backend, false), defaultJobOptions: JOB, streams: { events: { maxLen: 100 } } },
      factoryOf(backend),
    );
    made.on('error', (error) => report('queue', error));
    return made;
  }, report);
  return {
    knock: async (knocks) => {
      await queue.addBulk(
        knocks.map((knock) => ({
          name: knock.processor,
          data: knock,
          opts: { deduplication: { id: `${knock.processor}/${knock.key}`, keepLastIfActive: true } },
        })),
      );
    },
    close: () => queue.close(),
  };
};

/** Runs `work` for each knock. `close` lets running jobs end; one that does not end in time is run again elsewhere. */
export const openWorker = async (
  backend: Backend,
  work: (knock: Knock) => Promise<void>,
  report: Report,
  options: Partial<WorkerOptions> = {},
): Promise<{ close(): Promise<void> }> => {
  const made = await whenReady(() => {
    const worker = new Worker<Knock>(
      NAME,
      (job) => work(job.data),
      { ...connectionOf(backend, true), concurrency: CONCURRENCY, ...STALLED, ...options },
      factoryOf(backend),
    );
    worker.on('error', (error) => report('queue', error));
    worker.on('failed', (job, error) => report(`job ${job?.name} ${job?.data.key}`, error));
    return worker;
  }, report);
  return {
    close: () => Promise.race([made.close(), sleep(CLOSE_MS, undefined, { ref: false })]).then(() => {}),
  };
};
