import type { DomainEvent, EventOf } from '@mofan/domain/events';
import type { Envelope } from '@mofan/store/event-log';
import type { Topic } from '@mofan/store/change';

type Value = string | number | boolean | null | readonly string[] | readonly object[] | object;

/** A read model's row by its columns in camel case; `position` is that of the last event it has seen. */
export type Row = Record<string, Value>;

/** What a handler may know beside the event itself. */
export type Recorded = Pick<Envelope, 'actor' | 'recordedAt'>;

type Handlers<R extends Row, Event extends DomainEvent> = {
  [Type in Event['type']]: (row: R, event: EventOf<Type>, recorded: Recorded) => R;
};

export interface Projection {
  /** the table, and the name in the checkpoint */
  name: string;
  /** raised when the rows' meaning changes: the table is then rebuilt beside the old one and swapped */
  version: number;
  /** the column that is the key, in camel case */
  keyColumn: string;
  topic: Topic;
  types: ReadonlySet<string>;
  key(event: DomainEvent): string;
  /** Answers with the row after the event. Throws when the event makes no sense on it. */
  apply(row: Row | undefined, event: DomainEvent, recorded: Recorded): Row;
  /** whose data the row is, for those who listen */
  unitOf(row: Row): string | null;
}

interface Definition<R extends Row, Event extends DomainEvent> {
  name: string;
  version: number;
  keyColumn: keyof R & string;
  topic: Topic;
  key(event: Event): string;
  unitOf?(row: R): string | null;
  /** Every event of the aggregate. The first of a stream is handed an undefined row. */
  on: Handlers<R, Event>;
}

/** Declares a read model of one row per stream: `projection<EvidenceRow>()<EvidenceEvent>({ … })`. */
export const projection =
  <R extends Row>() =>
  <Event extends DomainEvent>({ on, key, unitOf, ...definition }: Definition<R, Event>): Projection => {
    const handlers = on as unknown as Record<string, (row: Row | undefined, event: DomainEvent, at: Recorded) => Row>;
    return {
      ...definition,
      types: new Set(Object.keys(on)),
      key: key as unknown as (event: DomainEvent) => string,
      apply: (row, event, recorded) => handlers[event.type]!(row, event, recorded),
      unitOf: unitOf ? (unitOf as unknown as (row: Row) => string | null) : () => null,
    };
  };
