import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine } from './copy-line.ts';
import type { Projection, Row } from './projection.ts';
import { readTable } from './read-table.ts';

/** The schema in which read models are built anew, beside the ones in use. */
export const BESIDE = 'rebuild';
const ROWS_PER_CHUNK = 2000;

/** An empty table like the one in use, without its indexes. */
export const makeTable = async (client: PoolClient, name: string): Promise<void> => {
  await client.query(`create schema if not exists ${BESIDE}`);
  await client.query(`drop table if exists ${BESIDE}."${name}"`);
  await client.query(`create table ${BESIDE}."${name}" (like public."${name}" including all excluding indexes)`);
};

export const copyRows = async (client: PoolClient, projection: Projection, rows: Map<string, Row>): Promise<void> => {
  const { columns } = await readTable(client, projection, BESIDE);
  const names = columns.map(({ column }) => `"${column}"`).join(', ');
  await pipeline(
    Readable.from(chunks(rows, (row) => copyLine(columns, row))),
    client.query(copyFrom(`copy ${BESIDE}."${projection.name}" (${names}) from stdin`)),
  );
};

/** Indexes are made from the whole at once, as the old table has them and under the same names. */
export const makeIndexes = async (client: PoolClient, name: string): Promise<void> => {
  const { rows } = await client.query<{ index: string; definition: string; constraint: string | null }>(
    `select c.relname as index, pg_get_indexdef(i.indexrelid) as definition, pg_get_constraintdef(k.oid) as constraint
     from pg_index i join pg_class c on c.oid = i.indexrelid
     left join pg_constraint k on k.conindid = i.indexrelid and k.conrelid = i.indrelid
     where i.indrelid = $1::regclass`,
    [`public."${name}"`],
  );
  for (const { index, definition, constraint } of rows) {
    await client.query(
      constraint
        ? `alter table ${BESIDE}."${name}" add constraint "${index}" ${constraint}`
        : definition.replace(' ON public.', ` ON ${BESIDE}.`),
    );
  }
};

function* chunks(rows: Map<string, Row>, line: (row: Row) => string): Generator<string> {
  const lines: string[] = [];
  for (const row of rows.values()) {
    lines.push(line(row));
    if (lines.length === ROWS_PER_CHUNK) yield lines.splice(0).join('');
  }
  if (lines.length > 0) yield lines.join('');
}
