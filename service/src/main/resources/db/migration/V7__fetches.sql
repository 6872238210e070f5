-- Fetches of open data from their publishers: who, when, from where, and what became of it. A row is written while the
-- fetch runs, so that a page and a command see each other's; one that has stopped saying that it is alive was cut off.
create table data_fetch (
  id         bigint generated always as identity primary key,
  dataset    text not null,
  source     text not null,
  by         text not null,
  started_at timestamptz not null default now(),
  alive_at   timestamptz not null default now(),
  ended_at   timestamptz,
  state      text not null default 'RUNNING' check (state in ('RUNNING', 'IMPORTED', 'UNCHANGED', 'REFUSED', 'FAILED')),
  doing      text not null default '',
  done       bigint not null default 0,
  total      bigint not null default 0,
  files      jsonb not null default '[]',       -- address, bytes, sha256, unchanged
  import_id  bigint references import,
  failure    jsonb,                             -- what and remedy, each nb and en
  check ((state = 'RUNNING') = (ended_at is null)),
  check ((state = 'FAILED') = (failure is not null))
);
create index data_fetch_of on data_fetch (dataset, id desc);
