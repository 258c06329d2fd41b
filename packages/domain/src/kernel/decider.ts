import type { DomainError } from './error.ts';

/** What a decision may know beside its own stream. Clock and identity are given, never read. */
export interface Facts {
  /** the instant of the decision, ISO 8601 in UTC */
  now: string;
  /** the business date of `now` in Asia/Shanghai */
  today: string;
  /** the opaque id of who decides */
  actor: string;
}

interface Typed {
  type: string;
}

/** A name that is given once in the whole log, and how whoever comes second is refused. */
export interface UniqueName {
  name: string;
  refusal: DomainError;
}

/**
 * One aggregate as three plain functions. `decide` answers with the events a command leads to, throws a
 * `DomainError` when a rule is broken, and answers `[]` to what is late or repeated and harmless.
 */
export interface Decider<State, Command extends Typed, Event extends Typed, Known extends Facts = Facts> {
  stream(command: Command): string;
  initial: State;
  decide(state: State, command: Command, facts: Known): Event[];
  evolve(state: State, event: Event): State;
  /** The name that these events take, if they take one: lists of names lag behind the log, the log itself does not. */
  takes?(events: readonly Event[]): UniqueName | undefined;
}

/** The state that a history leads to. */
export const fold = <State, Event>(
  decider: { initial: State; evolve(state: State, event: Event): State },
  events: Iterable<Event>,
): State => {
  let state = decider.initial;
  for (const event of events) state = decider.evolve(state, event);
  return state;
};
