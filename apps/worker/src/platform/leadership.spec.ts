import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { append } from '../testing/append.ts';
import { bundle } from '../testing/bundle.ts';
import { startNode, type Child } from '../testing/child.ts';
import { admitted, founded, id, opened, submitted } from '../testing/events.ts';
import { rowsOf } from '../testing/reading.ts';
import { until } from '../testing/until.ts';
import { useDatabase } from '../testing/use-database.ts';

const database = useDatabase();
let file: string;
const children: Child[] = [];
beforeAll(async () => {
  file = await bundle('main.ts');
});
afterAll(() => Promise.all(children.map((child) => child.kill())));

/** A worker as it is run, known to the database by a name. */
const start = (name: string) => {
  const child = startNode(file, { DATABASE_URL: database().url, PGAPPNAME: name });
  children.push(child);
  return child;
};
const leaders = async (): Promise<string[]> => {
  const { rows } = await database().pool.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and objid = 4021001
     and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows.map(({ name }) => name);
};
const isRead = (count: number) => async () => (await rowsOf(database(), 'evidence')).length === count;

describe('of two workers', () => {
  it('one reads the log; killed -9, it is succeeded by the other, and nothing is missed', async () => {
    const { log } = database();
    await append(log, founded({ unitId: 'window-1' }), opened({ cycleId: '2026' }), admitted('2026', 'window-1'));
    const one = start('one');
    await until('one leads', async () => (await leaders())[0] === 'one');
    const other = start('other');
    await until('the other is up', () => other.lines.length > 0);
    await append(log, submitted({ evidenceId: id(1) }));
    await until('the first record is read', isRead(1));
    expect(await leaders()).toEqual(['one']);

    await one.kill();
    await append(log, submitted({ evidenceId: id(2), session: 2 }));
    await until('the second record is read', isRead(2));
    expect(await leaders()).toEqual(['other']);
    await until('the scorecard is computed', async () => (await rowsOf(database(), 'due')).length === 0);
    expect(await rowsOf(database(), 'scorecard')).toMatchObject([{ position: 5 }, { position: 5 }]);
    expect(await other.end()).toBe(0);
    expect(await leaders()).toEqual([]);
  });

  it('the one whose hold on the log is broken lets go of it; one of them leads again', async () => {
    const one = start('one');
    await until('one leads', async () => (await leaders())[0] === 'one');
    const other = start('other');
    await until('the other is up', () => other.lines.length > 0);
    await append(database().log, opened({ cycleId: '2026' }));
    for (let n = 1; n <= 3; n += 1) {
      await database().pool.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 4021001
         and database = (select oid from pg_database where datname = current_database())`,
      );
      await append(database().log, submitted({ evidenceId: id(n) }));
      await until('the log is read on', isRead(n));
      await until('one leads', async () => (await leaders()).length === 1);
    }
    expect(await Promise.all([one.end(), other.end()])).toEqual([0, 0]);
  });
});
