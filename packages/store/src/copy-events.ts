import { transcode } from 'node:buffer';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { RecordedEvent } from './event-log.ts';

const COLUMNS = `position, stream, version, type, schema, recorded_at, actor, correlation, demonstration,
  encode(hash, 'hex'), data`;
/** All but `data`, which ends with its line. */
const FIELDS = 10;

/**
 * The log after a position by `COPY … TO STDOUT`, a batch per chunk of the wire: 1.4 × of what the best SELECT gives.
 * A chunk may end in the middle of a line or of a UTF-8 sequence; the rest is kept as bytes until its line is whole.
 */
export async function* copyEvents(pool: Pool, afterPosition: number): AsyncGenerator<RecordedEvent[]> {
  const client = await pool.connect();
  await client.query(`set timezone = 'UTC'`);
  const source = client.query(
    copyTo(
      `copy (select ${COLUMNS} from event where position > ${Math.trunc(afterPosition)} order by position) to stdout`,
    ),
  );
  let finished = false;
  try {
    const actors = new Interned();
    let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
    for await (const chunk of source as AsyncIterable<Buffer>) {
      const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const end = bytes.lastIndexOf(10);
      rest = end < 0 ? bytes : bytes.subarray(end + 1);
      if (end >= 0) yield parseLines(bytes.subarray(0, end + 1), actors);
    }
    finished = true;
  } finally {
    client.release(!finished);
  }
}

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const unescape = (text: string) => text.replace(/\\(.)/gs, (_, escaped: string) => ESCAPES[escaped] ?? escaped);
const asItIs = (text: string) => text;

/** What makes three decimals and a Z of the decimals that PostgreSQL wrote, by the length of the whole. */
const INSTANT_END: Record<number, string> = { 22: '.000Z', 24: '00Z', 25: '0Z', 26: 'Z' };

/** `2026-01-04 01:00:00.12+00`, as PostgreSQL writes it in UTC, in ISO 8601. */
const instant = (text: string): string => `${text.slice(0, 10)}T${text.slice(11, -3)}${INSTANT_END[text.length]}`;

/** One string for each value: a piece cut out of a chunk's text would keep the whole text in memory. */
class Interned {
  private readonly known = new Map<string, string>();

  get(cut: string): string {
    const known = this.known.get(cut);
    if (known !== undefined) return known;
    const own = Buffer.from(cut).toString();
    this.known.set(own, own);
    return own;
  }
}

/**
 * Whole lines of COPY's text format; only `stream`, `type` and `data` can carry a character that COPY escapes. Decoding
 * goes by UTF-16, since V8's own decoder of UTF-8 takes three times as long, and no arrays are cut in between.
 */
const parseLines = (bytes: Buffer, actors: Interned): RecordedEvent[] => {
  const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  const plain = text.includes('\\') ? unescape : asItIs;
  const events: RecordedEvent[] = [];
  const tabs: number[] = [];
  let begin = 0;
  const field = (n: number) => text.slice(n === 0 ? begin : tabs[n - 1]! + 1, tabs[n]);
  while (begin < text.length) {
    for (let n = 0, at = begin; n < FIELDS; n += 1) at = 1 + (tabs[n] = text.indexOf('\t', at));
    const dataBegin = tabs[FIELDS - 1]! + 1;
    const end = text.indexOf('\n', dataBegin);
    events.push({
      position: Number(field(0)),
      stream: plain(field(1)),
      version: Number(field(2)),
      type: plain(field(3)),
      schema: Number(field(4)),
      recordedAt: instant(field(5)),
      actor: actors.get(field(6)),
      correlation: field(7),
      demonstration: field(8) === 't',
      hash: field(9),
      data: JSON.parse(plain(text.slice(dataBegin, end))),
    });
    begin = end + 1;
  }
  return events;
};
