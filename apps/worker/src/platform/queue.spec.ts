import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendBurst } from '../testing/append.ts';
import { backends } from '../testing/backends.ts';
import { bundle } from '../testing/bundle.ts';
import { startNode } from '../testing/child.ts';
import { id, submitted } from '../testing/events.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { prepareSlow, slow } from '../testing/slow.ts';
import { until } from '../testing/until.ts';
import { useDatabase } from '../testing/use-database.ts';
import type { Knock } from './duties.ts';
import { openQueue, openWorker, type KnockQueue } from './queue.ts';

const database = useDatabase();
const quiet = () => {};
const a: Knock = { processor: 'p', key: 'a' };
const b: Knock = { processor: 'p', key: 'b' };

describe.each(backends)('the queue $name', ({ available, start }) => {
  describe.skipIf(!available)('', () => {
    let running: Awaited<ReturnType<typeof start>>;
    let queue: KnockQueue;
    const open: { close(): Promise<void> }[] = [];
    beforeAll(async () => {
      running = await start(database());
    });
    beforeEach(async () => {
      for (const each of open.splice(0)) await each.close();
      await running.lose();
      queue = await openQueue(running.backend, quiet);
      open.push(queue);
    });
    afterAll(async () => {
      for (const each of open.splice(0)) await each.close();
      await running.stop();
    });

    /** A worker that notes what it was knocked for and what `during` makes of it. */
    const listening = async (during: (knock: Knock, heard: Knock[]) => Promise<unknown> = async () => {}) => {
      const heard: Knock[] = [];
      open.push(
        await openWorker(
          running.backend,
          async (knock) => {
            heard.push(knock);
            await during(knock, heard);
          },
          quiet,
        ),
      );
      return heard;
    };

    it('knocks once per key, however often it was asked to before anyone came', async () => {
      await queue.knock([a, b]);
      await queue.knock([a]);
      await queue.knock([a, b]);
      const heard = await listening();
      await until('both are heard', () => heard.length >= 2);
      await sleep(300);
      expect(heard.toSorted((x, y) => (x.key < y.key ? -1 : 1))).toEqual([a, b]);
    });

    it('knocks once more for all that is asked while the job runs: none is lost', async () => {
      const heard = await listening(async (_, { length }) => {
        if (length > 1) return;
        for (let n = 0; n < 5; n += 1) await queue.knock([a]);
        await sleep(100);
      });
      await queue.knock([a]);
      await until('the second is heard', () => heard.length >= 2);
      await sleep(300);
      expect(heard).toEqual([a, a]);
    });

    it('knocks again for a job that failed, at most five times, and anew when asked anew', async () => {
      let patient = false;
      const heard = await listening(async () => {
        if (!patient) throw new Error('not now');
      });
      await queue.knock([a]);
      await until('it is tried five times', () => heard.length === 5);
      patient = true;
      await sleep(300);
      expect(heard).toHaveLength(5);
      await queue.knock([a]);
      await until('the new knock is heard', () => heard.length === 6);
    });

    it('runs a job again whose worker was killed in the middle, and its effect happens once', async () => {
      await prepareSlow(database());
      const file = await bundle('testing/processes/slow-jobs.ts');
      const { url } = running.backend;
      const env = { DATABASE_URL: database().url, ...(running.backend.kind === 'redis' && { REDIS_URL: url }) };
      const { catchUp, knocks } = await readerOf(database(), { processors: [slow(async () => {})] });
      const keys = Array.from({ length: 10 }, (_, n) => `unit-${n}`);
      const events = keys.map((unitId, n) => submitted({ evidenceId: id(n), unitId }));
      await appendBurst(database().log, events);
      await catchUp();
      await queue.knock(knocks);

      for (let kills = 0; kills < 2; kills += 1) {
        const victim = startNode(file, env);
        await until('a job has begun', () => victim.lines.length > 0);
        await victim.kill();
      }
      const survivor = startNode(file, env);
      await until('nothing is due', async () => (await rowsOf(database(), 'due')).length === 0, 25_000);
      await survivor.kill();
      const effects = (await rowsOf(database(), 'effect')).map(({ key }) => key);
      expect(effects).toEqual(keys);
      // The control: what was written outside of the transaction has doubled.
      expect((await rowsOf(database(), 'begun')).length).toBeGreaterThan(keys.length);
    }, 60_000);
  });
});
