import { listen } from '@mofan/store/doorbell';
import { describe, expect, it } from 'vitest';
import { append, appendBurst } from '../testing/append.ts';
import { admitted, founded, id, opened, returned, submitted } from '../testing/events.ts';
import { checkpointsOf, readerOf, rowsOf } from '../testing/reading.ts';
import { until } from '../testing/until.ts';
import { useDatabase } from '../testing/use-database.ts';
import { processors, projections } from '../read-models.ts';
import type { Processor } from './processor.ts';

const database = useDatabase();
const recompute = (key: string) => ({ processor: 'recompute-scorecard', key });
const everywhere = (position: number) =>
  Object.fromEntries([...projections.map(({ name }) => name), 'duties'].map((name) => [name, position]));
const dues = async () =>
  (await rowsOf(database(), 'due')).map(({ processor, key, first_position, last_position }) => [
    processor,
    key,
    first_position,
    last_position,
  ]);

describe('a batch', () => {
  it('moves every checkpoint, though most events concern one read model', async () => {
    await append(database().log, founded({ unitId: 'window-1' }), opened({ cycleId: '2026' }));
    const { catchUp } = await readerOf(database());
    expect(await checkpointsOf(database())).toEqual(everywhere(0));
    await catchUp();
    expect(await checkpointsOf(database())).toEqual(everywhere(2));
  });

  it('is taken whole or not at all: rows, duties and checkpoint commit together', async () => {
    await append(database().log, founded({ unitId: 'window-1' }), submitted({ evidenceId: id(1) }));
    const late: Processor = {
      name: 'late',
      types: new Set(['EvidenceSubmitted']),
      keysOf: async (_, __, client) => {
        const { rows } = await client.query('select title from evidence');
        expect(rows).toHaveLength(1); // rows are written by now, in this transaction
        throw new Error('the machine stops here');
      },
      run: async () => [],
    };
    const broken = await readerOf(database(), { processors: [...processors, late] });
    await expect(broken.catchUp()).rejects.toThrow('the machine stops here');
    expect(await rowsOf(database(), 'unit')).toEqual([]);
    expect(await rowsOf(database(), 'evidence')).toEqual([]);
    expect(await dues()).toEqual([]);
    expect(await checkpointsOf(database())).toEqual(everywhere(0));
    expect(broken.knocks).toEqual([]);

    const mended = await readerOf(database());
    await mended.catchUp();
    expect(await rowsOf(database(), 'unit')).toHaveLength(1);
    expect(mended.knocks).toEqual([recompute('2026/window-1')]);
  });

  it('is told to those who listen, once it is committed: how far, what, and whose', async () => {
    const heard: string[] = [];
    const ears = listen(database().url, 'mofan_changed', (payload) => heard.push(payload));
    await until('the listener hears', () => heard.length > 0);
    await append(database().log, submitted({ evidenceId: id(1) }), opened({ cycleId: '2026' }));
    await (await readerOf(database())).catchUp();
    await until('the change is told', () => heard.length > 1);
    await ears.stop();
    expect(JSON.parse(heard[1]!)).toEqual({
      position: 2,
      changes: [
        { topic: 'cycle', unitId: null },
        { topic: 'evidence', unitId: 'window-1' },
      ],
    });
  });
});

describe('a reader that comes later', () => {
  it('goes on where the last one stopped', async () => {
    await append(database().log, founded({ unitId: 'window-1' }), submitted({ evidenceId: id(1) }));
    await (await readerOf(database())).catchUp();
    await database().pool.query('delete from unit; delete from due');
    await append(database().log, submitted({ evidenceId: id(2), unitId: 'window-2' }));

    const { catchUp, knocks } = await readerOf(database());
    await catchUp();
    expect(await rowsOf(database(), 'unit')).toEqual([]);
    expect(await rowsOf(database(), 'evidence')).toHaveLength(2);
    expect(knocks).toEqual([recompute('2026/window-2')]);
  });

  it('finds nothing new, and changes nothing', async () => {
    await append(database().log, submitted({ evidenceId: id(1) }));
    const { catchUp, knocks } = await readerOf(database());
    await catchUp();
    await catchUp();
    expect(knocks).toHaveLength(1);
    expect(await checkpointsOf(database())).toEqual(everywhere(1));
  });
});

describe('knocks', () => {
  it('come once per key, whatever number of events gave cause', async () => {
    await append(
      database().log,
      opened({ cycleId: '2026' }),
      admitted('2026', 'window-1'),
      submitted({ evidenceId: id(1) }),
      submitted({ evidenceId: id(2) }),
      submitted({ evidenceId: id(3), unitId: 'window-2' }),
      returned(id(1)),
    );
    const { catchUp, knocks } = await readerOf(database());
    await catchUp();
    expect(knocks.toSorted((a, b) => (a.processor + a.key < b.processor + b.key ? -1 : 1))).toEqual([
      { processor: 'notify', key: 'window-1' },
      recompute('2026/window-1'),
      recompute('2026/window-2'),
    ]);
    expect(await dues()).toEqual([
      ['notify', 'window-1', 6, 6],
      ['recompute-scorecard', '2026/window-1', 2, 6],
      ['recompute-scorecard', '2026/window-2', 5, 5],
    ]);
  });

  it('do not come again while they wait to be answered', async () => {
    const { catchUp, knocks } = await readerOf(database());
    await append(database().log, submitted({ evidenceId: id(1) }));
    await catchUp();
    await append(database().log, submitted({ evidenceId: id(2) }));
    await catchUp();
    expect(knocks).toEqual([recompute('2026/window-1')]);
    expect(await dues()).toEqual([['recompute-scorecard', '2026/window-1', 1, 2]]);
  });

  it('wait while the reader lags: a burst is read to its end before the first', async () => {
    const units = Array.from({ length: 50 }, (_, n) => `unit-${n}`);
    await appendBurst(
      database().log,
      Array.from({ length: 2500 }, (_, n) => submitted({ evidenceId: id(n + 1), unitId: units[n % 50]! })),
    );
    const when: number[] = [];
    const { subscription, knocks } = await readerOf(database());
    const parts = (subscription as unknown as { parts: { knock(more: unknown[]): Promise<void> } }).parts;
    const knock = parts.knock;
    parts.knock = async (more) => {
      when.push((await checkpointsOf(database()))['duties']!);
      await knock(more);
    };
    await subscription.catchUp();
    expect(when).toEqual([2500]);
    expect(knocks).toHaveLength(50);
  });

  it('come for a stage to every participant, those admitted in the same batch too', async () => {
    await append(
      database().log,
      opened({ cycleId: '2026' }),
      admitted('2026', 'window-1'),
      admitted('2026', 'window-2'),
    );
    const { catchUp, knocks } = await readerOf(database());
    await catchUp();
    knocks.splice(0);
    await database().pool.query('delete from due');
    await append(database().log, admitted('2026', 'window-3'), {
      type: 'StageAdvanced',
      cycleId: '2026',
      from: 'deployment',
      to: 'tracking',
    });
    await catchUp();
    expect(knocks.map(({ key }) => key).toSorted()).toEqual(['2026/window-1', '2026/window-2', '2026/window-3']);
  });
});
