import { describe, expect, it } from 'vitest';
import { codecs, decodeEvent, eventTypes } from './events.ts';

declare global {
  interface ImportMeta {
    /** resolved by Vite when the test is built */
    glob<Module>(pattern: string, options: { eager: true; import: 'default' }): Record<string, Module>;
  }
}

interface Sample {
  folder: string;
  type: string;
  schema: number;
  data: object;
}

/** Golden samples: the data of an event as some version of this program wrote it. Never edit one; add the next version. */
const samples: Sample[] = Object.entries(
  import.meta.glob<object>('./*/history/*.json', { eager: true, import: 'default' }),
).map(([path, data]) => {
  const [, folder, type, schema] = /^\.\/([^/]+)\/history\/([A-Za-z]+)\.v(\d+)\.json$/.exec(path) ?? [];
  if (!folder || !type) throw new Error(`${path} is not named <EventType>.v<schema>.json`);
  return { folder, type, schema: Number(schema), data };
});

/** Every version of every event that a codec can read, by name. */
const versionsOf = (codec: { types: readonly string[]; schema(type: string): number }) =>
  codec.types.flatMap((type) => Array.from({ length: codec.schema(type) }, (_, n) => `${type}.v${n + 1}`));
const missing = (codec: Parameters<typeof versionsOf>[0], have: readonly Sample[]) => {
  const names = new Set(have.map(({ type, schema }) => `${type}.v${schema}`));
  return versionsOf(codec).filter((version) => !names.has(version));
};

describe('old events stay readable', () => {
  it.each(Object.entries(codecs))('%s has a sample of every version of every event', (_, codec) =>
    expect(missing(codec, samples)).toEqual([]),
  );

  it.each(samples)('$type v$schema of $folder', ({ type, schema, data }) => {
    const event = decodeEvent({ type, schema, data });
    expect(event.type).toBe(type);
    const current = Object.values(codecs)
      .find(({ types }) => types.includes(type))!
      .schema(type);
    if (schema === current) expect(event).toEqual({ ...data, type });
  });

  it.each(samples)('$type v$schema of $folder is read whole: every field is needed', ({ type, schema, data }) => {
    for (const field of Object.keys(data)) {
      expect(() => decodeEvent({ type, schema, data: { ...data, [field]: undefined } }), field).toThrow();
    }
    expect(() => decodeEvent({ type, schema, data: { ...data, unheardOf: 1 } })).toThrow();
  });

  it('a missing sample would show', () => {
    const grown = { types: ['CycleOpened', 'CycleClosed'], schema: (type: string) => (type === 'CycleOpened' ? 2 : 1) };
    expect(missing(grown, samples)).toEqual(['CycleOpened.v2', 'CycleClosed.v1']);
  });
});

describe('the events of the log', () => {
  it('belong to one aggregate each', () =>
    expect(Object.values(codecs).flatMap(({ types }) => types)).toHaveLength(eventTypes.size));
  it('are read by the codec that declares them', () => {
    const [first] = samples;
    expect(decodeEvent(first!)).toEqual({ ...first!.data, type: first!.type });
  });
  it('are refused where nobody declares them', () =>
    expect(() => decodeEvent({ type: 'PartyThrown', schema: 1, data: {} })).toThrow('PartyThrown'));
});
