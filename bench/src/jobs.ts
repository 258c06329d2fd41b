import { say, type Bench, type Measured } from './bench.ts';
import { burstOf } from './jobs-burst.ts';
import { perJob } from './jobs-per-job.ts';
import { startGround } from './ground/server.ts';
import { startRedis } from './ground/redis.ts';
import type { Backend } from '../../apps/worker/src/platform/queue.ts';

const BURST_PER_CARD = 20;

/**
 * Per job: bare BullMQ that recomputes scorecards in a transaction, against our way from knock to effect, which also
 * reads and ends the duty. Burst: so many events over a twentieth as many scorecards come into the log; how many jobs
 * does a worker run for them? On PostgreSQL, and on Redis where there is a redis-server.
 */
export const bench: Bench = {
  unit: 'jobs per contestant and round, and a burst of twenty times as many events',
  sizes: { small: 100, medium: 250, full: 500 },
  targets: {
    per_job_postgres: { atLeast: 0.9 },
    burst_postgres: { atLeast: 20 },
  },
  measure: async (size) => {
    const ground = await startGround();
    const redis = await startRedis(ground.folder);
    const backends: Backend[] = [
      { kind: 'postgres', url: ground.url },
      ...(redis ? [{ kind: 'redis', url: redis } as const] : []),
    ];
    const measured: Measured = { ratios: {}, details: { redis: redis !== undefined } };
    for (const backend of backends) {
      const job = await perJob(ground, backend, size);
      const burst = await burstOf(ground, backend, size, BURST_PER_CARD);
      say(`${backend.kind}: ${JSON.stringify({ job, burst })}`);
      measured.ratios[`per_job_${backend.kind}`] = job.ratio;
      measured.ratios[`burst_${backend.kind}`] = burst.ratio;
      measured.details[backend.kind] = { job, burst };
    }
    return measured;
  },
};
