import { describe, expect, it } from 'vitest';
import { projections } from '../read-models.ts';
import { unitProjection } from '../unit/unit.projection.ts';
import { append, appendBurst } from '../testing/append.ts';
import { founded, id, submitted } from '../testing/events.ts';
import { useLeader } from '../testing/leading.ts';
import { checkpointsOf, readerOf, rowsOf } from '../testing/reading.ts';
import { until } from '../testing/until.ts';
import { useDatabase } from '../testing/use-database.ts';
import { prepareReadModels } from './maintenance.ts';
import type { Projection } from './projection.ts';

const database = useDatabase();
const { leading, request, requests, isFinished } = useLeader(database);
const isRead = async (position: number) => (await checkpointsOf(database()))['evidence'] === position;
const bumped: Projection = { ...unitProjection, version: unitProjection.version + 1 };

describe('a read model of a new version that is broken wholesale', () => {
  /** It stumbles over every n-th unit. */
  const stumbling = (n: number): Projection => ({
    ...bumped,
    apply: (row, event, recorded) => {
      if (event.type === 'UnitFounded' && event.order % n === 0) throw new Error('a new mistake');
      return bumped.apply(row, event, recorded);
    },
  });
  const found = (from: number, to: number) =>
    appendBurst(
      database().log,
      Array.from({ length: to - from }, (_, n) => founded({ unitId: `window-${from + n}`, order: from + n })),
    );
  const led = (unit: Projection) => projections.map((each) => (each === unitProjection ? unit : each));
  const units = () => rowsOf(database(), 'unit');
  const unitVersion = async () =>
    (await rowsOf(database(), 'checkpoint')).find(({ projection }) => projection === 'unit')?.['version'];

  it('is refused, visibly: the old table stays in use as it stands, the others go on', async () => {
    await found(1, 201);
    await prepareReadModels(database(), projections);
    const { reported, stop } = leading(led(stumbling(10)));
    await append(database().log, submitted({ evidenceId: id(1) }));
    await until('the log is read on', () => isRead(201));
    const reason = expect.stringContaining('version 2 cannot read 20 of 200 streams');
    expect(await requests()).toMatchObject([{ projection: 'unit', error: reason, finished_at: expect.any(String) }]);
    expect(reported).toEqual([['rebuild', reason]]);
    expect(await unitVersion()).toBe(1);
    await found(201, 202);
    await until('the log is read on', () => isRead(202));
    expect(await units()).toHaveLength(200);
    expect(await rowsOf(database(), 'parked_stream')).toEqual([]);
    await stop();

    leading();
    await until('the old program has read on', async () => (await units()).length === 201);
    expect(await requests()).toMatchObject([{ error: null }]);
  });

  it('is put in place once it is mended', async () => {
    await found(1, 101);
    await prepareReadModels(database(), projections);
    expect(await prepareReadModels(database(), [stumbling(2)])).toMatchObject([{ name: 'unit' }]);
    expect(await prepareReadModels(database(), [bumped])).toEqual([]);
    expect(await unitVersion()).toBe(bumped.version);
    expect(await requests()).toMatchObject([{ error: null }]);
  });

  it.each([
    ['up to 10 streams', 50, 5],
    ['up to 1 % of the streams', 1200, 100],
  ])('is not what parks %s', async (_, count, n) => {
    await found(1, count + 1);
    await prepareReadModels(database(), projections);
    expect(await prepareReadModels(database(), [stumbling(n)])).toEqual([]);
    expect(await rowsOf(database(), 'parked_stream')).toHaveLength(count / n);
  });

  it('is not what the old one could not read either', async () => {
    await found(1, 101);
    await (await readerOf(database(), { projections: led({ ...stumbling(2), version: 1 }) })).catchUp();
    expect(await rowsOf(database(), 'parked_stream')).toHaveLength(50);
    expect(await prepareReadModels(database(), [stumbling(2)])).toEqual([]);
    expect(await units()).toHaveLength(50);
  });

  it('and was asked for is refused too: the old table is read on', async () => {
    await found(1, 101);
    await prepareReadModels(database(), projections);
    leading(led({ ...stumbling(2), version: 1 }));
    await request(['unit', 'cycle']);
    await until('it has ended', isFinished);
    expect(await requests()).toMatchObject([
      { projection: 'cycle', error: null },
      { projection: 'unit', error: expect.stringContaining('a new mistake') },
    ]);
    await found(101, 102);
    await until('the log is read on', async () => (await units()).length === 101);
  });
});
