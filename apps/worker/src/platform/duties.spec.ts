import { describe, expect, it } from 'vitest';
import { append } from '../testing/append.ts';
import { id, submitted } from '../testing/events.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';
import { ATTEMPTS, takeForgotten, takeUnknocked } from './duties.ts';
import { processor, type Duty } from './processor.ts';
import { worker } from './work.ts';

const database = useDatabase();
const key = 'window-1';
const knock = { processor: 'count', key };

/** Counts in the table of receipts: one row per event that it took care of. */
const counting = (runs: Duty[], during: (run: number) => Promise<unknown> = async () => {}) =>
  processor({
    name: 'count',
    on: { EvidenceSubmitted: ({ unitId }) => [unitId] },
    run: async (duty, { client }) => {
      runs.push(duty);
      const run = runs.length;
      await during(run);
      await client.query(
        `insert into receipt (processor, position) select 'count', n from generate_series($1::bigint, $2::bigint) n
         on conflict do nothing`,
        [duty.firstPosition, duty.lastPosition],
      );
      return [];
    },
  });
const receipts = async () =>
  (await rowsOf<{ position: number }>(database(), 'receipt')).map(({ position }) => position).toSorted((a, b) => a - b);
const submit = (n: number) => append(database().log, submitted({ evidenceId: id(n), unitId: key }));
const setUp = async (runs: Duty[], during?: (run: number) => Promise<unknown>) => {
  const count = counting(runs, during);
  const reader = await readerOf(database(), { processors: [count] });
  return { ...reader, answer: worker(database(), [count]) };
};

describe('a duty', () => {
  it('is gone with its effect, and a knock for which nothing is due does nothing', async () => {
    const runs: Duty[] = [];
    const { catchUp, answer } = await setUp(runs);
    await submit(1);
    await catchUp();
    await answer(knock);
    await answer(knock);
    expect(runs).toEqual([{ key, firstPosition: 1, lastPosition: 1 }]);
    expect(await rowsOf(database(), 'due')).toEqual([]);
  });

  it('of events that came while it was at work is done in a second pass, not in a pass for each', async () => {
    const runs: Duty[] = [];
    const { catchUp, answer, knocks } = await setUp(runs, async (run) => {
      if (run > 1) return;
      for (const n of [2, 3, 4, 5]) {
        await submit(n);
        await catchUp();
      }
    });
    await submit(1);
    await catchUp();
    await answer(knock);
    expect(runs).toEqual([
      { key, firstPosition: 1, lastPosition: 1 },
      { key, firstPosition: 2, lastPosition: 5 },
    ]);
    expect(knocks).toEqual([knock]);
    expect(await receipts()).toEqual([1, 2, 3, 4, 5]);
    expect(await rowsOf(database(), 'due')).toEqual([]);
  });

  it('that arises while the last pass commits is knocked for anew: no knock is lost, whatever the moment', async () => {
    const runs: Duty[] = [];
    const { catchUp, answer, knocks } = await setUp(runs);
    await submit(1);
    await catchUp();
    const answering: Promise<void>[] = [];
    for (let n = 2; n <= 40; n += 1) {
      answering.push(...knocks.splice(0).map(answer));
      await submit(n);
      await catchUp();
    }
    for (; knocks.length > 0 || answering.length > 0; await catchUp()) {
      await Promise.all([...answering.splice(0), ...knocks.splice(0).map(answer)]);
    }
    expect(await receipts()).toHaveLength(40);
    expect(await rowsOf(database(), 'due')).toEqual([]);
  });

  it('answered by several at once has one effect', async () => {
    const { catchUp, answer } = await setUp([]);
    for (let n = 1; n <= 10; n += 1) {
      await submit(n);
      await catchUp();
      await Promise.all([answer(knock), answer(knock), answer(knock)]);
    }
    expect(await receipts()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await rowsOf(database(), 'due')).toEqual([]);
  });
});

describe('a duty that fails', () => {
  const failing = () => setUp([], () => Promise.reject(new Error('no paper in the printer')));

  it('leaves nothing of its effect, and says what went wrong and how often', async () => {
    const { catchUp, answer } = await failing();
    await submit(1);
    await catchUp();
    await expect(answer(knock)).rejects.toThrow('no paper');
    expect(await receipts()).toEqual([]);
    expect(await rowsOf(database(), 'due')).toMatchObject([
      { attempts: 1, error: 'Error: no paper in the printer', parked_at: null },
    ]);
  });

  it(`is parked after ${ATTEMPTS} times: no knock and no sweep finds it, later events wait with it`, async () => {
    const { catchUp, answer, knocks } = await failing();
    await submit(1);
    await catchUp();
    for (let n = 0; n < ATTEMPTS; n += 1) await expect(answer(knock)).rejects.toThrow('no paper');
    await answer(knock);
    knocks.splice(0);
    await submit(2);
    await catchUp();
    expect(knocks).toEqual([]);
    expect(await takeForgotten(database().pool, 0)).toEqual([]);
    expect(await rowsOf(database(), 'due')).toMatchObject([
      { attempts: ATTEMPTS, parked_at: expect.any(String), first_position: 1, last_position: 2 },
    ]);
  });

  it('and then succeeds starts anew with its attempts', async () => {
    const runs: Duty[] = [];
    const { catchUp, answer } = await setUp(runs, async (run) => {
      if (run < ATTEMPTS) throw new Error('not yet');
      if (run === ATTEMPTS) {
        await submit(2);
        await catchUp();
      }
      if (run === ATTEMPTS + 1) throw new Error('again');
    });
    await submit(1);
    await catchUp();
    for (let n = 0; n < ATTEMPTS; n += 1) await expect(answer(knock)).rejects.toThrow();
    expect(await rowsOf(database(), 'due')).toMatchObject([{ attempts: 1, first_position: 2, parked_at: null }]);
    await answer(knock);
    expect(await receipts()).toEqual([1, 2]);
  });
});

describe('the sweep', () => {
  it('knocks again for what nobody answered in time, and only for that', async () => {
    const { catchUp } = await setUp([]);
    await submit(1);
    await catchUp();
    expect(await takeForgotten(database().pool, 10_000)).toEqual([]);
    await database().pool.query(`update due set knocked_at = now() - interval '11 seconds'`);
    expect(await takeForgotten(database().pool, 10_000)).toEqual([knock]);
    expect(await takeForgotten(database().pool, 10_000)).toEqual([]);
  });

  it('knocks for what was noted but never knocked for', async () => {
    await setUp([]);
    await database().pool.query(
      `insert into due (processor, key, first_position, last_position, since)
       values ('count', $1, 1, 1, now() - interval '11 seconds')`,
      [key],
    );
    expect(await takeForgotten(database().pool, 10_000)).toEqual([knock]);
    expect(await takeUnknocked(database().pool)).toEqual([]);
  });
});

describe('a worker', () => {
  it('refuses two processors of one name, and a knock for none that it knows', async () => {
    expect(() => worker(database(), [counting([]), counting([])])).toThrow('same name');
    await expect(worker(database(), [])(knock)).rejects.toThrow('no processor is called count');
  });
});
