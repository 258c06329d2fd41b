-- What must not stand in the log: accounts, sessions, names of files.
create table account (
  account_id uuid primary key,
  login text not null unique,
  password_hash text not null,
  name text not null,
  role text not null,
  unit_id text,
  demonstration boolean not null,
  created_at timestamptz(3) not null default now()
);

create table session (
  sid text primary key,
  sess json not null,
  expire timestamptz(3) not null
);
create index session_expire on session (expire);

create table file (
  file_id uuid primary key,
  sha256 text not null,
  size bigint not null,
  name text not null,
  media_type text not null,
  uploaded_by uuid not null,
  -- whoever stands for this unit may read it
  unit_id text,
  uploaded_at timestamptz(3) not null default now()
);

-- Keys that the server makes for itself on the first start.
create table server_secret (
  name text primary key,
  value bytea not null
);
