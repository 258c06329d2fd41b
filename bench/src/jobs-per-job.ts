import { createPostgresBackend, createRedisBackend, Queue, Worker } from 'bullmq';
import { inTransaction } from '@mofan/store/transaction';
import type { Database } from '@mofan/store/database';
import { openQueue, openWorker, prepareBackend, type Backend } from '../../apps/worker/src/platform/queue.ts';
import { worker } from '../../apps/worker/src/platform/work.ts';
import { processors } from '../../apps/worker/src/read-models.ts';
import { recomputeScorecard } from '../../apps/worker/src/scorecard/recompute-scorecard.processor.ts';
import { say } from './bench.ts';
import { noteDutyOfEach, openCards } from './ground/cards.ts';
import { CYCLE, unitIdOf } from './ground/generated-year.ts';
import { checkpoint, type Ground } from './ground/server.ts';
import { inTurn, median, ratioOf, seconds, short } from './statistics.ts';

const ROUNDS = 5;
const CONCURRENCY = 4;
const fail = (where: string, error: unknown) => {
  throw new Error(where, { cause: error });
};

/** Jobs per second, knocks included, of bare BullMQ and of ours: one recomputation of each scorecard. */
export const perJob = async (ground: Ground, backend: Backend, size: number) => {
  const database = await openCards(ground, size);
  await prepareBackend(backend);
  const rate = (name: string, run: () => Promise<void>) => async () => {
    await checkpoint(database.pool);
    const perSecond = size / (await seconds(run));
    say(`${backend.kind} ${name}: ${Math.round(perSecond)} jobs/s`);
    return perSecond;
  };
  const bare = await openBare(database, backend);
  const own = await openOurs(database, backend);
  const { base, ours } = await inTurn(ROUNDS, {
    base: rate('bare', () => bare.run(size)),
    ours: async () => {
      await noteDutyOfEach(database.pool, size, await database.log.head());
      return rate('ours', () => own.run(size))();
    },
  });
  await bare.close();
  await own.close();
  return { ratio: ratioOf(ours!, base!), base_per_second: short(median(base!)), ours_per_second: short(median(ours!)) };
};

/** Resolves when `run` has counted so many. */
const countdown = () => {
  let left = 0;
  let done = () => {};
  return {
    tick: () => {
      left -= 1;
      if (left === 0) done();
    },
    from: (count: number) =>
      new Promise<void>((resolve) => {
        left = count;
        done = resolve;
      }),
  };
};

const openBare = async ({ pool, log }: Database, backend: Backend) => {
  const isPostgres = backend.kind === 'postgres';
  const factory = (isPostgres ? createPostgresBackend : createRedisBackend) as unknown as typeof createRedisBackend;
  const connection = (max: number) =>
    (isPostgres
      ? { connectionString: backend.url, schema: 'bullmq', max }
      : { url: backend.url, maxRetriesPerRequest: null }) as never;
  const queue = new Queue('bare', { connection: connection(2) }, factory);
  const counted = countdown();
  const jobs = new Worker<{ key: string; position: number }>(
    'bare',
    async ({ data: { key, position } }) => {
      await inTransaction(pool, (client) =>
        recomputeScorecard.run({ key, firstPosition: position, lastPosition: position }, { client, log }),
      );
    },
    { connection: connection(6), concurrency: CONCURRENCY },
    factory,
  );
  jobs.on('completed', counted.tick);
  jobs.on('failed', (_, error) => fail('bare job', error));
  await Promise.all([queue.waitUntilReady(), jobs.waitUntilReady()]);
  return {
    run: async (size: number) => {
      const position = await log.head();
      const completed = counted.from(size);
      const data = Array.from({ length: size }, (_, n) => ({ key: `${CYCLE}/${unitIdOf(n)}`, position }));
      await queue.addBulk(
        data.map((each) => ({ name: 'recompute', data: each, opts: { removeOnComplete: true, removeOnFail: true } })),
      );
      await completed;
    },
    close: async () => {
      await jobs.close();
      await queue.close();
    },
  };
};

const openOurs = async (database: Database, backend: Backend) => {
  const queue = await openQueue(backend, fail);
  const counted = countdown();
  const work = worker(database, processors);
  const jobs = await openWorker(
    backend,
    async (knock) => {
      await work(knock);
      counted.tick();
    },
    fail,
  );
  return {
    run: async (size: number) => {
      const completed = counted.from(size);
      await queue.knock(
        Array.from({ length: size }, (_, n) => ({
          processor: recomputeScorecard.name,
          key: `${CYCLE}/${unitIdOf(n)}`,
        })),
      );
      await completed;
    },
    close: async () => {
      await jobs.close();
      await queue.close();
    },
  };
};
