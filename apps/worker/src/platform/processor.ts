import type { DomainEvent, EventOf } from '@mofan/domain/events';
import type { Change } from '@mofan/store/change';
import type { EventLog, RecordedEvent } from '@mofan/store/event-log';
import type { ClientBase } from 'pg';

/** A piece of work that waits: the events from `first` to `last` gave cause for it. */
export interface Duty {
  key: string;
  firstPosition: number;
  lastPosition: number;
}

export interface Tools {
  /** the transaction that the effect, its receipts and the end of the duty commit in */
  client: ClientBase;
  log: EventLog;
}

type Keys = readonly string[] | Promise<readonly string[]>;

/**
 * Work that follows from events. `on` names the keys that an event concerns; what falls to one key is done once, for
 * all events since. `run` has its effect in the given transaction alone, and answers with what others may see changed.
 */
export interface Processor {
  name: string;
  types: ReadonlySet<string>;
  keysOf(event: DomainEvent, recorded: RecordedEvent, client: ClientBase): Keys;
  run(duty: Duty, tools: Tools): Promise<Change[]>;
}

type Causes<Type extends DomainEvent['type']> = {
  [Cause in Type]: (event: EventOf<Cause>, recorded: RecordedEvent, client: ClientBase) => Keys;
};

interface Definition<Type extends DomainEvent['type']> {
  name: string;
  on: Causes<Type>;
  run: Processor['run'];
}

/** Declares a processor over the event types that `on` names. */
export const processor = <Type extends DomainEvent['type']>({ name, on, run }: Definition<Type>): Processor => {
  const causes = on as unknown as Record<string, Processor['keysOf']>;
  return {
    name,
    types: new Set(Object.keys(on)),
    keysOf: (event, recorded, client) => causes[event.type]!(event, recorded, client),
    run,
  };
};
