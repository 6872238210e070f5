-- What was measured, once per site version, metric and dataset version; and the runs that judged it.
create table measurement (
  site_version_id bigint not null references site_version,
  metric_key      text not null,
  versions_key    text not null,                 -- the dataset versions read, e.g. '12,15'
  body            jsonb not null,
  primary key (site_version_id, metric_key, versions_key)
);

-- Shares by area, never by centroid.
create table municipality_share (
  site_version_id    bigint not null references site_version,
  dataset_version_id bigint not null references dataset_version,
  municipality       text not null,
  share              double precision not null check (share > 0 and share <= 1.000001),
  primary key (site_version_id, dataset_version_id, municipality)
);

create table strategy (
  id           text not null,
  version      text not null,
  hash         text not null,
  body         text not null,
  published_at timestamptz not null default now(),
  primary key (id, version)
);

create table run (
  id               uuid primary key,
  number           bigint generated always as identity unique,
  state_key        text not null unique,         -- same strategy, sites, datasets and software: same run
  strategy_id      text not null,
  strategy_version text not null,
  scope            text not null check (scope in ('PUBLISHED', 'ALL')),
  made_at          timestamptz not null,
  body             text not null,                -- the bytes that are sent, for ever
  foreign key (strategy_id, strategy_version) references strategy
);

create table run_score (
  run_id   uuid not null references run,
  purpose  text not null,
  position int not null,
  site_id  text not null,
  body     text not null,
  primary key (run_id, purpose, position),
  unique (run_id, purpose, site_id)
);

create trigger strategy_never_changes before update or delete on strategy
  for each row execute function refuse_change();
create trigger run_never_changes before update or delete on run
  for each row execute function refuse_change();
create trigger run_score_never_changes before update or delete on run_score
  for each row execute function refuse_change();

-- The trial administrator; only a hash of the password is kept.
create table trial_account (
  name          text primary key,
  password_hash text not null,
  created_at    timestamptz not null default now()
);
