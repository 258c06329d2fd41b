import type { QueryConfig } from 'pg';
import type { Append } from './event-log.ts';
import { rowsOf, type EventRow } from './event-row.ts';

const EVENT_COLUMNS = `position, stream, version, type, schema, data, actor, correlation, recorded_at, demonstration,
  previous_hash, hash`;
const KEY_COLUMNS = 'account, key, request_hash, position, version, recorded_at';

/**
 * One event of one append, without arrays: what a lone writer sends. It moves the head, which puts the appends in
 * order, and inserts; it writes nothing when the predecessor is missing and fails when version or key is taken.
 */
const LONE = `
  with moved as (
    update log_head set position = position + 1
    where $2::int = 1 or exists (select from event where stream = $1::text and version = $2::int - 1)
    returning position
  ), keyed as (
    insert into command_key (${KEY_COLUMNS})
    select $12::uuid, $13::text, $14::bytea, position, $2::int, $8::timestamptz from moved where $13::text is not null
  )
  insert into event (${EVENT_COLUMNS})
  select position, $1::text, $2::int, $3::text, $4::smallint, $5::json, $6::uuid, $7::uuid, $8::timestamptz,
         $9::boolean, $10::bytea, $11::bytea
  from moved
  returning position - 1 as before`;

/**
 * Many appends as one, all or nothing. The arrays stand in sub-selects and the look for predecessors is lateral, so
 * that a plan which PostgreSQL made while the log was small still uses the index when it is not.
 */
const TOGETHER = `
  with moved as (
    update log_head set position = position + cardinality($1::text[])
    where not exists (
      select from unnest((select $12::text[]), (select $13::int[])) as p(stream, version)
      left join lateral (
        select true as there from event e where e.stream = p.stream and e.version = p.version limit 1
      ) found on true
      where found.there is null
    )
    returning position - cardinality($1::text[]) as before
  ), keyed as (
    insert into command_key (${KEY_COLUMNS})
    select k.account, k.key, k.request_hash, m.before + k.place, k.version, k.recorded_at
    from moved m, unnest((select $14::uuid[]), (select $15::text[]), (select $16::bytea[]), (select $17::int[]),
                         (select $18::int[]), (select $19::timestamptz[]))
      as k(account, key, request_hash, place, version, recorded_at)
  ), written as (
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

/** Each append judged by itself, under the head's lock: see the migration `event_log`. */
const JUDGED = `select * from append_events(
  $1::int[], $2::text[], $3::int[], $4::text[], $5::smallint[], $6::json[], $7::uuid[], $8::uuid[], $9::timestamptz[],
  $10::boolean[], $11::bytea[], $12::bytea[], $13::int[], $14::uuid[], $15::text[], $16::bytea[])`;

const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** Events as parallel columns, in the order in which every statement above takes them. */
const columnsOf = (rows: readonly EventRow[]): unknown[] => [
  rows.map((row) => row.stream),
  rows.map((row) => row.version),
  rows.map((row) => row.type),
  rows.map((row) => row.schema),
  rows.map((row) => row.dataText),
  rows.map((row) => row.actor),
  rows.map((row) => row.correlation),
  rows.map((row) => row.recordedAt),
  rows.map((row) => row.demonstration),
  rows.map((row) => row.previousHash && `\\x${row.previousHash}`),
  rows.map((row) => `\\x${row.hash}`),
];

/**
 * The statement by which appends are written that meet nothing unexpected. It answers with the head `before` them; with
 * no row, or a unique violation, something stood in the way of one of them and nothing was written.
 */
export const hopeful = (appends: readonly Append[]): { query: QueryConfig; rows: EventRow[][] } => {
  const rows = appends.map(rowsOf);
  const [first] = rows;
  const alone = rows.length === 1 && first!.length === 1;
  return { query: alone ? loneQuery(appends[0]!, first![0]!) : togetherQuery(appends, rows), rows };
};

const loneQuery = ({ key }: Append, row: EventRow): QueryConfig => ({
  name: 'append-lone',
  text: LONE,
  values: [
    ...(columnsOf([row]) as unknown[][]).map(([value]) => value),
    key?.account ?? null,
    key?.key ?? null,
    key ? bytes(key.requestHash) : null,
  ],
});

const togetherQuery = (appends: readonly Append[], rows: readonly EventRow[][]): QueryConfig => {
  const followed = appends.filter(({ expected }) => expected.version > 0);
  let place = 0;
  const keyed = appends.flatMap(({ key, envelope }, n) => {
    place += rows[n]!.length;
    return key ? [{ ...key, place, version: rows[n]!.at(-1)!.version, recordedAt: envelope.recordedAt }] : [];
  });
  return {
    name: 'append-together',
    text: TOGETHER,
    values: [
      ...columnsOf(rows.flat()),
      followed.map(({ stream }) => stream),
      followed.map(({ expected }) => expected.version),
      keyed.map(({ account }) => account),
      keyed.map(({ key }) => key),
      keyed.map(({ requestHash }) => bytes(requestHash)),
      keyed.map((each) => each.place),
      keyed.map(({ version }) => version),
      keyed.map(({ recordedAt }) => recordedAt),
    ],
  };
};

/** The statement that gives each append a result of its own. */
export const judged = (appends: readonly Append[]): QueryConfig => {
  const rows = appends.map(rowsOf);
  const keyed = appends.flatMap(({ key }, n) => (key ? [{ n, ...key }] : []));
  return {
    name: 'append-judged',
    text: JUDGED,
    values: [
      rows.flatMap((own, n) => own.map(() => n)),
      ...columnsOf(rows.flat()),
      keyed.map(({ n }) => n),
      keyed.map(({ account }) => account),
      keyed.map(({ key }) => key),
      keyed.map(({ requestHash }) => bytes(requestHash)),
    ],
  };
};
