import { expect } from 'vitest';
import { fold, type Decider, type Facts } from './decider.ts';

const defaults: Facts = { now: '2026-03-01T01:00:00.000Z', today: '2026-03-01', actor: 'actor-1' };

/** Given events, when a command, then events: `const given = scenario(incident); given(recorded).when(confirm).then(…)`. */
export const scenario = <State, Command extends { type: string }, Event extends { type: string }, Known extends Facts>(
  decider: Decider<State, Command, Event, Known>,
  known: Partial<Facts> & Omit<Known, keyof Facts>,
) => {
  const facts = { ...defaults, ...known } as unknown as Known;
  return (...history: Event[]) => ({
    when: (command: Command, changed: Partial<Known> = {}) => {
      const decide = () => decider.decide(fold(decider, history), command, { ...facts, ...changed });
      return {
        then: (...expected: Event[]) => expect(decide()).toEqual(expected),
        thenRejected: (code: string) => expect(decide).toThrow(expect.objectContaining({ code })),
      };
    },
  });
};
