import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { append, appendBurst } from '../testing/append.ts';
import { backends } from '../testing/backends.ts';
import { admitted, id, opened, submitted } from '../testing/events.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { until } from '../testing/until.ts';
import { useDatabase } from '../testing/use-database.ts';
import { processors, projections } from '../read-models.ts';
import type { Knock } from './duties.ts';
import { lead } from './leader.ts';
import { openQueue, openWorker } from './queue.ts';
import { worker } from './work.ts';

const database = useDatabase();
const quiet = () => {};
const isDone = async () => (await rowsOf(database(), 'due')).length === 0;

describe.each(backends)('the worker and its queue $name', ({ available, start }) => {
  describe.skipIf(!available)('', () => {
    let running: Awaited<ReturnType<typeof start>>;
    const toClose: (() => Promise<unknown>)[] = [];
    beforeAll(async () => {
      running = await start(database());
    });
    afterEach(async () => {
      for (const close of toClose.splice(0).toReversed()) await close();
      await running.lose();
    });
    afterAll(() => running.stop());

    const queueOf = async () => {
      const queue = await openQueue(running.backend, quiet);
      toClose.push(queue.close);
      return queue;
    };
    const work = async () => {
      const answer = worker(database(), processors);
      const done: Knock[] = [];
      const counted = async (knock: Knock) => {
        await answer(knock);
        done.push(knock);
      };
      const jobs = await openWorker(running.backend, counted, quiet);
      toClose.push(jobs.close);
      return done;
    };

    it('make of a burst of 10,000 events over 500 scorecards at most 500 jobs', async () => {
      const units = Array.from({ length: 500 }, (_, n) => `unit-${n}`);
      const queue = await queueOf();
      const { catchUp, knocks } = await readerOf(database());
      await append(database().log, opened({ cycleId: '2026' }));
      await appendBurst(
        database().log,
        Array.from({ length: 9999 }, (_, n) => submitted({ evidenceId: id(n), unitId: units[n % 500]! })),
      );
      await catchUp();
      await queue.knock(knocks);
      const done = await work();
      await until('all is computed', isDone, 60_000);
      expect(done.length).toBeLessThanOrEqual(500);
      expect(await rowsOf(database(), 'scorecard')).toHaveLength(1000);
    }, 90_000);

    it('make up for a queue that was lost whole', async () => {
      const leading = new AbortController();
      const queue = await queueOf();
      const knocked: Knock[] = [];
      const knock = async (knocks: readonly Knock[]) => {
        await queue.knock(knocks);
        knocked.push(...knocks);
      };
      const reported: unknown[] = [];
      const report = (...said: unknown[]) => reported.push(said);
      const led = lead({ database: database(), projections, processors, knock, report }, leading.signal);
      toClose.push(() => (leading.abort(), led));
      await append(database().log, opened({ cycleId: '2026' }), admitted('2026', 'window-1'));
      await append(
        database().log,
        submitted({ evidenceId: id(1) }),
        submitted({ evidenceId: id(2), unitId: 'window-2' }),
      );
      await until('it has knocked for both', () => new Set(knocked.map(({ key }) => key)).size === 2);
      await running.lose();
      const done = await work();
      expect(done).toEqual([]);
      // Nobody waits ten seconds in a test.
      await database().pool.query(`update due set knocked_at = now() - interval '11 seconds'`);
      await until('the sweep has knocked again', isDone);
      expect(new Set(done.map(({ key }) => key))).toEqual(new Set(['2026/window-1', '2026/window-2']));
      expect(await rowsOf(database(), 'scorecard')).toHaveLength(4);
      expect(reported).toEqual([]);
    });
  });
});
