/** Everything an append needs to know beside its events. */
export interface Envelope {
  /** the opaque id of who did it */
  actor: string;
  /** one id for everything that one request led to */
  correlation: string;
  /** ISO 8601 in UTC, milliseconds */
  recordedAt: string;
  /** written by the demonstration's seeder */
  demonstration: boolean;
}

/** An event to be written: its type, the version of its shape, and its data without the type. */
export interface NewEvent {
  type: string;
  schema: number;
  data: object;
}

export interface RecordedEvent extends Envelope {
  /** place in the whole log, from 1, without gaps */
  position: number;
  stream: string;
  /** place in its stream, from 1 */
  version: number;
  type: string;
  schema: number;
  data: unknown;
  /** SHA-256, hex, over this event's content and its predecessor's hash */
  hash: string;
}

/** A command's key: repeated by the same account with the same request, it gets the first answer again. */
export interface CommandKey {
  account: string;
  key: string;
  /** SHA-256 of the request, hex */
  requestHash: string;
}

export interface Append {
  stream: string;
  /** what the decision was made on: the stream's last version and hash; version 0 and null for a new stream */
  expected: { version: number; hash: string | null };
  events: NewEvent[];
  envelope: Envelope;
  key?: CommandKey | undefined;
  /** a name that no other append of the whole log has taken or will take */
  name?: string | undefined;
}

/** Where an append ended: the position and the version of its last event. */
export interface Place {
  position: number;
  version: number;
}

/** `conflict`: the stream has moved on. `repeated`: its key is known, or its name is taken. */
export type AppendResult = { outcome: 'written'; place: Place } | { outcome: 'conflict' } | { outcome: 'repeated' };

/**
 * The append-only log. Appends are all or nothing, optimistic per stream, and acknowledged only when durable.
 * Positions are contiguous and become visible in order, so a reader that holds the last position misses nothing.
 */
export interface EventLog {
  append(append: Append): Promise<AppendResult>;
  /** The events of one stream after `afterVersion`, in their order. */
  readStream(stream: string, afterVersion?: number): Promise<RecordedEvent[]>;
  /** The events of several streams by position; with `recordedBefore` only those recorded earlier than that instant. */
  readStreams(streams: readonly string[], recordedBefore?: string): Promise<RecordedEvent[]>;
  /** The events of every stream whose name begins so, by position. */
  readStreamsNamed(prefix: string): Promise<RecordedEvent[]>;
  /** At most `limit` events after a position. */
  readAfter(position: number, limit: number): Promise<RecordedEvent[]>;
  /** The events of some types that name a unit, from one position to another, both included. */
  readAbout(unitId: string, types: readonly string[], from: number, to: number): Promise<RecordedEvent[]>;
  /** The whole log after a position in batches, as fast as it can be had: for rebuilds. */
  readAll(afterPosition?: number): AsyncIterable<RecordedEvent[]>;
  /** The last position; 0 for an empty log. */
  head(): Promise<number>;
  /** The answer kept under a key; undefined where the account never used it. */
  recall(account: string, key: string): Promise<{ requestHash: string; place: Place } | undefined>;
  /** Keeps an answer for a command that led to no event. */
  remember(key: CommandKey, place: Place, recordedAt: string): Promise<void>;
}
