import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Prisma } from './database.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

/** What both sides can be asked for: `type null` or `type not null` by column, the key, the named indexes. */
interface Table {
  columns: Record<string, string>;
  key: string[];
  indexes: string[];
}
type Tables = Record<string, Table>;

interface Model {
  name: string;
  fields: string[];
  table: string;
  shape: Table;
}

const SCALARS: Record<string, string> = {
  String: 'text',
  Int: 'int4',
  BigInt: 'int8',
  Boolean: 'bool',
  DateTime: 'timestamp(3)',
  Json: 'jsonb',
  Bytes: 'bytea',
};
const NATIVE: Record<string, string> = {
  '@db.Uuid': 'uuid',
  '@db.Date': 'date',
  '@db.Json': 'json',
  '@db.SmallInt': 'int2',
  '@db.Timestamptz(3)': 'timestamptz(3)',
};

/** The models as the Prisma schema writes them. Whatever it writes that is not known here is an error, never passed over. */
const modelsOf = (schema: string): Model[] =>
  [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name, body]) => {
    const lines = body!.split('\n').map((line) => line.replace(/\/\/.*/, '').trim());
    const columnOf = new Map<string, string>();
    const shape: Table = { columns: {}, key: [], indexes: [] };
    for (const line of lines) {
      const [, field, kind, mark = '', rest = ''] = /^(\w+)\s+(\w+)(\?|\[\])?(.*)$/.exec(line) ?? [];
      const scalar = SCALARS[kind ?? ''];
      if (!field || !scalar) continue; // a relation has no column of its own
      const native = /@db\.\w+(\(\d+\))?/.exec(rest)?.[0];
      if (native && !NATIVE[native]) throw new Error(`${name}.${field}: ${native} is not known to this test`);
      const column = /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field;
      columnOf.set(field, column);
      shape.columns[column] =
        `${native ? NATIVE[native] : scalar}${mark === '[]' ? '[]' : ''} ${mark === '?' ? 'null' : 'not null'}`;
      if (/@id\b/.test(rest)) shape.key = [column];
    }
    const id = lines.find((line) => line.startsWith('@@id'));
    if (id)
      shape.key = /\[(.*?)\]/
        .exec(id)![1]!
        .split(', ')
        .map((field) => columnOf.get(field)!);
    shape.indexes = lines.flatMap((line) => /^@@(?:index|unique)\(.*map: "(\w+)"/.exec(line)?.[1] ?? []).toSorted();
    const table = lines.map((line) => /^@@map\("(\w+)"\)/.exec(line)?.[1]).find(Boolean) ?? name!;
    return { name: name!, fields: [...columnOf.keys()], table, shape };
  });

const TYPE = `case when t.typname like '\\_%' then substr(t.typname, 2) || '[]' else t.typname end
  || case when c.datetime_precision is not null and c.data_type like 'timestamp%' then '(' || c.datetime_precision || ')' else '' end`;

/** The tables as the live catalogue describes them. */
const catalogue = async (db: Client): Promise<Tables> => {
  const columns = await db.query<{ table: string; column: string; shape: string }>(
    `select c.table_name as table, c.column_name as column,
            ${TYPE} || case c.is_nullable when 'YES' then ' null' else ' not null' end as shape
     from information_schema.columns c join pg_type t on t.typname = c.udt_name
     join pg_namespace n on n.oid = t.typnamespace and n.nspname = c.udt_schema
     where c.table_schema = 'public' order by c.table_name, c.ordinal_position`,
  );
  const keys = await db.query<{ table: string; column: string }>(
    `select k.table_name as table, k.column_name as column
     from information_schema.key_column_usage k join information_schema.table_constraints c using (constraint_name, table_schema)
     where c.constraint_type = 'PRIMARY KEY' and k.table_schema = 'public' order by k.table_name, k.ordinal_position`,
  );
  const indexes = await db.query<{ table: string; name: string }>(
    `select i.tablename as table, i.indexname as name from pg_indexes i
     where i.schemaname = 'public' and i.indexname !~ '_(pkey|key)$' order by 1, 2`,
  );
  const tables: Tables = {};
  for (const { table, column, shape } of columns.rows) {
    (tables[table] ??= { columns: {}, key: [], indexes: [] }).columns[column] = shape;
  }
  for (const { table, column } of keys.rows) tables[table]!.key.push(column);
  for (const { table, name } of indexes.rows) tables[table]!.indexes.push(name);
  return tables;
};

let database: TestDatabase;
let db: Client;
let models: Model[];
beforeAll(async () => {
  database = await createTestDatabase();
  db = new Client({ connectionString: database.url });
  await db.connect();
  models = modelsOf(await readFile(path.resolve(import.meta.dirname, '../prisma/schema.prisma'), 'utf8'));
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

/** What differs, by table. */
const drift = async (): Promise<string[]> => {
  const live = await catalogue(db);
  return models.filter(({ table, shape }) => !isSame(live[table], shape)).map(({ table }) => table);
};
const isSame = (a: Table | undefined, b: Table) => {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
};

describe('the Prisma schema and the migrations', () => {
  it('describe the same tables', async () => {
    const live = await catalogue(db);
    expect(models.length).toBeGreaterThan(5);
    for (const { table, shape } of models) expect(live[table], table).toEqual(shape);
  });

  it('and the generated client knows the same fields', () => {
    const enums = Prisma as unknown as Record<string, Record<string, string> | undefined>;
    for (const { name, fields } of models) {
      expect(Object.keys(enums[`${name}ScalarFieldEnum`] ?? {}), `${name}: run prisma generate`).toEqual(fields);
    }
    expect(Object.keys(Prisma.ModelName).toSorted()).toEqual(models.map(({ name }) => name).toSorted());
  });

  describe('a planted difference shows', () => {
    beforeEach(() => db.query('begin'));
    afterEach(() => db.query('rollback'));

    it('none before it is planted', async () => expect(await drift()).toEqual([]));
    it.each([
      ['another type', 'alter table evidence alter column session type bigint'],
      ['another precision', 'alter table evidence alter column changed_at type timestamptz(6)'],
      ['without its time zone', 'alter table evidence alter column changed_at type timestamp(3)'],
      ['jsonb for json', 'alter table evidence alter column attachments type jsonb'],
      ['a text for a list', 'alter table evidence alter column criteria type text'],
      ['a column that may be empty', 'alter table evidence alter column title drop not null'],
      ['a column that may not be empty', 'alter table evidence alter column reason set not null'],
      ['a new column', 'alter table evidence add column colour text'],
      ['a lost column', 'alter table evidence drop column title'],
      ['a renamed column', 'alter table evidence rename column title to heading'],
      ['a lost key', 'alter table evidence drop constraint evidence_pkey'],
      ['a lost index', 'drop index evidence_by_status'],
      ['a lost table', 'drop table evidence'],
    ])('%s', async (_, sql) => {
      await db.query(sql);
      expect(await drift()).toEqual(['evidence']);
    });
  });
});
