import { randomUUID } from 'node:crypto';
import { cycle } from '@mofan/domain/cycle/cycle';
import { codecs } from '@mofan/domain/events';
import { DomainError } from '@mofan/domain/kernel/error';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from './carry-out.ts';
import { openDatabase, type Database } from './database.ts';
import { MemoryEventLog } from './memory-event-log.ts';
import { createTestDatabase } from './testing/test-database.ts';

const envelopeOf = (actor: string) => ({
  actor,
  correlation: randomUUID(),
  recordedAt: new Date().toISOString(),
  demonstration: false,
});

describe('a key under which something is remembered and appended at the same time', () => {
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

  it('belongs to one of the two, and the append is written or repeated, never an error', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const account = randomUUID();
        const key = { account, key: `key-${n}`, requestHash: 'aa' };
        const [result] = await Promise.all([
          database.log.append({
            stream: `s-${account}`,
            expected: { version: 0, hash: null },
            events: [{ type: 'A', schema: 1, data: {} }],
            envelope: envelopeOf(account),
            key,
          }),
          database.log.remember(key, { position: 0, version: 0 }, new Date().toISOString()),
        ]);
        return result.outcome;
      }),
    );
    expect(outcomes.filter((outcome) => outcome !== 'written' && outcome !== 'repeated')).toEqual([]);
  });
});

describe('an append without events', () => {
  it('is refused by the log in memory as by the real one', async () => {
    const append = {
      stream: 's',
      expected: { version: 0, hash: null },
      events: [],
      envelope: envelopeOf(randomUUID()),
    };
    await expect(new MemoryEventLog().append(append)).rejects.toThrow('without events');
  });
});

describe('a reused key', () => {
  it('is told as such also where the facts that the new request needs refuse it', async () => {
    const log = new MemoryEventLog();
    const request = { envelope: envelopeOf(randomUUID()), key: 'k' };
    const aggregate = { decider: cycle, codec: codecs.cycle };
    const open = {
      type: 'OpenCycle',
      cycleId: '2026',
      year: 2026,
      from: '2026-01-01',
      to: '2026-12-31',
      rubric: { id: 'r', version: '1', hash: 'a'.repeat(64) },
    } as const;
    await carryOut(log, aggregate, open, request, async () => ({ unitKnown: true, cycles: [] }));
    await expect(
      carryOut(log, aggregate, { type: 'AdvanceStage', cycleId: '2027', to: 'tracking' }, request, async () => {
        throw new DomainError('rubric.unknown');
      }),
    ).rejects.toMatchObject({ code: 'idempotency.key-reused' });
  });
});
