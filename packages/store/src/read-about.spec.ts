import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import type { EventLog } from './event-log.ts';
import { MemoryEventLog } from './memory-event-log.ts';
import { createTestDatabase } from './testing/test-database.ts';

const written: [type: string, unitId: string][] = [
  ['A', 'road'],
  ['A', 'bridge'],
  ['B', 'road'],
  ['A', 'road'],
  ['A', 'road'],
];

const fill = async (log: EventLog) => {
  for (const [type, unitId] of written) {
    await log.append({
      stream: `s-${randomUUID()}`,
      expected: { version: 0, hash: null },
      events: [{ type, schema: 1, data: { unitId } }],
      envelope: {
        actor: randomUUID(),
        correlation: randomUUID(),
        recordedAt: new Date().toISOString(),
        demonstration: false,
      },
    });
  }
  return log;
};

describe('the events about a unit', () => {
  let test: { url: string; drop(): Promise<void> };
  let database: Database;
  beforeAll(async () => {
    test = await createTestDatabase();
    database = openDatabase(test.url);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  it.each([
    ['in memory', () => new MemoryEventLog()],
    ['on PostgreSQL', () => database.log],
  ])('%s are those of the types that name it, within the range', async (_, open) => {
    const log = await fill(open());
    const about = async (types: string[], from: number, to: number) =>
      (await log.readAbout('road', types, from, to)).map(({ position }) => position);
    expect(await about(['A'], 1, 5)).toEqual([1, 4, 5]);
    expect(await about(['A', 'B'], 2, 4)).toEqual([3, 4]);
    expect(await about(['C'], 1, 5)).toEqual([]);
  });
});
