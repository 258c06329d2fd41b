import { describe, expect, it } from 'vitest';
import type { Decider, Facts } from './decider.ts';
import { DomainError } from './error.ts';
import { fold } from './decider.ts';
import { scenario } from './scenario.ts';

/** A door: it opens once, by day. */
const door: Decider<boolean, { type: 'Open' }, { type: 'Opened'; by: string }, Facts & { locked: boolean }> = {
  stream: () => 'door',
  initial: false,
  decide: (open, _, { locked, actor }) => {
    if (locked) throw new DomainError('door.locked');
    return open ? [] : [{ type: 'Opened', by: actor }];
  },
  evolve: () => true,
};
const given = scenario(door, { actor: 'warden', locked: false });
const opened = { type: 'Opened', by: 'warden' } as const;

describe('fold', () => {
  it('begins with the initial state', () => expect(fold(door, [])).toBe(false));
  it('follows the history', () => expect(fold(door, [opened])).toBe(true));
});

describe('a scenario', () => {
  it('compares the events that follow', () => given().when({ type: 'Open' }).then(opened));
  it('tells that nothing follows', () => given(opened).when({ type: 'Open' }).then());
  it('compares the code of a refusal', () =>
    given().when({ type: 'Open' }, { locked: true }).thenRejected('door.locked'));
});

describe('a scenario goes red', () => {
  it('when another event follows', () =>
    expect(() => given().when({ type: 'Open' }).then({ type: 'Opened', by: 'thief' })).toThrow());
  it('when nothing follows', () => expect(() => given(opened).when({ type: 'Open' }).then(opened)).toThrow());
  it('when something follows', () => expect(() => given().when({ type: 'Open' }).then()).toThrow());
  it('when nothing is refused', () =>
    expect(() => given().when({ type: 'Open' }).thenRejected('door.locked')).toThrow());
  it('when it is refused with another code', () =>
    expect(() => given().when({ type: 'Open' }, { locked: true }).thenRejected('door.stuck')).toThrow());
});
