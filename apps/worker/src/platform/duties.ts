import type { ClientBase, Pool } from 'pg';
import type { Duty, Processor } from './processor.ts';
import type { Incoming } from './projector.ts';

export interface Knock {
  processor: string;
  key: string;
}

/** A duty that failed this often is parked and shown, until somebody lets it try again. */
export const ATTEMPTS = 5;

/**
 * Notes what a batch gives cause for, in the batch's own transaction: one row per processor and key. Events that come
 * late are noted as of `reached`: what was done meanwhile was done without them.
 */
export const noteDuties = async (
  client: ClientBase,
  processors: readonly Processor[],
  events: readonly Incoming[],
  reached = 0,
) => {
  const duties = new Map<string, Knock & { first: number; last: number }>();
  for (const { event, recorded } of events) {
    for (const { name, types, keysOf } of processors) {
      if (!types.has(event.type)) continue;
      for (const key of await keysOf(event, recorded, client)) {
        const id = `${name} ${key}`;
        const first = duties.get(id)?.first ?? recorded.position;
        duties.set(id, { processor: name, key, first, last: Math.max(recorded.position, reached) });
      }
    }
  }
  if (duties.size === 0) return;
  const noted = [...duties.values()].toSorted((a, b) => (a.processor + a.key < b.processor + b.key ? -1 : 1));
  await client.query(
    `insert into due (processor, key, first_position, last_position)
     select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])
     on conflict (processor, key) do update set
       first_position = least(due.first_position, excluded.first_position),
       last_position = greatest(due.last_position, excluded.last_position)`,
    [
      noted.map(({ processor }) => processor),
      noted.map(({ key }) => key),
      noted.map(({ first }) => first),
      noted.map(({ last }) => last),
    ],
  );
};

/** The duties that nobody has knocked for yet; they count as knocked from now on. */
export const takeUnknocked = async (client: ClientBase | Pool): Promise<Knock[]> => {
  const { rows } = await client.query<Knock>(
    `update due set knocked_at = now() where knocked_at is null and parked_at is null returning processor, key`,
  );
  return rows;
};

/** The duties whose knock seems to have been lost with the queue; they are knocked for again. */
export const takeForgotten = async (pool: Pool, afterMs: number): Promise<Knock[]> => {
  const { rows } = await pool.query<Knock>(
    `update due set knocked_at = now()
     where parked_at is null and coalesce(knocked_at, since) < now() - $1 * interval '1 millisecond'
     returning processor, key`,
    [afterMs],
  );
  return rows;
};

export const readDuty = async (client: ClientBase, { processor, key }: Knock): Promise<Duty | undefined> => {
  const { rows } = await client.query<{ first_position: string; last_position: string }>(
    'select first_position, last_position from due where processor = $1 and key = $2 and parked_at is null',
    [processor, key],
  );
  const [row] = rows;
  return row && { key, firstPosition: Number(row.first_position), lastPosition: Number(row.last_position) };
};

/**
 * Ends a duty with its effect. When more came in meanwhile it stays for another pass, beginning after what is done, or
 * with what came late; answers whether it has ended.
 */
export const endDuty = async (
  client: ClientBase,
  processor: string,
  { key, firstPosition, lastPosition }: Duty,
): Promise<boolean> => {
  const done = [processor, key, firstPosition, lastPosition];
  const { rowCount } = await client.query(
    'delete from due where processor = $1 and key = $2 and first_position >= $3 and last_position = $4',
    done,
  );
  if (rowCount) return true;
  await client.query(
    `update due set attempts = 0, error = null,
       first_position = case when first_position < $3 then first_position else $4::bigint + 1 end
     where processor = $1 and key = $2`,
    done,
  );
  return false;
};

/** Keeps what went wrong; after the last attempt the duty is parked. */
export const recordFailure = (pool: Pool, { processor, key }: Knock, error: unknown) =>
  pool.query(
    `update due set attempts = attempts + 1, error = $3,
       parked_at = case when attempts + 1 >= $4 then now() end
     where processor = $1 and key = $2`,
    [processor, key, String(error).slice(0, 2000), ATTEMPTS],
  );

/** Lets every duty that was parked try again. */
export const retryParked = (client: ClientBase) =>
  client.query(
    'update due set parked_at = null, attempts = 0, error = null, knocked_at = null where parked_at is not null',
  );
