import type { ClientBase } from 'pg';
import type { Projection, Row } from './projection.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const renamed = (row: object, rename: (name: string) => string) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [rename(name), value]));

interface Column {
  /** in the row, camel case */
  property: string;
  column: string;
  isArray: boolean;
}

/** A read model's table as its catalogue describes it; rows go in and out as a whole. */
export interface ReadTable {
  columns: readonly Column[];
  load(client: ClientBase, keys: readonly string[]): Promise<Map<string, Row>>;
  store(client: ClientBase, rows: readonly Row[]): Promise<void>;
}

/** `schema` is `public`, or the one in which a table is being rebuilt. */
export const readTable = async (
  client: ClientBase,
  { name, keyColumn }: Projection,
  schema: string,
): Promise<ReadTable> => {
  const { rows } = await client.query<{ column_name: string; data_type: string }>(
    `select column_name, data_type from information_schema.columns
     where table_schema = $1 and table_name = $2 order by ordinal_position`,
    [schema, name],
  );
  if (rows.length === 0) throw new Error(`there is no table ${schema}.${name}`);
  const columns = rows.map(({ column_name, data_type }) => ({
    property: camel(column_name),
    column: column_name,
    isArray: data_type === 'ARRAY',
  }));
  const table = `"${schema}"."${name}"`;
  const key = snake(keyColumn);
  const assignments = columns.map(({ column }) => `"${column}" = excluded."${column}"`).join(', ');

  return {
    columns,
    load: async (connection, keys) => {
      const found = await connection.query<{ row: object }>(
        `select row_to_json(t) as row from ${table} t where "${key}"::text = any($1::text[])`,
        [keys],
      );
      return new Map(
        found.rows.map(({ row }) => {
          const loaded = renamed(row, camel) as Row;
          return [String(loaded[keyColumn]), loaded];
        }),
      );
    },
    store: async (connection, changed) => {
      await connection.query(
        `insert into ${table} select * from json_populate_recordset(null::${table}, $1)
         on conflict ("${key}") do update set ${assignments}`,
        [JSON.stringify(changed.map((row) => renamed(row, snake)))],
      );
    },
  };
};
