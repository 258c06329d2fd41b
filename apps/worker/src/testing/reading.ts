import type { Database } from '@mofan/store/database';
import type { Knock } from '../platform/duties.ts';
import type { Processor } from '../platform/processor.ts';
import type { Projection } from '../platform/projection.ts';
import { setCheckpoint } from '../platform/checkpoint.ts';
import { DUTIES, Subscription } from '../platform/subscription.ts';
import { worker } from '../platform/work.ts';
import { processors as allProcessors, projections as allProjections } from '../read-models.ts';

interface Parts {
  projections?: readonly Projection[];
  processors?: readonly Processor[];
}

/** A reader of the log as the leading worker has one, from the log's beginning; its knocks are kept in `knocks`. */
export const readerOf = async (
  database: Database,
  { projections = allProjections, processors = allProcessors }: Parts = {},
) => {
  const known = await checkpointsOf(database);
  for (const one of [...projections, DUTIES]) {
    if (known[one.name] === undefined) await setCheckpoint(database.pool, one, 0);
  }
  const knocks: Knock[] = [];
  const subscription = new Subscription({
    database,
    projections,
    processors,
    knock: async (more) => void knocks.push(...more),
  });
  return { subscription, knocks, catchUp: () => subscription.catchUp() };
};

/** Reads the log to its end and does all that is due, one after the other. */
export const settle = async (database: Database, parts: Parts = {}): Promise<void> => {
  const { catchUp, knocks } = await readerOf(database, parts);
  await catchUp();
  const answer = worker(database, parts.processors ?? allProcessors);
  for (const knock of knocks) await answer(knock);
};

/** A table's rows in the order of its first columns, as JSON. */
export const rowsOf = async <Row = Record<string, unknown>>({ pool }: Database, table: string): Promise<Row[]> => {
  const { rows } = await pool.query<{ row: Row }>(`select row_to_json(t) as row from ${table} t order by t::text`);
  return rows.map(({ row }) => row);
};

/** Every read model's rows. */
export const readModels = async (database: Database): Promise<Record<string, unknown[]>> => {
  const found: Record<string, unknown[]> = {};
  for (const { name } of allProjections) found[name] = await rowsOf(database, name);
  return found;
};

export const checkpointsOf = async ({ pool }: Database): Promise<Record<string, number>> => {
  const { rows } = await pool.query<{ projection: string; position: string }>(
    'select projection, position from checkpoint order by projection',
  );
  return Object.fromEntries(rows.map(({ projection, position }) => [projection, Number(position)]));
};
