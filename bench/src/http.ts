import { randomUUID } from 'node:crypto';
import path from 'node:path';
import autocannon from 'autocannon';
import { businessDate } from '@mofan/domain/kernel/business-date';
import { say, type Bench } from './bench.ts';
import { seedGround, settled } from './ground/demonstration.ts';
import { submission } from './ground/evidence.ts';
import { programOf } from './ground/program.ts';
import { Chance } from './ground/random.ts';
import { checkpoint, startGround } from './ground/server.ts';
import { inTurn, median, ratioOf, short } from './statistics.ts';

const ROUNDS = 3;
const CONNECTIONS = 32;
const UNIT = 'road';
const today = businessDate(Date.now());

/**
 * GET: a signed-in secretary's scorecard through the built api, against node:http and pg that read the same row and
 * answer with the same bytes. POST: a record submitted through the api, with session, policy, key, facts, decision and
 * hashes, against node:http that reads the same stream and inserts one row. The worker rests, so that neither pays for
 * the read models.
 */
export const bench: Bench = {
  unit: 'seconds per contestant and round',
  sizes: { small: 2, medium: 5, full: 15 },
  targets: { get: { atLeast: 0.55 }, post: { atLeast: 1.3 } },
  measure: async (size) => {
    const ground = await startGround();
    const pool = ground.pool(1);
    await pool.query(`
      create table plain_event (like event including all);
      create sequence plain_position owned by plain_event.position;
      alter table plain_event alter position set default nextval('plain_position')`);
    const demonstration = await seedGround(ground);
    const worker = await demonstration.startWorker();
    await settled(ground);
    await worker.stop();

    const { cycleId } = demonstration;
    const api = await demonstration.startApi();
    const cookie = await demonstration.signIn(api.origin, UNIT);
    const card = `/api/cycles/${cycleId}/units/${UNIT}/scorecard`;
    const expected = await bodyOf(`${api.origin}${card}`, cookie);
    const base = await startBase(ground.url, cycleId, expected);
    if ((await bodyOf(`${base}${card}`, cookie)) !== expected) throw new Error('the base answers with another body');

    const origins = { base, ours: api.origin };
    const chance = new Chance(1);
    const rate = async (name: string, options: autocannon.Options, round: number) => {
      await checkpoint(pool);
      const duration = round === 0 ? Math.min(2, size) : size;
      const { requests, latency, statusCodeStats, non2xx, errors } = await autocannon({
        ...options,
        connections: CONNECTIONS,
        duration,
      });
      if (non2xx + errors > 0) throw new Error(`${name}: ${errors} errors, ${JSON.stringify(statusCodeStats)}`);
      say(`${name}, round ${round}: ${Math.round(requests.average)}/s`);
      return { rate: requests.average, p99: latency.p99 };
    };
    const each = (measure: (name: 'base' | 'ours', round: number) => ReturnType<typeof rate>) =>
      inTurn(ROUNDS, { base: (round) => measure('base', round), ours: (round) => measure('ours', round) });

    const gets = await each((name, round) =>
      rate(`GET ${name}`, { url: `${origins[name]}${card}`, headers: { cookie } }, round),
    );
    const posts = await each((name, round) =>
      rate(
        `POST ${name}`,
        submissions(origins[name], cookie, () => submission(chance, cycleId, UNIT)),
        round,
      ),
    );
    const figures = ({ base, ours }: typeof gets) =>
      Object.fromEntries(
        Object.entries({ base: base!, ours: ours! }).map(([name, runs]) => [
          name,
          {
            per_second: Math.round(median(runs.map((run) => run.rate))),
            p99_ms: short(median(runs.map((run) => run.p99))),
          },
        ]),
      );
    const ratio = ({ base, ours }: typeof gets) =>
      ratioOf(
        ours!.map((run) => run.rate),
        base!.map((run) => run.rate),
      );
    return {
      ratios: { get: ratio(gets), post: ratio(posts) },
      details: { body_bytes: Buffer.byteLength(expected), get: figures(gets), post: figures(posts) },
    };
  },
};

const bodyOf = async (url: string, cookie: string): Promise<string> => {
  const response = await fetch(url, { headers: { cookie } });
  const body = await response.text();
  if (!response.ok) throw new Error(`${url}: ${body}`);
  return body;
};

const startBase = async (url: string, cycleId: string, expected: string): Promise<string> => {
  const {
    factsAt: _,
    scorecard,
    ...frame
  } = JSON.parse(expected) as { factsAt: string; scorecard: { audience: string } };
  const subject = { cycleId, unitId: UNIT, audience: scorecard.audience, frame };
  const script = path.join(import.meta.dirname, 'bases/plain-server.ts');
  const env = { DATABASE_URL: url, BASE_SUBJECT: JSON.stringify(subject), NODE_ENV: 'production' };
  const { port } = await programOf(['--import', 'tsx', script], env, 'listening');
  return `http://127.0.0.1:${port}`;
};

/** Each request another record of today under another key; attachments would have to be uploaded first. */
const submissions = (origin: string, cookie: string, next: () => object): autocannon.Options => ({
  url: `${origin}/api/evidence`,
  requests: [
    {
      method: 'POST',
      path: '/api/evidence',
      setupRequest: (request) => ({
        ...request,
        headers: {
          cookie,
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ ...next(), occurredOn: today, attachments: [] }),
      }),
    },
  ],
});
