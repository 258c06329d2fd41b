import { codec } from '@mofan/domain/kernel/codec';
import type { Decider, Facts } from '@mofan/domain/kernel/decider';
import { DomainError } from '@mofan/domain/kernel/error';
import { message } from '@mofan/domain/kernel/message';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { carryOut } from './carry-out.ts';
import type { Append, Place } from './event-log.ts';
import { MemoryEventLog } from './memory-event-log.ts';

/** A tank of ten litres: what does not fit is refused, nothing poured is no event. */
type TankCommand = { type: 'Pour'; tankId: string; litres: number } | { type: 'Empty'; tankId: string };
const TankEvent = z.discriminatedUnion('type', [
  message('Poured', { litres: z.int(), level: z.int(), by: z.string(), on: z.string(), weather: z.string() }),
  message('Emptied', {}),
]);
type TankEvent = z.infer<typeof TankEvent>;
interface TankFacts extends Facts {
  weather: string;
}
const decider: Decider<number, TankCommand, TankEvent, TankFacts> = {
  stream: ({ tankId }) => `tank-${tankId}`,
  initial: 0,
  decide: (level, command, { actor, today, weather }) => {
    switch (command.type) {
      case 'Pour': {
        const after = level + command.litres;
        if (after > 10) throw new DomainError('tank.full');
        return command.litres === 0
          ? []
          : [{ type: 'Poured', litres: command.litres, level: after, by: actor, on: today, weather }];
      }
      case 'Empty':
        return level === 0 ? [] : [{ type: 'Emptied' }];
    }
  },
  evolve: (_, event) => (event.type === 'Poured' ? event.level : 0),
};
const tank = { decider, codec: codec(TankEvent) };

const alice = '5b0f6c1e-7d7e-4c53-9a52-0f6f0c6f2a11';
const bob = '5b0f6c1e-7d7e-4c53-9a52-0f6f0c6f2a12';
const request = (key?: string, actor = alice, recordedAt = '2026-03-01T01:00:00.000Z') => ({
  envelope: { actor, correlation: bob, recordedAt, demonstration: false },
  key,
});
const pour = (litres: number): TankCommand => ({ type: 'Pour', tankId: 'a', litres });
const empty: TankCommand = { type: 'Empty', tankId: 'a' };

/** A log on which somebody else is faster: each of `rivals` runs before one append. */
class ContestedLog extends MemoryEventLog {
  rivals: (() => Promise<unknown>)[] = [];

  override async append(append: Append) {
    const rival = this.rivals.shift();
    if (rival) {
      const later = this.rivals;
      this.rivals = [];
      await rival();
      this.rivals = later;
    }
    return super.append(append);
  }
}

let log: ContestedLog;
beforeEach(() => {
  log = new ContestedLog();
});
const known = async () => ({ weather: 'dry' });
const carry = (command: TankCommand, asked = request(), facts = known): Promise<Place> =>
  carryOut(log, tank, command, asked, facts);
const levels = async () =>
  (await log.readStream('tank-a')).map(({ type, data }) => (type === 'Poured' ? (data as { level: number }).level : 0));
const refused = (code: string) => expect.objectContaining({ name: 'DomainError', code });

describe('a command', () => {
  it('leads to events on its stream and answers where they ended', async () => {
    expect(await carry(pour(3))).toEqual({ position: 1, version: 1 });
    expect(await carry(pour(4))).toEqual({ position: 2, version: 2 });
    expect(await log.readStream('tank-a')).toMatchObject([
      {
        type: 'Poured',
        schema: 1,
        data: { litres: 3, level: 3, by: alice, weather: 'dry' },
        actor: alice,
        correlation: bob,
      },
      { data: { litres: 4, level: 7 } },
    ]);
  });
  it('stores the data without its type', async () => {
    await carry(pour(3));
    expect((await log.readStream('tank-a'))[0]!.data).not.toHaveProperty('type');
  });
  it('that is refused writes nothing', async () => {
    await expect(carry(pour(11))).rejects.toEqual(refused('tank.full'));
    expect(await log.head()).toBe(0);
  });
  it('that changes nothing answers where its stream stands', async () => {
    expect(await carry(pour(0))).toEqual({ position: 0, version: 0 });
    await carryOut(log, tank, { ...pour(1), tankId: 'b' }, request(), known);
    await carry(pour(3));
    await carryOut(log, tank, { ...pour(1), tankId: 'b' }, request(), known);
    expect(await carry(pour(0))).toEqual({ position: 2, version: 1 });
    expect(await log.head()).toBe(3);
  });
  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
  ])('at %s is of the business date %s', async (now, today) => {
    await carry(pour(1), request(undefined, alice, now));
    expect((await log.readStream('tank-a'))[0]).toMatchObject({ recordedAt: now, data: { on: today } });
  });
  it('fails loudly on a history that cannot be read', async () => {
    await log.append({
      stream: 'tank-a',
      expected: { version: 0, hash: null },
      events: [{ type: 'Leaked', schema: 1, data: {} }],
      envelope: request().envelope,
    });
    await expect(carry(pour(1))).rejects.toThrow('Leaked');
  });
});

describe('when another writer was faster', () => {
  const rival = (litres: number) => () => carry(pour(litres), request(undefined, bob));

  it('it is decided anew on what the stream holds now', async () => {
    log.rivals = [rival(4)];
    expect(await carry(pour(3))).toEqual({ position: 2, version: 2 });
    expect(await levels()).toEqual([4, 7]);
  });
  it('it is decided anew with the other facts as they are now', async () => {
    let asked = 0;
    log.rivals = [rival(4)];
    await carry(pour(3), request(), async () => ({ weather: `asked ${(asked += 1)} times` }));
    expect((await log.readStream('tank-a'))[1]).toMatchObject({ data: { weather: 'asked 2 times' } });
  });
  it('it may be refused now', async () => {
    log.rivals = [rival(8)];
    await expect(carry(pour(3))).rejects.toEqual(refused('tank.full'));
    expect(await levels()).toEqual([8]);
  });
  it('it may have become needless', async () => {
    await carry(pour(3));
    log.rivals = [() => carry(empty, request(undefined, bob))];
    expect(await carry(empty)).toEqual({ position: 2, version: 2 });
    expect(await levels()).toEqual([3, 0]);
  });
  it('its key is still its own', async () => {
    log.rivals = [rival(4)];
    const answer = await carry(pour(3), request('k'));
    expect(await carry(pour(3), request('k'))).toEqual(answer);
    expect(await levels()).toEqual([4, 7]);
  });
  it('seven times it still comes through', async () => {
    log.rivals = Array.from({ length: 7 }, () => rival(1));
    expect(await carry(pour(1))).toEqual({ position: 8, version: 8 });
  });
  it('again and again it gives up, having written nothing', async () => {
    log.rivals = Array.from({ length: 8 }, () => rival(1));
    await expect(carry(pour(1), request('k'))).rejects.toEqual(refused('concurrency.conflict'));
    expect(await levels()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await log.recall(alice, 'k')).toBeUndefined();
  });
  it('nothing is lost and nothing doubled among many', async () => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => carry(pour(1))));
    const written = results.filter(({ status }) => status === 'fulfilled').length;
    expect(written).toBeGreaterThanOrEqual(8);
    expect(await levels()).toEqual(Array.from({ length: written }, (_, n) => n + 1));
  });
});

describe('a repeated key', () => {
  it('gets the first answer and writes nothing', async () => {
    const first = await carry(pour(3), request('k'));
    expect(await carry(pour(3), request('k'))).toEqual(first);
    expect(await levels()).toEqual([3]);
  });
  it('gets the first answer after the state moved on', async () => {
    const first = await carry(pour(3), request('k'));
    await carry(pour(2));
    expect(await carry(pour(3), request('k'))).toEqual(first);
    expect(await levels()).toEqual([3, 5]);
  });
  it('gets the first answer where the command would be refused now', async () => {
    const first = await carry(pour(6), request('k'));
    expect(await carry(pour(6), request('k'))).toEqual(first);
    expect(await levels()).toEqual([6]);
  });
  it('gets the first answer where the command would change nothing now', async () => {
    await carry(pour(3));
    const first = await carry(empty, request('k'));
    await carry(pour(1));
    await carry(empty);
    expect(await carry(empty, request('k'))).toEqual(first);
    expect(first).toEqual({ position: 2, version: 2 });
  });
  it('gets the first answer where the first time nothing changed', async () => {
    await carry(pour(3));
    await carry(empty);
    const first = await carry(empty, request('k'));
    expect(first).toEqual({ position: 2, version: 2 });
    await carry(pour(5));
    expect(await carry(empty, request('k'))).toEqual(first);
    expect(await levels()).toEqual([3, 0, 5]);
  });
  it('gets the first answer where it comes many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => carry(pour(3), request('k'))));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ position: 1, version: 1 })));
    expect(await levels()).toEqual([3]);
  });
  it('is the same request whatever the order of its fields', async () => {
    const first = await carry({ type: 'Pour', tankId: 'a', litres: 3 }, request('k'));
    expect(await carry({ litres: 3, tankId: 'a', type: 'Pour' }, request('k'))).toEqual(first);
  });
  it('is the same request at another time', async () => {
    const first = await carry(pour(3), request('k'));
    expect(await carry(pour(3), request('k', alice, '2026-03-09T01:00:00.000Z'))).toEqual(first);
  });
  it('after a refusal is a first try: a refusal is no answer', async () => {
    await carry(pour(8));
    await expect(carry(pour(3), request('k'))).rejects.toEqual(refused('tank.full'));
    await carry(empty);
    await carry(pour(3), request('k'));
    expect(await levels()).toEqual([8, 0, 3]);
  });
  it('of another account is another key', async () => {
    await carry(pour(3), request('k'));
    await carry(pour(3), request('k', bob));
    expect(await levels()).toEqual([3, 6]);
  });
  it('is a choice: without one a command is carried out each time', async () => {
    await carry(pour(3));
    await carry(pour(3));
    expect(await levels()).toEqual([3, 6]);
  });
});

describe('a key with another body is refused', () => {
  const reused = refused('idempotency.key-reused');

  it('where the new body would write', async () => {
    await carry(pour(3), request('k'));
    await expect(carry(pour(4), request('k'))).rejects.toEqual(reused);
    expect(await levels()).toEqual([3]);
  });
  it('where the new body would be refused', async () => {
    await carry(pour(3), request('k'));
    await expect(carry(pour(11), request('k'))).rejects.toEqual(reused);
  });
  it('where the new body would change nothing', async () => {
    await carry(pour(3), request('k'));
    await expect(carry(pour(0), request('k'))).rejects.toEqual(reused);
  });
  it('where the first body changed nothing', async () => {
    await carry(pour(0), request('k'));
    await expect(carry(pour(4), request('k'))).rejects.toEqual(reused);
    expect(await log.head()).toBe(0);
  });
  it('on another stream too', async () => {
    await carry(pour(3), request('k'));
    await expect(carry({ ...pour(3), tankId: 'b' } as TankCommand, request('k'))).rejects.toEqual(reused);
    expect(await log.head()).toBe(1);
  });
});
