import type { QueryConfig } from 'pg';
import {
  type BinaryType,
  binaryArray,
  boolean,
  bytea,
  integer,
  json,
  smallint,
  text,
  timestamptz,
  uuid,
} from './binary-array.ts';
import { keysOf } from './append-keys.ts';
import type { Append } from './event-log.ts';
import { rowsOf, type EventRow } from './event-row.ts';

const EVENT_COLUMNS = `position, stream, version, type, schema, data, actor, correlation, recorded_at, demonstration,
  previous_hash, hash`;
const KEY_COLUMNS = 'account, key, request_hash, position, version, recorded_at';

/** What a statement need not look for costs nothing: the predecessor of a stream's first event, the key of nobody. */
interface Needs {
  /** some append goes on with a stream: its predecessor must be there */
  followed: boolean;
  /** some append came under a key or takes a name */
  keyed: boolean;
}

const nameOf = (statement: string, { followed, keyed }: Needs) =>
  `${statement}${followed ? '-followed' : ''}${keyed ? '-keyed' : ''}`;

/**
 * One event of one append, without arrays: what a lone writer sends. It moves the head, which puts the appends in
 * order, and inserts; it writes nothing when the predecessor is missing and fails when version or key is taken.
 */
const lone = ({ followed, keyed }: Needs) => `
  with moved as (
    update log_head set position = position + 1
    ${followed ? 'where exists (select from event where stream = $1::text and version = $2::int - 1)' : ''}
    returning position
  )${
    keyed
      ? `, keyed as (
    insert into command_key (${KEY_COLUMNS})
    select $12::uuid, $13::text, $14::bytea, position, $2::int, $8::timestamptz from moved
  )`
      : ''
  }
  insert into event (${EVENT_COLUMNS})
  select position, $1::text, $2::int, $3::text, $4::smallint, $5::json, $6::uuid, $7::uuid, $8::timestamptz,
         $9::boolean, $10::bytea, $11::bytea
  from moved
  returning position - 1 as before`;

/**
 * Many appends as one, all or nothing. The arrays stand in sub-selects and the look for predecessors is lateral, so
 * that a plan which PostgreSQL made while the log was small still uses the index when it is not.
 */
const together = ({ followed, keyed }: Needs) => `
  with moved as (
    update log_head set position = position + cardinality($1::text[])
    ${followed ? `where not exists (${missing(keyed ? 18 : 12)})` : ''}
    returning position - cardinality($1::text[]) as before
  )${
    keyed
      ? `, keyed as (
    insert into command_key (${KEY_COLUMNS})
    select k.account, k.key, k.request_hash, m.before + k.place, k.version, k.recorded_at
    from moved m, unnest((select $12::uuid[]), (select $13::text[]), (select $14::bytea[]), (select $15::int[]),
                         (select $16::int[]), (select $17::timestamptz[]))
      as k(account, key, request_hash, place, version, recorded_at)
  )`
      : ''
  }, written as (
    insert into event (${EVENT_COLUMNS})
    select m.before + e.place, e.stream, e.version, e.type, e.schema, e.data, e.actor, e.correlation, e.recorded_at,
           e.demonstration, e.previous_hash, e.hash
    from moved m, unnest((select $1::text[]), (select $2::int[]), (select $3::text[]), (select $4::smallint[]),
                         (select $5::json[]), (select $6::uuid[]), (select $7::uuid[]), (select $8::timestamptz[]),
                         (select $9::boolean[]), (select $10::bytea[]), (select $11::bytea[])) with ordinality
      as e(stream, version, type, schema, data, actor, correlation, recorded_at, demonstration, previous_hash, hash,
           place)
  )
  select before from moved`;

/** The predecessors that are not there, of two parameters from `first` on. */
const missing = (first: number) => `
  select from unnest((select $${first}::text[]), (select $${first + 1}::int[])) as p(stream, version)
  left join lateral (
    select true as there from event e where e.stream = p.stream and e.version = p.version limit 1
  ) found on true
  where found.there is null`;

/** Each append judged by itself, under the head's lock: see the migration `event_log`. */
const JUDGED = `select * from append_events(
  $1::int[], $2::text[], $3::int[], $4::text[], $5::smallint[], $6::json[], $7::uuid[], $8::uuid[], $9::timestamptz[],
  $10::boolean[], $11::bytea[], $12::bytea[], $13::int[], $14::uuid[], $15::text[], $16::bytea[])`;

const column = <Item, Value>(type: BinaryType<Value>, items: readonly Item[], of: (item: Item) => Value | null) =>
  binaryArray(type, items.map(of));

/** Events as parallel columns, in the order in which every statement above takes them. */
const columnsOf = (rows: readonly EventRow[]): Buffer[] => [
  column(text, rows, (row) => row.stream),
  column(integer, rows, (row) => row.version),
  column(text, rows, (row) => row.type),
  column(smallint, rows, (row) => row.schema),
  column(json, rows, (row) => row.dataText),
  column(uuid, rows, (row) => row.actor),
  column(uuid, rows, (row) => row.correlation),
  column(timestamptz, rows, (row) => row.recordedAt),
  column(boolean, rows, (row) => row.demonstration),
  column(bytea, rows, (row) => row.previousHash),
  column(bytea, rows, (row) => row.hash),
];

/**
 * The statement by which appends are written that meet nothing unexpected. It answers with the head `before` them; with
 * no row, or a unique violation, something stood in the way of one of them and nothing was written.
 */
export const hopeful = (appends: readonly Append[]): { query: QueryConfig; rows: EventRow[][] } => {
  const rows = appends.map(rowsOf);
  const [first] = rows;
  const alone = rows.length === 1 && first!.length === 1 && keysOf(appends[0]!).length <= 1;
  return { query: alone ? loneQuery(appends[0]!, first![0]!) : togetherQuery(appends, rows), rows };
};

const bytes = (hex: string) => Buffer.from(hex, 'hex');

const loneQuery = (append: Append, row: EventRow): QueryConfig => {
  const [key] = keysOf(append);
  const needs = { followed: append.expected.version > 0, keyed: key !== undefined };
  return {
    name: nameOf('append-lone', needs),
    text: lone(needs),
    values: [
      row.stream,
      row.version,
      row.type,
      row.schema,
      row.dataText,
      row.actor,
      row.correlation,
      row.recordedAt,
      row.demonstration,
      row.previousHash && bytes(row.previousHash),
      bytes(row.hash),
      ...(key ? [key.account, key.key, bytes(key.requestHash)] : []),
    ],
  };
};

const togetherQuery = (appends: readonly Append[], rows: readonly EventRow[][]): QueryConfig => {
  const followed = appends.filter(({ expected }) => expected.version > 0);
  let place = 0;
  const keyed = appends.flatMap((append, n) => {
    place += rows[n]!.length;
    const answer = { place, version: rows[n]!.at(-1)!.version, recordedAt: append.envelope.recordedAt };
    return keysOf(append).map((key) => ({ ...key, ...answer }));
  });
  const needs = { followed: followed.length > 0, keyed: keyed.length > 0 };
  const keys = () => [
    column(uuid, keyed, ({ account }) => account),
    column(text, keyed, ({ key }) => key),
    column(bytea, keyed, ({ requestHash }) => requestHash),
    column(integer, keyed, (each) => each.place),
    column(integer, keyed, ({ version }) => version),
    column(timestamptz, keyed, ({ recordedAt }) => recordedAt),
  ];
  const predecessors = () => [
    column(text, followed, ({ stream }) => stream),
    column(integer, followed, ({ expected }) => expected.version),
  ];
  return {
    name: nameOf('append-together', needs),
    text: together(needs),
    values: [...columnsOf(rows.flat()), ...(needs.keyed ? keys() : []), ...(needs.followed ? predecessors() : [])],
  };
};

/** The statement that gives each append a result of its own. */
export const judged = (appends: readonly Append[]): QueryConfig => {
  const rows = appends.map(rowsOf);
  const places = rows.flatMap((own, n) => own.map(() => n));
  const keyed = appends.flatMap((append, n) => keysOf(append).map((key) => ({ n, ...key })));
  return {
    name: 'append-judged',
    text: JUDGED,
    values: [
      column(integer, places, (n) => n),
      ...columnsOf(rows.flat()),
      column(integer, keyed, ({ n }) => n),
      column(uuid, keyed, ({ account }) => account),
      column(text, keyed, ({ key }) => key),
      column(bytea, keyed, ({ requestHash }) => requestHash),
    ],
  };
};
