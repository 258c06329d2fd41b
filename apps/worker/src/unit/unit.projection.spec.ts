import { describe, expect, it } from 'vitest';
import { append } from '../testing/append.ts';
import { founded, id } from '../testing/events.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';

const database = useDatabase();
const row = async () => {
  const { catchUp } = await readerOf(database());
  await catchUp();
  return (await rowsOf(database(), 'unit'))[0];
};

describe('the table of units', () => {
  it('has a unit from its founding on, with its place in the organisational order', async () => {
    await append(database().log, founded({ unitId: 'window-1', name: '行政服务窗口', parentId: 'office', order: 12 }));
    expect(await row()).toEqual({
      unit_id: 'window-1',
      name: '行政服务窗口',
      kind: 'window',
      parent_id: 'office',
      sequence: 12,
      branch_name: null,
      tenures: [],
      position: 1,
    });
  });

  it('knows the branch, and who held which post from when, vacancies too', async () => {
    await append(
      database().log,
      founded({ unitId: 'window-1' }),
      { type: 'BranchEstablished', unitId: 'window-1', name: '窗口党支部', establishedOn: '2020-07-01' },
      { type: 'AppointedToPost', unitId: 'window-1', post: 'branch-secretary', holder: id(1), from: '2021-01-01' },
      { type: 'AppointedToPost', unitId: 'window-1', post: 'unit-head', holder: id(2), from: '2020-02-01' },
      { type: 'PostVacated', unitId: 'window-1', post: 'branch-secretary', from: '2026-01-01' },
    );
    expect(await row()).toMatchObject({
      branch_name: '窗口党支部',
      tenures: [
        { post: 'branch-secretary', holder: id(1), from: '2021-01-01' },
        { post: 'unit-head', holder: id(2), from: '2020-02-01' },
        { post: 'branch-secretary', holder: null, from: '2026-01-01' },
      ],
      position: 5,
    });
  });
});
