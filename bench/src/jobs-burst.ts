import { setTimeout as sleep } from 'node:timers/promises';
import { appendBell } from '@mofan/store/change';
import type { Database } from '@mofan/store/database';
import { lead } from '../../apps/worker/src/platform/leader.ts';
import { openQueue, openWorker, prepareBackend, type Backend } from '../../apps/worker/src/platform/queue.ts';
import { worker } from '../../apps/worker/src/platform/work.ts';
import { processors, projections } from '../../apps/worker/src/read-models.ts';
import { appendRecords, openCards } from './ground/cards.ts';
import type { Ground } from './ground/server.ts';
import { short } from './statistics.ts';

const report = (where: string, error: unknown) => console.error(where, error);

/**
 * Events per job in a burst. `ratio`: the burst stands in the log when the worker comes to it, as after an import or
 * a pause. `while_appended`: the worker reads along while the log takes it in as fast as it can.
 */
export const burstOf = async (ground: Ground, backend: Backend, cards: number, perCard: number) => {
  const database = await openCards(ground, cards);
  const events = cards * perCard;
  await appendRecords(database, cards, perCard, await database.log.head());
  const standing = await jobsFor(database, backend, async () => {});
  const begun = performance.now();
  const live = await jobsFor(database, backend, async () => {
    const bell = appendBell(database.pool);
    const ringing = setInterval(() => bell.ring(null), 5);
    await appendRecords(database, cards, perCard, await database.log.head());
    clearInterval(ringing);
  });
  return {
    ratio: short(events / standing),
    jobs: standing,
    while_appended: short(events / live),
    while_appended_jobs: live,
    while_appended_s: short((performance.now() - begun) / 1000),
  };
};

/** How many jobs a whole worker runs until everything that `act` wrote has had its effect. */
const jobsFor = async (database: Database, backend: Backend, act: () => Promise<void>): Promise<number> => {
  await prepareBackend(backend);
  let executed = 0;
  const work = worker(database, processors);
  const queue = await openQueue(backend, report);
  const jobs = await openWorker(
    backend,
    async (knock) => {
      executed += 1;
      await work(knock);
    },
    report,
  );
  const leading = new AbortController();
  const led = lead({ database, projections, processors, knock: queue.knock, report }, leading.signal);
  await act();
  await untilNothingIsDue(database);
  leading.abort();
  await led;
  await jobs.close();
  await queue.close();
  return executed;
};

const untilNothingIsDue = async ({ pool }: Database): Promise<void> => {
  for (;;) {
    const { rows } = await pool.query<{ done: boolean }>(
      `select (select min(position) from checkpoint) = (select position from log_head)
         and not exists (select from due) as done`,
    );
    if (rows[0]!.done) return;
    await sleep(50);
  }
};
