import { randomUUID } from 'node:crypto';
import { endOfBusinessDate } from '@mofan/domain/kernel/business-date';
import fc from 'fast-check';
import { Pool, type QueryConfig } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Append, AppendResult, Envelope, EventLog, RecordedEvent } from './event-log.ts';
import type { AppendConnection } from './append-connection.ts';
import { eventHash, sha256 } from './hash.ts';
import { MemoryEventLog } from './memory-event-log.ts';
import { PostgresEventLog } from './postgres-event-log.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const envelope: Envelope = {
  actor: '5b0f6c1e-7d7e-4c53-9a52-0f6f0c6f2a11',
  correlation: '5b0f6c1e-7d7e-4c53-9a52-0f6f0c6f2a12',
  recordedAt: '2026-03-01T01:02:03.456Z',
  demonstration: false,
};
const fresh = { version: 0, hash: null };
const noted = (...texts: unknown[]) => texts.map((text) => ({ type: 'Noted', schema: 1, data: { text } }));
const key = (name: string, request = name) => ({ account: envelope.actor, key: name, requestHash: sha256(request) });
const textsOf = (events: RecordedEvent[]) => events.map(({ data }) => (data as { text: unknown }).text);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

/** The names of the events whose hash, link or version is not what their content and predecessor demand. */
const broken = (events: readonly RecordedEvent[]): string[] => {
  const tips = new Map<string, { version: number; hash: string | null }>();
  return events.flatMap(({ stream, version, type, schema, data, hash, ...meta }) => {
    const tip = tips.get(stream) ?? fresh;
    const expected = eventHash(
      { stream, version: tip.version + 1, previousHash: tip.hash },
      { type, schema, dataText: JSON.stringify(data) },
      meta,
    );
    tips.set(stream, { version, hash });
    return hash === expected && version === tip.version + 1 ? [] : [`${stream}@${version}`];
  });
};

const collect = async (batches: AsyncIterable<RecordedEvent[]>): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const batch of batches) events.push(...batch);
  return events;
};

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 10 });
  pool.on('error', () => {}); // dropping the database may overtake the goodbye of an idle connection
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const emptied = async () => {
  await pool.query('truncate event, command_key');
  await pool.query('update log_head set position = 0');
};

/** `open` empties the log and answers with two doors to it, as two processes would have them. */
const implementations = [
  {
    name: 'in memory',
    open: async (): Promise<[EventLog, EventLog]> => {
      const log = new MemoryEventLog();
      return [log, log];
    },
  },
  {
    name: 'on PostgreSQL',
    open: async (): Promise<[EventLog, EventLog]> => {
      await emptied();
      return [new PostgresEventLog(pool), new PostgresEventLog(pool)];
    },
  },
];

describe.each(implementations)('the log $name', ({ open }) => {
  let log: EventLog;
  let other: EventLog;
  beforeEach(async () => {
    [log, other] = await open();
  });

  const tip = async (stream: string) => {
    const last = (await log.readStream(stream)).at(-1);
    return last ? { version: last.version, hash: last.hash } : fresh;
  };
  const write = async (stream: string, texts: unknown[], more: Partial<Append> = {}): Promise<AppendResult> =>
    log.append({ stream, expected: await tip(stream), events: noted(...texts), envelope, ...more });
  const all = () => collect(log.readAll());

  describe('reads', () => {
    it('nothing from an empty log', async () => {
      expect(await log.head()).toBe(0);
      expect(await log.readStream('a')).toEqual([]);
      expect(await log.readStreams(['a'])).toEqual([]);
      expect(await log.readStreamsNamed('')).toEqual([]);
      expect(await log.readAfter(0, 10)).toEqual([]);
      expect(await all()).toEqual([]);
    });

    it('an event as it was written', async () => {
      const data = { text: '集中学习', of: ['2.1', '2.2'], none: null, yes: true, n: -1.5, inner: { a: {} } };
      const result = await log.append({
        stream: 'evidence-1',
        expected: fresh,
        events: [{ type: 'EvidenceSubmitted', schema: 3, data }],
        envelope: { ...envelope, demonstration: true },
      });
      expect(result).toEqual({ outcome: 'written', place: { position: 1, version: 1 } });
      const event: RecordedEvent = {
        position: 1,
        stream: 'evidence-1',
        version: 1,
        type: 'EvidenceSubmitted',
        schema: 3,
        data,
        ...envelope,
        demonstration: true,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      };
      expect(await log.readStream('evidence-1')).toEqual([event]);
      expect(await log.readStreams(['evidence-1'])).toEqual([event]);
      expect(await log.readStreamsNamed('evidence-')).toEqual([event]);
      expect(await log.readAfter(0, 1)).toEqual([event]);
      expect(await all()).toEqual([event]);
    });

    describe('of two streams', () => {
      beforeEach(async () => {
        await write('cycle-2025', ['a', 'b']);
        await write('unit-1', ['c']);
        await write('cycle-2026', ['d']);
        await write('cycle-2025', ['e']);
      });

      it('one by its name, in its order', async () => {
        const events = await log.readStream('cycle-2025');
        expect(textsOf(events)).toEqual(['a', 'b', 'e']);
        expect(events.map(({ version }) => version)).toEqual([1, 2, 3]);
        expect(events.map(({ position }) => position)).toEqual([1, 2, 5]);
      });
      it('one after a version', async () => {
        expect(textsOf(await log.readStream('cycle-2025', 1))).toEqual(['b', 'e']);
        expect(await log.readStream('cycle-2025', 3)).toEqual([]);
      });
      it('several by position', async () => {
        expect(textsOf(await log.readStreams(['unit-1', 'cycle-2025', 'nobody']))).toEqual(['a', 'b', 'c', 'e']);
        expect(await log.readStreams([])).toEqual([]);
      });
      it('those whose names begin alike, by position', async () => {
        expect(textsOf(await log.readStreamsNamed('cycle-'))).toEqual(['a', 'b', 'd', 'e']);
        expect(textsOf(await log.readStreamsNamed('cycle-2026'))).toEqual(['d']);
        expect(textsOf(await log.readStreamsNamed(''))).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(await log.readStreamsNamed('ycle')).toEqual([]);
      });
      it('a name as it stands: no character is a wildcard', async () => {
        expect(await log.readStreamsNamed('%')).toEqual([]);
        expect(await log.readStreamsNamed('cycle_')).toEqual([]);
      });
      it('at most so many after a position', async () => {
        expect(textsOf(await log.readAfter(1, 2))).toEqual(['b', 'c']);
        expect(textsOf(await log.readAfter(3, 100))).toEqual(['d', 'e']);
        expect(await log.readAfter(5, 100)).toEqual([]);
      });
      it('everything after a position', async () => {
        expect(textsOf(await all())).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(textsOf(await collect(log.readAll(4)))).toEqual(['e']);
        expect(await collect(log.readAll(5))).toEqual([]);
      });
      it('the same events whichever way', async () => {
        expect(await log.readAfter(0, 100)).toEqual(await all());
        expect(await log.readStreamsNamed('')).toEqual(await all());
      });
      it('the last position', async () => expect(await log.head()).toBe(5));
    });

    it('what was recorded before an instant, that instant left out', async () => {
      const midnight = endOfBusinessDate('2026-03-01');
      for (const [text, recordedAt] of [
        ['evening', '2026-03-01T15:59:59.999Z'],
        ['midnight', midnight],
        ['morning', '2026-03-01T16:00:00.001Z'],
      ] as const) {
        await write('a', [text], { envelope: { ...envelope, recordedAt } });
      }
      expect(textsOf(await log.readStreams(['a'], midnight))).toEqual(['evening']);
      expect(textsOf(await log.readStreams(['a'], '2026-03-01T16:00:00.001Z'))).toEqual(['evening', 'midnight']);
      expect(textsOf(await log.readStreams(['a'], '2026-03-01T15:59:59.999Z'))).toEqual([]);
      expect(textsOf(await log.readStreams(['a']))).toEqual(['evening', 'midnight', 'morning']);
    });

    it('everything again and again, also where the reader leaves early', async () => {
      await write('a', upTo(50));
      for (let n = 0; n < 15; n += 1) {
        for await (const batch of log.readAll()) {
          expect(batch.length).toBeGreaterThan(0);
          break;
        }
      }
      expect(await all()).toHaveLength(50);
    });
  });

  describe('appends', () => {
    it('several events in their order, under one answer', async () => {
      expect(await write('a', upTo(40))).toEqual({ outcome: 'written', place: { position: 40, version: 40 } });
      expect(textsOf(await log.readStream('a'))).toEqual(upTo(40));
      expect((await all()).map(({ position }) => position)).toEqual(upTo(40));
    });

    it('more events at once than a batch has room for', async () => {
      const results = await Promise.all([write('a', upTo(700)), write('b', upTo(600)), write('c', ['x'])]);
      expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'written', 'written']);
      expect(textsOf(await log.readStream('a'))).toEqual(upTo(700));
      expect(textsOf(await log.readStream('b'))).toEqual(upTo(600));
    });

    it.each([
      ['a stream that exists, expected new', fresh],
      ['a stream that has moved on', { version: 1, hash: 'a'.repeat(64) }],
      ['a stream that has not come so far', { version: 3, hash: 'a'.repeat(64) }],
    ])('not to %s', async (_, expected) => {
      await write('a', ['one', 'two']);
      expect(await write('a', ['three'], { expected })).toEqual({ outcome: 'conflict' });
      expect(textsOf(await all())).toEqual(['one', 'two']);
      expect(await log.head()).toBe(2);
    });

    it('not to a stream that is not there, expected to be', async () =>
      expect(await write('a', ['two'], { expected: { version: 1, hash: 'a'.repeat(64) } })).toEqual({
        outcome: 'conflict',
      }));

    it('all of an append or nothing: a conflict lets no event in', async () => {
      await write('a', ['one']);
      expect(await write('a', ['x', 'y', 'z'], { expected: fresh })).toEqual({ outcome: 'conflict' });
      expect(textsOf(await all())).toEqual(['one']);
    });

    it('each by itself: a conflict hinders none that comes with it', async () => {
      await write('taken', ['first']);
      const streams = ['b', 'taken', 'c', 'taken', 'd'];
      const results = await Promise.all(
        streams.map((stream) => log.append({ stream, expected: fresh, events: noted(stream), envelope })),
      );
      expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'conflict', 'written', 'conflict', 'written']);
      expect((await all()).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    });

    it('one of many that expect the same', async () => {
      const results = await Promise.all(
        upTo(20).map((n) =>
          (n % 2 ? log : other).append({ stream: 'a', expected: fresh, events: noted(n, n), envelope }),
        ),
      );
      expect(results.filter(({ outcome }) => outcome === 'written')).toHaveLength(1);
      const [first, second, ...rest] = textsOf(await log.readStream('a'));
      expect([first, rest]).toEqual([second, []]);
    });

    it('fails alone where an event cannot be written; its neighbours stand', async () => {
      const texts = ['a', 'b', 1n, 'c', 'd'];
      const results = await Promise.allSettled(
        texts.map((text, n) => log.append({ stream: `s-${n}`, expected: fresh, events: noted(text), envelope })),
      );
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      const events = await all();
      expect(textsOf(events).toSorted()).toEqual(['a', 'b', 'c', 'd']);
      expect(events.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    });
  });

  it('keeps positions contiguous and every acknowledged event under 32 writers, conflicts among them', async () => {
    const acknowledged: string[] = [];
    let conflicts = 0;
    const writer = async (n: number) => {
      const door = n % 2 ? log : other;
      for (let done = 0; done < 12;) {
        const stream = `s-${(n + done) % 6}`;
        const last = (await door.readStream(stream)).at(-1);
        const texts = upTo(1 + (done % 3)).map((part) => `${n}/${done}/${part}`);
        const result = await door.append({
          stream,
          expected: last ? { version: last.version, hash: last.hash } : fresh,
          events: noted(...texts),
          envelope,
        });
        if (result.outcome === 'conflict') conflicts += 1;
        if (result.outcome !== 'written') continue;
        acknowledged.push(...texts);
        done += 1;
      }
    };
    await Promise.all(upTo(32).map(writer));

    const events = await all();
    expect(conflicts).toBeGreaterThan(32);
    expect(events.map(({ position }) => position)).toEqual(upTo(acknowledged.length));
    expect(textsOf(events).toSorted()).toEqual(acknowledged.toSorted());
    expect(await log.head()).toBe(acknowledged.length);
    expect(broken(events)).toEqual([]);
  });

  describe('chains', () => {
    beforeEach(async () => {
      await write('a', ['one', 'two']);
      await write('b', ['un']);
      await write('a', ['three']);
    });

    it('each event to its predecessor: every hash can be computed anew', async () =>
      expect(broken(await all())).toEqual([]));

    it.each<[string, (events: RecordedEvent[]) => RecordedEvent[], string[]]>([
      ['a changed text', ([a, ...rest]) => [{ ...a!, data: { text: 'won' } }, ...rest], ['a@1']],
      ['another actor', ([a, ...rest]) => [{ ...a!, actor: envelope.correlation }, ...rest], ['a@1']],
      ['another type', ([a, ...rest]) => [{ ...a!, type: 'Nodded' }, ...rest], ['a@1']],
      ['another shape version', ([a, ...rest]) => [{ ...a!, schema: 2 }, ...rest], ['a@1']],
      ['another request', ([a, ...rest]) => [{ ...a!, correlation: envelope.actor }, ...rest], ['a@1']],
      ['another time', ([a, ...rest]) => [{ ...a!, recordedAt: '2026-03-01T01:02:03.457Z' }, ...rest], ['a@1']],
      ['a flag', ([a, ...rest]) => [{ ...a!, demonstration: true }, ...rest], ['a@1']],
      ['a changed hash', ([a, ...rest]) => [{ ...a!, hash: 'f'.repeat(64) }, ...rest], ['a@1', 'a@2']],
      ['an event taken out', ([a, , ...rest]) => [a!, ...rest], ['a@3']],
      ['events in another order', ([a, b, ...rest]) => [b!, a!, ...rest], ['a@2', 'a@1', 'a@3']],
      ['an event put in another stream', ([a, ...rest]) => [{ ...a!, stream: 'c' }, ...rest], ['c@1', 'a@2']],
    ])('so that %s shows', async (_, tamper, expected) => {
      const shown = broken(tamper(await all()));
      expect(shown).toEqual(expect.arrayContaining(expected));
    });
  });

  describe('keys', () => {
    it('keep the answer of the command that they came with', async () => {
      await write('a', ['one', 'two'], { key: key('k') });
      expect(await log.recall(envelope.actor, 'k')).toEqual({
        requestHash: key('k').requestHash,
        place: { position: 2, version: 2 },
      });
    });
    it('are unknown until used', async () => expect(await log.recall(envelope.actor, 'k')).toBeUndefined());
    it('let a command in once', async () => {
      await write('a', ['one'], { key: key('k') });
      expect(await write('a', ['again'], { key: key('k') })).toEqual({ outcome: 'repeated' });
      expect(textsOf(await all())).toEqual(['one']);
      expect((await log.recall(envelope.actor, 'k'))?.place).toEqual({ position: 1, version: 1 });
    });
    it('let a command in once, on whichever stream and with whatever request', async () => {
      await write('a', ['one'], { key: key('k') });
      expect(await write('b', ['other'], { key: key('k', 'another request') })).toEqual({ outcome: 'repeated' });
      expect((await log.recall(envelope.actor, 'k'))?.requestHash).toBe(key('k').requestHash);
    });
    it('say that a command was repeated before they say that its stream moved on', async () => {
      await write('a', ['one'], { key: key('k') });
      expect(await write('a', ['one'], { expected: fresh, key: key('k') })).toEqual({ outcome: 'repeated' });
    });
    it('are each account’s own', async () => {
      const someone = { ...key('k'), account: randomUUID() };
      await write('a', ['one'], { key: key('k') });
      expect(await write('a', ['two'], { key: someone })).toMatchObject({ outcome: 'written' });
      expect((await log.recall(someone.account, 'k'))?.place.version).toBe(2);
    });
    it('may carry any text', async () => {
      const odd = key(`'"\\ \t 键 😀 {},`);
      await write('a', ['one'], { key: odd });
      expect((await log.recall(envelope.actor, odd.key))?.place.version).toBe(1);
    });
    it('are not used up by a conflict', async () => {
      await write('a', ['one']);
      await write('a', ['two'], { expected: fresh, key: key('k') });
      expect(await log.recall(envelope.actor, 'k')).toBeUndefined();
      expect(await write('a', ['two'], { key: key('k') })).toMatchObject({ outcome: 'written' });
    });
    it('let one in of many that come at once', async () => {
      const results = await Promise.all(
        upTo(20).map((n) =>
          (n % 2 ? log : other).append({
            stream: `s-${n}`,
            expected: fresh,
            events: noted(n),
            envelope,
            key: key('k', `${n}`),
          }),
        ),
      );
      expect(results.filter(({ outcome }) => outcome === 'written')).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(19);
      const [written, ...rest] = await all();
      expect(rest).toEqual([]);
      expect((await log.recall(envelope.actor, 'k'))?.requestHash).toBe(sha256(String(textsOf([written!])[0])));
    });
    it('keep the answer of a command that wrote nothing', async () => {
      await log.remember(key('k'), { position: 7, version: 3 }, envelope.recordedAt);
      expect(await log.recall(envelope.actor, 'k')).toEqual({
        requestHash: key('k').requestHash,
        place: { position: 7, version: 3 },
      });
      expect(await write('a', ['one'], { key: key('k') })).toEqual({ outcome: 'repeated' });
    });
    it('keep the first answer', async () => {
      await log.remember(key('k'), { position: 7, version: 3 }, envelope.recordedAt);
      await log.remember(key('k', 'other'), { position: 8, version: 4 }, envelope.recordedAt);
      expect(await log.recall(envelope.actor, 'k')).toEqual({
        requestHash: key('k').requestHash,
        place: { position: 7, version: 3 },
      });
    });
  });

  describe('names', () => {
    it('are taken once, by whichever stream comes first', async () => {
      expect(await write('a', ['one'], { name: 'n' })).toMatchObject({ outcome: 'written' });
      expect(await write('b', ['other'], { name: 'n' })).toEqual({ outcome: 'repeated' });
      expect(await write('b', ['other'], { name: 'm' })).toMatchObject({ outcome: 'written' });
      expect(textsOf(await all())).toEqual(['one', 'other']);
    });
    it('stand beside the key of their command, and neither is used up where the other is known', async () => {
      await write('a', ['one'], { key: key('k'), name: 'n' });
      expect(await write('a', ['two'], { key: key('k'), name: 'm' })).toEqual({ outcome: 'repeated' });
      expect(await write('b', ['two'], { key: key('l'), name: 'n' })).toEqual({ outcome: 'repeated' });
      expect(await write('b', ['two'], { key: key('l'), name: 'm' })).toMatchObject({ outcome: 'written' });
    });
    it('are free still after an append that met a conflict', async () => {
      await write('a', ['one']);
      expect(await write('a', ['two'], { expected: fresh, name: 'n' })).toEqual({ outcome: 'conflict' });
      expect(await write('b', ['two'], { name: 'n' })).toMatchObject({ outcome: 'written' });
    });
    it('are taken once however many come at the same time, by two doors', async () => {
      const results = await Promise.all(
        upTo(30).map((n) =>
          (n % 2 ? log : other).append({ stream: `s-${n}`, expected: fresh, events: noted(n), envelope, name: 'n' }),
        ),
      );
      expect(results.filter(({ outcome }) => outcome === 'written')).toHaveLength(1);
      expect(await all()).toHaveLength(1);
    });
  });

  describe('gives back what people write', () => {
    const awkward = [
      'tab\there',
      'line\nbreak\r\nand\rmore',
      'back\\slash \\n \\t \\\\ \\N \\.',
      `"double" 'single' \`tick\` “中文”`,
      '模范机关 党建 ㊗️ 𠮷 龘',
      '😀👩‍👩‍👧‍👦🇨🇳',
      '\u0001\b\f\v\u001f\u007f\u0085\u2028\u2029\ufeff',
      'a NUL \u0000 inside',
      'half an emoji \ud83d alone',
      '{"json":[1,2]}',
      '\\.',
      '',
    ];

    it.each(awkward)('%j', async (text) => {
      await write('a', [text]);
      expect(textsOf(await log.readStream('a'))).toEqual([text]);
      expect(textsOf(await all())).toEqual([text]);
      expect(broken(await all())).toEqual([]);
    });

    it('in the names of streams and events too', async () => {
      const names = ['a\tb', 'a\nb', 'a\\b', 'a"b', '流-😀', '\\N'];
      for (const name of names) {
        await log.append({ stream: name, expected: fresh, events: [{ type: name, schema: 1, data: {} }], envelope });
      }
      const events = await all();
      expect(events.map(({ stream }) => stream)).toEqual(names);
      expect(events.map(({ type }) => type)).toEqual(names);
      expect(events).toEqual(await log.readAfter(0, 100));
    });

    it('where characters of several bytes are cut by the chunks of the wire', async () => {
      const alphabet = [...'a党建é😀\t\n\\"𠮷'];
      const texts = upTo(400).map((n) =>
        Array.from({ length: 700 + n * 7 }, (_, i) => alphabet[(i * 7 + n) % alphabet.length]).join(''),
      );
      const huge = `${'x'.repeat(13)}${'😀党'.repeat(200_000)}`;
      await write('a', texts);
      await write('b', [huge]);
      await write('c', ['after']);

      const events = await all();
      expect(Buffer.byteLength(JSON.stringify(textsOf(events)))).toBeGreaterThan(3_000_000);
      expect(textsOf(events)).toEqual([...texts, huge, 'after']);
      expect(broken(events)).toEqual([]);
    });

    it('whatever it is', () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.jsonValue({ stringUnit: 'binary' }), { minLength: 1, maxLength: 5 }),
          async (values) => {
            const stream = randomUUID();
            const from = await log.head();
            const asStored = values.map((value) => JSON.parse(JSON.stringify(value)));
            await write(stream, values);
            expect(textsOf(await log.readStream(stream))).toEqual(asStored);
            const events = await collect(log.readAll(from));
            expect(textsOf(events)).toEqual(asStored);
            expect(broken(events)).toEqual([]);
          },
        ),
        { numRuns: 40 },
      ));
  });
});

describe('the log on PostgreSQL', () => {
  beforeEach(emptied);

  it.each([
    ['an actor that is no uuid', { envelope: { ...envelope, actor: 'registrar-1' } }],
    ['a time that no clock shows', { envelope: { ...envelope, recordedAt: '2026-02-30T00:00:00.000Z' } }],
    ['a NUL in the name of its stream', { stream: 'bad\u0000' }],
    ['a shape version beyond its column', { events: [{ type: 'Noted', schema: 70_000, data: {} }] }],
  ])('%s fails its append alone, its key unused', async (_, bad) => {
    const log = new PostgresEventLog(pool);
    const append = (stream: string): Append => ({ stream, expected: fresh, events: noted(stream), envelope });
    const spoilt = { ...append('bad'), key: key('k'), ...bad };
    const results = await Promise.allSettled(
      [append('a'), append('b'), append('c'), spoilt, append('d'), append('e')].map((each) => log.append(each)),
    );
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, true, true, false, true, true]);
    const events = await collect(log.readAll());
    expect(events.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(textsOf(events).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await log.recall(envelope.actor, 'k')).toBeUndefined();
    expect(await log.head()).toBe(5);
  });

  it('stores the text that was hashed and the link to the predecessor', async () => {
    const log = new PostgresEventLog(pool);
    await log.append({ stream: 'a', expected: fresh, events: noted('一', { z: 1, a: [1.5, -0] }), envelope });
    const { rows } = await pool.query<{ text: string; previous: string | null; hash: string; version: number }>(
      `select data::text as text, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash, version
       from event order by position`,
    );
    const [first, second] = rows;
    expect(first!.previous).toBeNull();
    expect(second!.previous).toBe(first!.hash);
    for (const { text, previous, hash, version } of rows) {
      const event = { type: 'Noted', schema: 1, dataText: text };
      expect(hash).toBe(eventHash({ stream: 'a', version, previousHash: previous }, event, envelope));
    }
  });

  it('never sends two appends to one stream or under one key in one statement', async () => {
    let failed = 0;
    const watched = {
      query: (query: QueryConfig) =>
        pool.query(query).catch((error: unknown) => {
          // The hopeful statement may meet a version or a key that is taken; the judging one never fails for that.
          if (query.name === 'append-judged') failed += 1;
          throw error;
        }),
      close: async () => {},
    } as AppendConnection;
    const log = new PostgresEventLog(pool, watched);
    const append = (stream: string): Append => ({ stream, expected: fresh, events: noted(stream), envelope });
    const sameStream = upTo(20).map(() => log.append(append('a')));
    const sameKey = upTo(20).map((n) => log.append({ ...append(`k-${n}`), key: key('k') }));
    const results = await Promise.all([...sameStream, ...sameKey]);
    expect(results.filter(({ outcome }) => outcome === 'written')).toHaveLength(2);
    expect(failed).toBe(0);
  });

  it('is not held up by readers that leave in the middle of a long log', async () => {
    const log = new PostgresEventLog(pool);
    const texts = upTo(300).map((n) => `${n} ${'党'.repeat(5_000)}`);
    await log.append({ stream: 'a', expected: fresh, events: noted(...texts), envelope });
    for (let n = 0; n < 15; n += 1) {
      for await (const _ of log.readAll()) break;
      expect(await log.head()).toBe(300);
    }
    const heads = await Promise.all(upTo(30).map(() => log.head()));
    expect(new Set(heads)).toEqual(new Set([300]));
  });

  it('writes in groups: many appends at once are few transactions', async () => {
    const log = new PostgresEventLog(pool);
    const results = await Promise.all(
      upTo(200).map((n) => log.append({ stream: `s-${n}`, expected: fresh, events: noted(n), envelope })),
    );
    expect(results.every(({ outcome }) => outcome === 'written')).toBe(true);
    const { rows } = await pool.query<{ transactions: number }>(
      'select count(distinct xmin::text)::int as transactions from event',
    );
    expect(rows[0]!.transactions).toBeLessThan(10);
  });
});
