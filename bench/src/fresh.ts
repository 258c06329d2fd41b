import { randomUUID } from 'node:crypto';
import { businessDate } from '@mofan/domain/kernel/business-date';
import { say, type Bench } from './bench.ts';
import { freshWithoutApi } from './fresh-direct.ts';
import { seedGround, settled, type Demonstration } from './ground/demonstration.ts';
import { submission } from './ground/evidence.ts';
import { Chance } from './ground/random.ts';
import { startGround } from './ground/server.ts';
import { quantile, short } from './statistics.ts';

const WARM_UP = 30;

/**
 * No base: milliseconds. A record is posted, and its scorecard asked for with `?after=` what the post answered, until
 * the answer counts the record; then the next. `p50`, `p99`: from the answer to the post, which comes when the append
 * is durable, to the answer with the new scorecard. The built api and worker run as under `npm start`, with the
 * demonstration loaded and nothing else to do; the units take turns.
 */
export const bench: Bench = {
  unit: 'appends',
  sizes: { small: 100, medium: 300, full: 1000 },
  targets: { p50_ms: { atMost: 30 }, p99_ms: { atMost: 150 } },
  measure: async (size) => {
    const ground = await startGround();
    const demonstration = await seedGround(ground);
    await demonstration.startWorker();
    const { origin } = await demonstration.startApi();
    await settled(ground);
    say('measuring');
    const visits = await Promise.all(
      demonstration.units.map(({ unitId, login }) => visitor(origin, demonstration, unitId, login)),
    );
    const visible: number[] = [];
    const whole: number[] = [];
    for (let n = -WARM_UP; n < size; n += 1) {
      const { recorded, seen } = await visits[(n + WARM_UP) % visits.length]!();
      if (n < 0) continue;
      visible.push(seen);
      whole.push(recorded + seen);
    }
    const direct = await freshWithoutApi(ground, demonstration, size);
    return {
      ratios: { p50_ms: short(quantile(visible, 0.5)), p99_ms: short(quantile(visible, 0.99)) },
      details: {
        with_the_post: { p50_ms: short(quantile(whole, 0.5)), p99_ms: short(quantile(whole, 0.99)) },
        without_api: { p50_ms: short(quantile(direct, 0.5)), p99_ms: short(quantile(direct, 0.99)) },
        max_ms: short(Math.max(...visible)),
      },
    };
  },
};

/** Posts one record of a unit and waits until its scorecard counts it: milliseconds of either. */
const visitor = async (origin: string, { cycleId, signIn }: Demonstration, unitId: string, login: string) => {
  const cookie = await signIn(origin, login);
  const chance = new Chance(login.length * 1000 + login.charCodeAt(0));
  const card = `${origin}/api/cycles/${cycleId}/units/${unitId}/scorecard`;
  const occurredOn = businessDate(Date.now());
  let expected = await evidenceAt(card, cookie);
  return async () => {
    const record = submission(chance, cycleId, unitId);
    const body = JSON.stringify({ ...record, occurredOn, criteria: ['1.1'], attachments: [] });
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'idempotency-key': randomUUID(),
    };
    const begun = performance.now();
    const response = await fetch(`${origin}/api/evidence`, { method: 'POST', headers: { ...headers, cookie }, body });
    const answer = (await response.json()) as { position: string };
    if (!response.ok) throw new Error(JSON.stringify(answer));
    const recorded = performance.now();
    const found = await evidenceAt(`${card}?after=${answer.position}`, cookie);
    const seen = performance.now();
    expected += 1;
    if (found !== expected) throw new Error(`the scorecard counts ${found} records instead of ${expected}`);
    return { recorded: recorded - begun, seen: seen - recorded };
  };
};

/** How many records the scorecard counts for criterion 1.1. */
const evidenceAt = async (url: string, cookie: string): Promise<number> => {
  const response = await fetch(url, { headers: { cookie } });
  const { scorecard } = (await response.json()) as { scorecard: { leaves: { id: string; evidence: number }[] } };
  return scorecard.leaves.find(({ id }) => id === '1.1')!.evidence;
};
