import type { Database } from '@mofan/store/database';
import { listen } from '@mofan/store/doorbell';
import { takeForgotten, type Knock } from './duties.ts';
import { prepareReadModels, RequestedRebuilds } from './maintenance.ts';
import type { Processor } from './processor.ts';
import type { Projection } from './projection.ts';
import { releaseReadable } from './release.ts';
import { Subscription } from './subscription.ts';
import { Wake } from './wake.ts';

/** Rings may be lost; then the log is looked at by the clock. */
const LOOK_MS = 1000;
const SWEEP_MS = 2000;
/** Longer than any job takes: by then its knock is lost with the queue, or its worker with the machine. */
const FORGOTTEN_MS = 10_000;

interface Parts {
  database: Database;
  projections: readonly Projection[];
  processors: readonly Processor[];
  knock(knocks: readonly Knock[]): Promise<void>;
  report(where: string, error: unknown): void;
}

/** What the one leading worker does: read the log, knock, sweep up what was forgotten, rebuild on request. */
export const lead = async (parts: Parts, leading: AbortSignal): Promise<void> => {
  const { database, projections, knock, report } = parts;
  for (const refusal of await prepareReadModels(database, projections)) report('rebuild', refusal.reason);
  await releaseReadable(parts);

  const wake = new Wake();
  const ears = listen(database.url, 'mofan_appended', wake.ring);
  leading.addEventListener('abort', wake.ring, { once: true });
  const rebuilds = new RequestedRebuilds(database, projections);
  // A queue that is away must not hold up the read models: the sweep knocks again.
  const knockLater = async (knocks: readonly Knock[]) => void knock(knocks).catch((error) => report('knock', error));
  const subscription = new Subscription({ ...parts, knock: knockLater });
  let swept = 0;

  while (!leading.aborted) {
    try {
      await subscription.catchUp();
      if (await rebuilds.look()) subscription.reset();
      if (Date.now() - swept >= SWEEP_MS) {
        swept = Date.now();
        await beat(database);
        const forgotten = await takeForgotten(database.pool, FORGOTTEN_MS);
        if (forgotten.length > 0) await knockLater(forgotten);
      }
    } catch (error) {
      subscription.reset();
      report('subscription', error);
      await wake.sleep(LOOK_MS);
    }
    await wake.sleep(LOOK_MS);
  }
  await ears.stop();
};

/** Shows that the log is being read. */
const beat = ({ pool }: Database) =>
  pool.query(
    `insert into worker_pulse (seen_at) values (now()) on conflict (singleton) do update set seen_at = excluded.seen_at`,
  );
