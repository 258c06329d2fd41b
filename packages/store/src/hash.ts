import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import type { Envelope, NewEvent } from './event-log.ts';

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** JSON with its keys in order: the same content gives the same text. */
export const canonicalJson = (value: object): string => stringify(value);

/**
 * What an event's hash covers: its place in the stream, its content as the text that is stored, who and when, and the
 * predecessor's hash, so that an event changed, moved or taken out shows in every later one of its stream.
 */
export const eventHash = (
  place: { stream: string; version: number; previousHash: string | null },
  event: Omit<NewEvent, 'data'> & { dataText: string },
  { actor, correlation, recordedAt, demonstration }: Envelope,
): string =>
  sha256(
    JSON.stringify([
      place.stream,
      place.version,
      place.previousHash,
      event.type,
      event.schema,
      event.dataText,
      actor,
      correlation,
      recordedAt,
      demonstration,
    ]),
  );
