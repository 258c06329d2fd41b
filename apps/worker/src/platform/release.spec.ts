import type { DomainEvent } from '@mofan/domain/events';
import { describe, expect, it } from 'vitest';
import { notify } from '../notification/notify.processor.ts';
import { processors, projections } from '../read-models.ts';
import { append, appendFromTheFuture, appendStored, learnTheFuture } from '../testing/append.ts';
import {
  accepted,
  admitted,
  confirmed,
  founded,
  id,
  opened,
  recorded,
  returned,
  submitted,
} from '../testing/events.ts';
import { readerOf, readModels, rowsOf, settle } from '../testing/reading.ts';
import { until } from '../testing/until.ts';
import { useDatabase } from '../testing/use-database.ts';
import { lead } from './leader.ts';
import { prepareReadModels } from './maintenance.ts';
import { Rebuild } from './rebuild.ts';
import { releaseReadable } from './release.ts';
import { worker } from './work.ts';

const database = useDatabase();
const parked = async () =>
  (await rowsOf(database(), 'parked_stream')).map(({ subscription, stream, position }) => ({
    subscription,
    stream,
    position,
  }));
const reads = async () => (await readerOf(database())).catchUp();
/** What a worker does before it reads on. */
const aNewWorkerStarts = async () => {
  await prepareReadModels(database(), projections);
  await releaseReadable({ database: database(), projections, processors });
};
const aNewWorkerReads = async () => {
  await aNewWorkerStarts();
  await reads();
};
/** Nothing is missed and nothing taken twice when the tables are those of a rebuild. */
const isAsRebuilt = async () => {
  const standing = await readModels(database());
  const rebuild = new Rebuild(database(), projections);
  await rebuild.build();
  await rebuild.swap();
  expect(standing).toEqual(await readModels(database()));
};
const appointed = (holder: number): DomainEvent => ({
  type: 'AppointedToPost',
  unitId: 'window-1',
  post: 'unit-head',
  holder: id(holder),
  from: `2026-01-0${holder}`,
});

describe('a stream that an older program could not read', () => {
  it('is taken up again by one that can: with what it missed, and once', async () => {
    const { log } = database();
    await append(log, founded({ unitId: 'window-1' }), appointed(1));
    await appendFromTheFuture(log, appointed(2));
    await append(log, appointed(3), founded({ unitId: 'window-2' }));
    await reads();
    expect(await parked()).toEqual([{ subscription: 'log', stream: 'unit-window-1', position: 3 }]);

    await learnTheFuture(database());
    await aNewWorkerReads();
    expect(await parked()).toEqual([]);
    const [unit] = await rowsOf(database(), 'unit');
    expect(unit).toMatchObject({ tenures: [{ holder: id(1) }, { holder: id(2) }, { holder: id(3) }], position: 4 });
    await append(log, appointed(4));
    await aNewWorkerReads();
    await isAsRebuilt();
  });

  it('stands still while nobody can read it', async () => {
    const { log } = database();
    const position = await appendFromTheFuture(log, submitted({ evidenceId: id(1) }));
    await append(log, accepted(id(1)));
    await reads();
    const [before] = await rowsOf(database(), 'parked_stream');
    await aNewWorkerReads();
    expect(await rowsOf(database(), 'parked_stream')).toEqual([before]);
    expect(before).toMatchObject({ subscription: 'log', position });
    expect(await rowsOf(database(), 'evidence')).toEqual([]);
  });

  it('goes on as far as it can be read, and stops there', async () => {
    const { log } = database();
    const stream = `evidence-${id(1)}`;
    const first = await appendFromTheFuture(log, submitted({ evidenceId: id(1) }));
    await append(log, returned(id(1)));
    const second = await appendFromTheFuture(log, accepted(id(1)));
    await reads();
    await learnTheFuture(database(), first);
    await aNewWorkerReads();
    expect(await parked()).toEqual([{ subscription: 'log', stream, position: second }]);
    expect(await rowsOf(database(), 'evidence')).toMatchObject([{ status: 'returned', position: first + 1 }]);
    await learnTheFuture(database());
    await aNewWorkerReads();
    expect(await parked()).toEqual([]);
    expect(await rowsOf(database(), 'evidence')).toMatchObject([{ status: 'accepted' }]);
  });

  it('is parked by the read model that cannot take it, and by that alone', async () => {
    const { log } = database();
    const position = await appendFromTheFuture(log, appointed(1)); // never founded
    await reads();
    await learnTheFuture(database());
    await aNewWorkerReads();
    expect(await parked()).toEqual([{ subscription: 'unit', stream: 'unit-window-1', position }]);
  });

  it('and that a rebuild has read since is not taken twice', async () => {
    const { log } = database();
    await append(log, founded({ unitId: 'window-1' }));
    await appendFromTheFuture(log, appointed(1));
    await reads();
    await learnTheFuture(database());
    const rebuild = new Rebuild(database(), projections);
    await rebuild.build();
    await rebuild.swap();
    await aNewWorkerReads();
    expect(await rowsOf(database(), 'unit')).toMatchObject([{ tenures: [{ holder: id(1) }] }]);
    expect(await parked()).toEqual([]);
  });
});

describe('what follows from events that could not be read', () => {
  const figures = () => rowsOf(database(), 'scorecard');
  const bodies = async () => (await figures()).map(({ body }) => body);
  const told = async () => (await rowsOf(database(), 'notification')).map(({ position }) => position).toSorted();

  it('a scorecard that was computed without them is computed again', async () => {
    const { log } = database();
    await append(log, opened({ cycleId: '2026' }), admitted('2026', 'window-1'));
    await appendFromTheFuture(log, submitted({ evidenceId: id(1) }));
    await append(log, submitted({ evidenceId: id(2), occurredOn: '2026-03-08' }));
    await settle(database());
    const without = await bodies();
    await learnTheFuture(database());
    await aNewWorkerStarts();
    await settle(database());
    const released = await bodies();
    expect(released).not.toEqual(without);
    await database().pool.query('truncate scorecard');
    await append(log, admitted('2026', 'window-1'));
    await settle(database());
    expect(await bodies()).toEqual(released);
  });

  it('a duty that failed because of them, and was parked, is done', async () => {
    const { log } = database();
    await append(log, opened({ cycleId: '2026' }), admitted('2026', 'window-1'), submitted({ evidenceId: id(1) }));
    await appendFromTheFuture(log, accepted(id(1)));
    const { catchUp, knocks } = await readerOf(database());
    await catchUp();
    const answer = worker(database(), processors);
    for (let n = 0; n < 5; n += 1) await expect(answer(knocks[0]!)).rejects.toThrow('no codec');
    expect(await rowsOf(database(), 'due')).toMatchObject([{ parked_at: expect.any(String) }]);
    await learnTheFuture(database());
    await aNewWorkerStarts();
    await settle(database());
    expect(await rowsOf(database(), 'due')).toEqual([]);
    expect(await figures()).toHaveLength(2);
  });

  it('people are told, of each once', async () => {
    const { log } = database();
    await append(log, recorded({ incidentId: id(1) }));
    await appendFromTheFuture(log, confirmed({ incidentId: id(1) }));
    await append(log, recorded({ incidentId: id(2) }), confirmed({ incidentId: id(2) }));
    await settle(database(), { processors: [notify] });
    expect(await told()).toEqual([1, 3, 4]);
    await learnTheFuture(database());
    await releaseReadable({ database: database(), projections, processors: [notify] });
    await settle(database(), { processors: [notify] });
    expect(await told()).toEqual([1, 2, 3, 4]);
  });

  it('while a job for the same unit is at work: it stays for a second pass', async () => {
    const { log } = database();
    await appendFromTheFuture(log, returned(id(1)));
    await append(log, recorded({ incidentId: id(2) }));
    const { catchUp, knocks } = await readerOf(database(), { processors: [notify] });
    await catchUp();
    const slow = {
      ...notify,
      run: async (...args: Parameters<typeof notify.run>) => {
        const changes = await notify.run(...args);
        await learnTheFuture(database());
        await releaseReadable({ database: database(), projections, processors: [notify] });
        return changes;
      },
    };
    await worker(database(), [slow])(knocks[0]!);
    expect(await told()).toEqual([1, 2]);
    expect(await rowsOf(database(), 'due')).toEqual([]);
  });
});

describe('the worker that leads', () => {
  it('looks for such streams before it reads the log', async () => {
    const { log } = database();
    await appendFromTheFuture(log, founded({ unitId: 'window-1' }));
    await reads();
    await learnTheFuture(database());
    const leading = new AbortController();
    const parts = { database: database(), projections, processors, knock: async () => {}, report: () => {} };
    const led = lead(parts, leading.signal);
    await until('the stream is taken up', async () => (await rowsOf(database(), 'unit')).length === 1);
    leading.abort();
    await led;
    expect(await parked()).toEqual([]);
  });
});

describe('an event in a newer version of its shape', () => {
  it('parks its stream until a program knows that version', async () => {
    const { log } = database();
    await append(log, submitted({ evidenceId: id(1) }));
    const { type, ...data } = accepted(id(1));
    await appendStored(log, `evidence-${id(1)}`, { type, schema: 2, data });
    await reads();
    expect(await parked()).toMatchObject([{ subscription: 'log', position: 2 }]);
    await database().pool.query('update event set schema = 1 where position = 2');
    await aNewWorkerReads();
    expect(await parked()).toEqual([]);
    expect(await rowsOf(database(), 'evidence')).toMatchObject([{ status: 'accepted' }]);
  });
});
