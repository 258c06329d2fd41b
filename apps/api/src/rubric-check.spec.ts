import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { RubricDraftDetail } from '@mofan/contracts/rubric-draft';
import type { WhatIf } from '@mofan/contracts/what-if';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckThreads } from './rubric/check/check-threads.ts';
import type { TaskName } from './rubric/check/tasks.ts';
import { Client, expectProblem } from './testing/client.ts';
import { form } from './testing/examples.ts';
import { manyReadings, textOf } from './testing/large-tables.ts';
import { createWorld, CYCLE, openApp, signIn, type World } from './testing/world.ts';

let world: World;
let clerk: Client;
let chair: Client;
beforeAll(async () => {
  world = await createWorld();
  [clerk, chair] = await Promise.all([world.as('clerk'), world.as('chair')]);
});
afterAll(() => world.close());

const imported = async (text: string): Promise<string> => {
  const draftId = randomUUID();
  const { body, headers } = form({ filename: '表.yaml', data: text });
  const sent = { body, headers: { ...headers, 'idempotency-key': randomUUID() } };
  const reply = await clerk.ask('POST', `/api/rubric-drafts/${draftId}/import`, sent);
  expect(reply.statusCode, reply.body).toBe(200);
  await world.settled();
  return draftId;
};
/** Watches a check as it begins, and takes nothing out of its hands. */
const begun = (app: NestFastifyApplication, wanted: TaskName) =>
  new Promise<{ signal: AbortSignal; ended: Promise<unknown> }>((resolve) => {
    const threads = app.get(CheckThreads);
    const run = threads.run.bind(threads);
    threads.run = (name, takes, signal) => {
      if (name !== wanted) return run(name, takes, signal);
      threads.run = run;
      const ended = run(name, takes, signal);
      resolve({ signal, ended });
      return ended;
    };
  });

const counted = (app: NestFastifyApplication) => {
  const threads = app.get(CheckThreads);
  const run = threads.run.bind(threads);
  let count = 0;
  threads.run = (name, takes, signal) => {
    count += 1;
    return run(name, takes, signal);
  };
  return () => {
    threads.run = run;
    return count;
  };
};

const at = (draftId: string) => `/api/rubric-drafts/${draftId}`;

describe('a draft of 3,000 lines', () => {
  it.each([
    ['looked at', '', 'check'],
    ['compared', `/what-if?cycleId=${CYCLE}`, 'whatIf'],
  ] as const)('lets others be answered while it is %s', async (_, what, task) => {
    const draftId = await imported(textOf(3000));
    const started = begun(world.app, task);
    const order: string[] = [];
    const slow = clerk.read(`${at(draftId)}${what}`).then(() => order.push('the draft'));
    await started;
    const others = [1, 2, 3].map(() => chair.read('/api/cycles').then(() => order.push('another')));
    await Promise.all([slow, ...others]);
    expect(order).toEqual(['another', 'another', 'another', 'the draft']);
  });

  it('lets others be answered while it is published', async () => {
    const draftId = await imported(textOf(3000, '（庚）'));
    const started = begun(world.app, 'judge');
    const order: string[] = [];
    const slow = chair.command(`${at(draftId)}/publication`, { edition: 1 }).then((reply) => {
      order.push('the draft');
      expectProblem(reply, 422, 'rubric-draft.errors-open');
    });
    await started;
    const others = [1, 2, 3].map(() => clerk.read('/api/cycles').then(() => order.push('another')));
    await Promise.all([slow, ...others]);
    expect(order).toEqual(['another', 'another', 'another', 'the draft']);
  });

  it('is checked whole', async () => {
    const draft = await clerk.read<RubricDraftDetail>(at(await imported(textOf(3000, '（甲）'))));
    expect(draft.rubric!.children).toHaveLength(3000);
    expect(draft.findings.length).toBeGreaterThan(0);
    expect(draft.obstacles).toMatchObject([{ code: 'rubric-draft.errors-open' }]);
  });

  it('is one check for all who look at it at the same time', async () => {
    const draftId = await imported(textOf(3000, '（乙）'));
    const checks = counted(world.app);
    const [one, other] = await Promise.all([clerk, chair].map((client) => client.read<RubricDraftDetail>(at(draftId))));
    expect(one).toEqual(other);
    expect(checks()).toBe(1);
  });
});

describe('a check that nobody waits for', () => {
  it('ends for a newer text, of which everybody is told', async () => {
    const draftId = await imported(textOf(3700, '（丙）'));
    const started = begun(world.app, 'check');
    const early = clerk.read<RubricDraftDetail>(at(draftId));
    const { signal } = await started;
    const text = textOf(2);
    const after = await clerk.carryOut(`${at(draftId)}/revision`, { edition: 1, text });
    const late = await chair.read<RubricDraftDetail>(`${at(draftId)}?after=${after}`);
    expect(late).toMatchObject({ edition: 2, text });
    expect(await early).toEqual(late);
    expect(signal.aborted).toBe(true);
  });

  it('ends when the one who asked has left', async () => {
    const draftId = await imported(textOf(3700, '（丁）'));
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as { port: number };
    const started = begun(world.app, 'check');
    const request = http.get({ host: '127.0.0.1', port, path: at(draftId), headers: clerk.headers });
    request.on('error', () => {});
    const { signal, ended } = await started;
    request.destroy();
    await expect(ended).rejects.toMatchObject({ code: 'rubric-check.left' });
    expect(signal.aborted).toBe(true);
  });
});

describe('the limits of a check', () => {
  const limited = async (env: Record<string, string>, act: (clerk: Client, chair: Client) => Promise<void>) => {
    const app = await openApp({ DATABASE_URL: world.database.url, MOFAN_DATA: world.dataFolder, ...env });
    try {
      await act(await signIn(app, 'clerk'), await signIn(app, 'chair'));
    } finally {
      await app.close();
    }
  };
  const tight = [
    ['of time', { MOFAN_CHECK_MS: '30' }, 503, 'rubric-check.too-long'],
    ['of memory', { MOFAN_CHECK_MEGABYTES: '24' }, 422, 'rubric-check.too-large'],
  ] as const;

  it.each(tight)(
    '%s are told in a sentence, to who reads, compares and writes; nothing is written',
    async (...given) => {
      const [, env, status, code] = given;
      const text = textOf(3000, '（戊）');
      const draftId = await imported(text);
      const before = await world.footprint();
      await limited(env, async (someone) => {
        const revision = { edition: 1, text: `${text}\n` };
        const replies = [
          await someone.get(at(draftId)),
          await someone.get(`${at(draftId)}/what-if?cycleId=${CYCLE}`),
          await someone.command(`${at(draftId)}/revision`, revision),
        ];
        for (const reply of replies) {
          expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
          expect(reply.json()).toMatchObject({ status, code, detail: expect.stringMatching(/没有写入任何内容/) });
        }
      });
      expect(await world.footprint()).toEqual(before);
    },
  );

  it('leave a draft that is saved and takes too long to check to be looked at, and keep it from being published', async () => {
    const text = manyReadings(900);
    const draftId = await imported(text);
    const before = await world.footprint();
    await limited({ MOFAN_CHECK_MS: '5000' }, async (someone, publisher) => {
      const draft = await someone.read<RubricDraftDetail>(at(draftId));
      expect(draft).toMatchObject({ text, fault: null, findings: [] });
      expect(draft.obstacles).toEqual([{ code: 'rubric-draft.unchecked', details: {} }]);
      expect(draft.rubric!.children).toHaveLength(900);
      const reply = await publisher.command(`${at(draftId)}/publication`, { edition: 1 });
      expect(reply.json()).toMatchObject({ status: 503, code: 'rubric-check.too-long' });
    });
    expect(await world.footprint()).toEqual(before);
  });

  it('of memory leave the api and its next check as they were', async () => {
    const [large, small] = [await imported(textOf(3000, '（己）')), await imported(textOf(3))];
    await limited({ MOFAN_CHECK_MEGABYTES: '24' }, async (someone) => {
      expectProblem(await someone.get(at(large)), 422, 'rubric-check.too-large');
      const draft = await someone.read<RubricDraftDetail>(at(small));
      expect(draft.rubric!.children).toHaveLength(3);
      const asked = await someone.read<WhatIf>(`${at(small)}/what-if?cycleId=${CYCLE}`);
      expect(asked.units.length).toBe(2);
    });
  });
});
