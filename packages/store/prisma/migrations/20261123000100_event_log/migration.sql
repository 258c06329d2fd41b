-- The log. Append-only: rows are neither updated nor deleted.
create table event (
  position bigint primary key,
  stream text not null,
  version integer not null,
  type text not null,
  schema smallint not null,
  data json not null,
  actor uuid not null,
  correlation uuid not null,
  recorded_at timestamptz(3) not null,
  demonstration boolean not null,
  previous_hash bytea,
  hash bytea not null,
  unique (stream, version)
);

-- Positions come from this one row, inside the append's own transaction, so they are contiguous and become
-- visible in their order: a reader needs nothing but the last position that it has seen.
create table log_head (
  singleton boolean primary key default true check (singleton),
  position bigint not null
) with (fillfactor = 10);
insert into log_head (position) values (0);

-- A command's key and its answer commit with its events.
create table command_key (
  account uuid not null,
  key text not null,
  request_hash bytea not null,
  position bigint not null,
  version integer not null,
  recorded_at timestamptz(3) not null,
  primary key (account, key)
);

-- Several appends in one statement, each with a result of its own. The lock on log_head is taken first; the statement
-- after it sees everything that committed before, so the checks for conflicts hold until commit.
-- outcome: 'written', 'conflict' (the stream has moved on) or 'repeated' (the key is known).
create function append_events(
  append_no integer[], stream text[], version integer[], type text[], schema smallint[], data json[], actor uuid[],
  correlation uuid[], recorded_at timestamptz[], demonstration boolean[], previous_hash bytea[], hash bytea[],
  key_append integer[], key_account uuid[], key text[], key_request bytea[]
) returns table (append integer, outcome text, last_position bigint, last_version integer)
language plpgsql as $$
declare
  head bigint;
begin
  select h.position into head from log_head h for update;
  return query
  with incoming as materialized (
    select e.*
    from unnest(append_no, stream, version, type, schema, data, actor, correlation, recorded_at, demonstration,
                previous_hash, hash) with ordinality
      as e(no, stream, version, type, schema, data, actor, correlation, recorded_at, demonstration, previous_hash,
           hash, place)
  ), claimed as materialized (
    select k.* from unnest(key_append, key_account, key, key_request) as k(no, account, key, request_hash)
  ), judged as materialized (
    select f.no,
      case
        when exists (
          select from claimed c join command_key k on k.account = c.account and k.key = c.key where c.no = f.no
        ) then 'repeated'
        when exists (select from event e where e.stream = f.stream and e.version = f.first)
          or (f.first > 1 and not exists (select from event e where e.stream = f.stream and e.version = f.first - 1))
        then 'conflict'
        else 'written'
      end as outcome
    from (select i.no, i.stream, min(i.version) as first from incoming i group by i.no, i.stream) f
  ), placed as materialized (
    select i.*, head + row_number() over (order by i.place) as position
    from incoming i join judged j on j.no = i.no and j.outcome = 'written'
  ), written as (
    insert into event (position, stream, version, type, schema, data, actor, correlation, recorded_at, demonstration,
                       previous_hash, hash)
    select p.position, p.stream, p.version, p.type, p.schema, p.data, p.actor, p.correlation, p.recorded_at,
           p.demonstration, p.previous_hash, p.hash
    from placed p
  ), lasts as materialized (
    select p.no, max(p.position) as position, max(p.version) as version, max(p.recorded_at) as recorded_at
    from placed p group by p.no
  ), keyed as (
    insert into command_key (account, key, request_hash, position, version, recorded_at)
    select c.account, c.key, c.request_hash, l.position, l.version, l.recorded_at
    from claimed c join lasts l on l.no = c.no
  ), moved as (
    update log_head h set position = head + (select count(*) from placed) where exists (select from placed)
  )
  select j.no, j.outcome, l.position, l.version from judged j left join lasts l on l.no = j.no;
end $$;
