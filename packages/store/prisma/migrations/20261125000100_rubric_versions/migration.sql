-- Tables in the making: the text as it stands, and which of its rulings are signed.
create table rubric_draft (
  draft_id uuid primary key,
  origin text not null,
  based_on text,
  title text not null,
  version text not null,
  text text not null,
  edition integer not null,
  signatures json not null,
  status text not null,
  published_hash text,
  drafted_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  position bigint not null
);

-- Versions that were published here, beside those that the program carries. A content never changes under its hash.
create table rubric_version (
  hash text primary key,
  draft_id uuid not null,
  rubric_id text not null,
  version text not null,
  content json not null,
  published_on date not null,
  position bigint not null
);
