import { describe, expect, it } from 'vitest';
import { cycleProjection } from '../cycle/cycle.projection.ts';
import { evidenceProjection } from '../evidence/evidence.projection.ts';
import { projections } from '../read-models.ts';
import { unitProjection } from '../unit/unit.projection.ts';
import { append, appendBurst } from '../testing/append.ts';
import { accepted, admitted, founded, id, opened, returned, submitted } from '../testing/events.ts';
import { useLeader } from '../testing/leading.ts';
import { readOn } from '../testing/read-on.ts';
import { checkpointsOf, readerOf, readModels, rowsOf } from '../testing/reading.ts';
import { until } from '../testing/until.ts';
import { useDatabase } from '../testing/use-database.ts';
import { prepareReadModels } from './maintenance.ts';
import type { Projection } from './projection.ts';
import { Rebuild } from './rebuild.ts';

const database = useDatabase();
const { leading, request, requests, isFinished } = useLeader(database);
const isRead = async (position: number) => (await checkpointsOf(database()))['evidence'] === position;
/** With a column that says that the new version wrote it. */
const bumped: Projection = {
  ...unitProjection,
  version: unitProjection.version + 1,
  apply: (row, event, recorded) => ({ ...unitProjection.apply(row, event, recorded), branchName: '第二版' }),
};

/** While somebody's view holds on to the table of units it cannot be replaced. */
const clinging = async (work: () => Promise<unknown>) => {
  await database().pool.query('create view clinging as select unit_id from unit');
  try {
    await work();
  } finally {
    await database().pool.query('drop view clinging');
  }
};

describe('a rebuild that is asked for', () => {
  it('goes on beside reading and writing: no read fails or goes back in time, and nothing is missed', async () => {
    const { log } = database();
    await append(log, opened({ cycleId: '2026' }), founded({ unitId: 'window-1' }));
    await appendBurst(
      log,
      Array.from({ length: 3000 }, (_, n) => submitted({ evidenceId: id(n) })),
    );
    const { reported } = leading();
    await until('the log is read', () => isRead(3002));
    const finishReading = readOn(database());
    let written = 3000;
    let writing = true;
    const writer = (async () => {
      for (; writing; written += 1) {
        await append(log, submitted({ evidenceId: id(written) }), accepted(id(written)));
        if (written % 7 === 0) await append(log, returned(id(written - 1000)));
      }
    })();
    for (let round = 0; round < 3; round += 1) {
      await request(projections.map(({ name }) => name));
      await until('it is rebuilt', isFinished);
    }
    writing = false;
    await writer;
    const head = await log.head();
    await until('all is read', () => isRead(head));
    const { reads, failures, backwards } = await finishReading();

    expect(failures).toEqual([]);
    expect(backwards).toBe(0);
    expect(reads).toBeGreaterThan(100);
    expect(reported).toEqual([]);
    expect((await requests()).every(({ error, done, total }) => error === null && done === total)).toBe(true);
    const incremental = await readModels(database());
    const again = new Rebuild(database(), projections);
    await again.build();
    await again.swap();
    expect(await readModels(database())).toEqual(incremental);
  }, 60_000);

  it('takes in what came between building and swapping', async () => {
    const { log } = database();
    await append(log, submitted({ evidenceId: id(1) }));
    await prepareReadModels(database(), projections);
    const rebuild = new Rebuild(database(), [evidenceProjection]);
    await rebuild.build();
    await append(log, accepted(id(1)), submitted({ evidenceId: id(2) }));
    await rebuild.swap();
    expect(await rowsOf(database(), 'evidence')).toMatchObject([{ status: 'accepted' }, { status: 'submitted' }]);
    expect(await checkpointsOf(database())).toMatchObject({ evidence: 3, unit: 1 });
  });

  it('that is ahead of the others takes no event twice', async () => {
    const { log } = database();
    const { catchUp } = await readerOf(database());
    await append(log, opened({ cycleId: '2026' }));
    await catchUp();
    await append(log, admitted('2026', 'window-1'));
    const rebuild = new Rebuild(database(), [cycleProjection]);
    await rebuild.build();
    await rebuild.swap();
    expect(await checkpointsOf(database())).toMatchObject({ cycle: 2, unit: 1 });
    await catchUp();
    expect(await rowsOf(database(), 'cycle')).toMatchObject([{ participants: ['window-1'] }]);
  });

  it('is not hindered by what an earlier one, killed in the middle, left lying', async () => {
    await append(database().log, submitted({ evidenceId: id(1) }));
    await prepareReadModels(database(), projections);
    await new Rebuild(database(), projections).build();
    const second = new Rebuild(database(), projections);
    await second.build();
    await second.swap();
    expect(await rowsOf(database(), 'evidence')).toHaveLength(1);
  });

  it('that fails says why, and leaves the old table in use', async () => {
    await append(database().log, founded({ unitId: 'window-1' }));
    leading();
    await until('the log is read', () => isRead(1));
    await clinging(async () => {
      await request(['unit']);
      await until('it has ended', isFinished);
      expect(await requests()).toMatchObject([{ projection: 'unit', error: expect.stringContaining('depend') }]);
    });
    await append(database().log, founded({ unitId: 'window-2' }));
    await until('the log is read on', () => isRead(2));
    expect(await rowsOf(database(), 'unit')).toHaveLength(2);
  });
});

describe('a read model of a new version', () => {
  it('is rebuilt before the log is read on, the others are not', async () => {
    const { log } = database();
    await append(log, founded({ unitId: 'window-1' }), submitted({ evidenceId: id(1) }));
    const first = leading();
    await until('the log is read', () => isRead(2));
    await first.stop();
    await database().pool.query(`update evidence set title = 'untouched'`);

    leading(projections.map((each) => (each === unitProjection ? bumped : each)));
    await append(log, founded({ unitId: 'window-2' }));
    await until('the log is read', () => isRead(3));
    expect(await rowsOf(database(), 'unit')).toMatchObject([{ branch_name: '第二版' }, { branch_name: '第二版' }]);
    expect(await rowsOf(database(), 'evidence')).toMatchObject([{ title: 'untouched' }]);
    const checkpoints = await rowsOf(database(), 'checkpoint');
    expect(checkpoints.find(({ projection }) => projection === 'unit')).toMatchObject({ version: bumped.version });
  });

  it('that cannot be put in place leaves the old table and its version', async () => {
    await append(database().log, founded({ unitId: 'window-1' }));
    await prepareReadModels(database(), projections);
    await clinging(() => expect(prepareReadModels(database(), [bumped])).rejects.toThrow('depend'));
    expect(await rowsOf(database(), 'unit')).toMatchObject([{ unit_id: 'window-1', branch_name: null }]);
    const checkpoints = await rowsOf(database(), 'checkpoint');
    expect(checkpoints.find(({ projection }) => projection === 'unit')).toMatchObject({ version: 1 });
  });
});
