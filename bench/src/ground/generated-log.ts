import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { say } from '../bench.ts';
import { yearOfEvents } from './generated-year.ts';
import { Chance } from './random.ts';

const LINES_PER_CHUNK = 500;
const COLUMNS =
  'position, stream, version, type, schema, data, actor, correlation, recorded_at, demonstration, previous_hash, hash';

/**
 * Fills an empty log with `size` events as a large centre's year would leave them, by COPY. Their hashes are only bytes
 * of the right length: who reads the log for a rebuild does not verify it.
 */
export const generateLog = async (pool: Pool, size: number): Promise<void> => {
  say(`generating ${size} events`);
  const client = await pool.connect();
  try {
    const copy = client.query(copyFrom(`copy event (${COLUMNS}) from stdin`));
    await pipeline(Readable.from(lines(size)), copy);
    if (!copy.writableFinished) await once(copy, 'finish');
    await client.query('update log_head set position = $1', [size]);
    // Readers should find hint bits set and the visibility map made, as on a log that has been there for a while.
    await client.query('vacuum (analyze, freeze) event');
    await client.query('checkpoint');
  } finally {
    client.release();
  }
};

function* lines(size: number): Generator<string> {
  const chance = new Chance(size);
  const hashes = new Map<string, string>();
  const actors = Array.from({ length: 40 }, () => chance.uuid());
  const begin = Date.parse('2026-01-04T01:00:00Z');
  const step = Math.max(1, Math.floor((300 * 86_400_000) / size));
  let chunk: string[] = [];
  let position = 0;
  for (const { stream, version, event } of yearOfEvents(chance, size)) {
    position += 1;
    const { type, ...data } = event;
    const hash = `\\\\x${chance.hex(64)}`;
    const fields = [
      position,
      stream,
      version,
      type,
      1,
      JSON.stringify(data).replaceAll('\\', '\\\\'),
      chance.pick(actors),
      chance.uuid(),
      new Date(begin + position * step).toISOString(),
      'f',
      version === 1 ? '\\N' : hashes.get(stream),
      hash,
    ];
    hashes.set(stream, hash);
    chunk.push(`${fields.join('\t')}\n`);
    if (chunk.length === LINES_PER_CHUNK) {
      yield chunk.join('');
      chunk = [];
    }
  }
  yield chunk.join('');
}
