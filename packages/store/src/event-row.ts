import { eventHash } from './hash.ts';
import type { Append, RecordedEvent } from './event-log.ts';

/** An event ready to be stored: numbered in its stream, its data as text, chained to its predecessor. */
export interface EventRow {
  stream: string;
  version: number;
  type: string;
  schema: number;
  dataText: string;
  actor: string;
  correlation: string;
  recordedAt: string;
  demonstration: boolean;
  previousHash: string | null;
  hash: string;
}

/** The rows that an append asks to be written, chained to what the decision was made on. */
export const rowsOf = ({ stream, expected, events, envelope }: Append): EventRow[] => {
  let { version, hash: previousHash } = expected;
  return events.map(({ type, schema, data }) => {
    version += 1;
    const dataText = JSON.stringify(data);
    const hash = eventHash({ stream, version, previousHash }, { type, schema, dataText }, envelope);
    const row = { stream, version, type, schema, dataText, ...envelope, previousHash, hash };
    previousHash = hash;
    return row;
  });
};

/** A stored row as a reader sees it. */
export const recorded = (row: EventRow, position: number): RecordedEvent => ({
  position,
  stream: row.stream,
  version: row.version,
  type: row.type,
  schema: row.schema,
  data: JSON.parse(row.dataText),
  actor: row.actor,
  correlation: row.correlation,
  recordedAt: row.recordedAt,
  demonstration: row.demonstration,
  hash: row.hash,
});

/** An append without events would be neither written nor refused. */
export const mustHaveEvents = ({ stream, events }: Append): void => {
  if (events.length === 0) throw new Error(`an append to ${stream} without events`);
};
