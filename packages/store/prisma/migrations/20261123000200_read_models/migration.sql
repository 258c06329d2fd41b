-- How far each projection has read; row and checkpoint commit together.
create table checkpoint (
  projection text primary key,
  version integer not null,
  position bigint not null
);

create table unit (
  unit_id text primary key,
  name text not null,
  kind text not null,
  parent_id text,
  sequence integer not null,
  branch_name text,
  tenures json not null,
  position bigint not null
);

create table cycle (
  cycle_id text primary key,
  year integer not null,
  period_from date not null,
  period_to date not null,
  stage text not null,
  rubric_id text not null,
  rubric_version text not null,
  rubric_hash text not null,
  participants text[] not null,
  position bigint not null
);

create table signed_rulings (
  rubric_hash text primary key,
  rulings json not null,
  position bigint not null
);

create table evidence (
  evidence_id uuid primary key,
  cycle_id text not null,
  unit_id text not null,
  kind text not null,
  title text not null,
  occurred_on date not null,
  session integer not null,
  present integer,
  due integer,
  criteria text[] not null,
  attachments json not null,
  status text not null,
  reason text,
  submitted_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  position bigint not null
);
create index evidence_of_unit on evidence (cycle_id, unit_id, occurred_on desc, evidence_id);
create index evidence_by_status on evidence (cycle_id, status, changed_at desc);

create table incident (
  incident_id uuid primary key,
  unit_id text not null,
  category text not null,
  role text not null,
  person_ref uuid not null,
  act_ref uuid not null,
  document_number text not null,
  act_on date not null,
  effective_on date not null,
  learned_on date not null,
  status text not null,
  registrar uuid not null,
  cycle_id text,
  late boolean not null,
  confirmed_at timestamptz(3),
  reversal json,
  recorded_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  position bigint not null
);
create index incident_of_unit on incident (unit_id, cycle_id);
create index incident_by_status on incident (status, changed_at desc);

-- What processors leave behind.
create table scorecard (
  cycle_id text not null,
  unit_id text not null,
  audience text not null,
  body json not null,
  facts_at timestamptz(3),
  position bigint not null,
  primary key (cycle_id, unit_id, audience)
);

create table notification (
  notification_id uuid primary key,
  kind text not null,
  recipient_unit text,
  recipient_role text,
  subject json not null,
  details json not null,
  at timestamptz(3) not null,
  position bigint not null
);
create index notification_of_unit on notification (recipient_unit, at desc);
create index notification_of_role on notification (recipient_role, at desc);

create table notification_read (
  notification_id uuid not null references notification on delete cascade,
  account_id uuid not null,
  primary key (notification_id, account_id)
);

-- Work that waits for a processor: the queue is only the knock, this is the duty. Gone when the effect commits.
create table due (
  processor text not null,
  key text not null,
  first_position bigint not null,
  last_position bigint not null,
  since timestamptz(3) not null default now(),
  knocked_at timestamptz(3),
  attempts integer not null default 0,
  error text,
  parked_at timestamptz(3),
  primary key (processor, key)
);
create index due_unknocked on due (since) where knocked_at is null and parked_at is null;

-- An effect that happened for an event; written in the effect's own transaction, so it happens once.
create table receipt (
  processor text not null,
  position bigint not null,
  primary key (processor, position)
);

-- A stream that a projection could not read on, from the event that stopped it.
create table parked_stream (
  subscription text not null,
  stream text not null,
  position bigint not null,
  error text not null,
  at timestamptz(3) not null default now(),
  primary key (subscription, stream)
);

create table worker_pulse (
  singleton boolean primary key default true check (singleton),
  seen_at timestamptz(3) not null
);

create table rebuild_request (
  projection text primary key,
  requested_at timestamptz(3) not null default now(),
  done bigint not null default 0,
  total bigint,
  finished_at timestamptz(3),
  error text
);
