import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codec } from './codec.ts';
import { message } from './message.ts';

const Opened = message('Opened', { id: z.string(), mode: z.enum(['open', 'covert']), place: z.string().nullable() });
const Closed = message('Closed', { id: z.string() });
const union = z.discriminatedUnion('type', [Opened, Closed]);
/** v1 carried no mode: every one was covert. v2 carried no place. */
const lifted = codec(union, {
  Opened: [(v1) => ({ ...v1, mode: 'covert' }), (v2) => ({ ...v2, place: null })],
});

describe('a codec', () => {
  it('knows the types of its union', () => expect(lifted.types).toEqual(['Opened', 'Closed']));

  it('reads today’s shape', () =>
    expect(lifted.decode({ type: 'Opened', schema: 3, data: { id: 'a', mode: 'open', place: 'hall' } })).toEqual({
      type: 'Opened',
      id: 'a',
      mode: 'open',
      place: 'hall',
    }));

  it('counts a version for each upcaster', () => {
    expect(lifted.schema('Opened')).toBe(3);
    expect(lifted.schema('Closed')).toBe(1);
  });

  it('lifts an old version through every later one', () =>
    expect(lifted.decode({ type: 'Opened', schema: 1, data: { id: 'a' } })).toEqual({
      type: 'Opened',
      id: 'a',
      mode: 'covert',
      place: null,
    }));

  it('leaves out the lifts that a version has behind it', () =>
    expect(lifted.decode({ type: 'Opened', schema: 2, data: { id: 'a', mode: 'open' } })).toMatchObject({
      mode: 'open',
    }));

  it('never touches the stored data', () => {
    const data = Object.freeze({ id: 'a' });
    lifted.decode({ type: 'Opened', schema: 1, data });
    expect(data).toEqual({ id: 'a' });
  });

  it('takes the type from its column, never from the data', () =>
    expect(lifted.decode({ type: 'Closed', schema: 1, data: { id: 'a', type: 'Opened' } })).toEqual({
      type: 'Closed',
      id: 'a',
    }));

  it('throws on a type that it does not know', () =>
    expect(() => lifted.decode({ type: 'Forgotten', schema: 1, data: {} })).toThrow('Forgotten'));

  it.each([
    ['a field missing', { mode: 'open', place: null }],
    ['a field too many', { id: 'a', mode: 'open', place: null, note: 'x' }],
    ['a value outside its range', { id: 'a', mode: 'secret', place: null }],
    ['no data at all', null],
    ['a list', []],
    ['a text', 'Opened'],
  ])('throws on %s', (_, data) => expect(() => lifted.decode({ type: 'Opened', schema: 3, data })).toThrow(z.ZodError));

  it('throws when an upcaster does not reach today’s shape', () => {
    const short = codec(union, { Opened: [(v1) => v1] });
    expect(() => short.decode({ type: 'Opened', schema: 1, data: { id: 'a' } })).toThrow(z.ZodError);
  });

  it('refuses upcasters of a type that it does not hold', () =>
    expect(() => codec(union, { Forgotten: [] })).toThrow('Forgotten'));
});
