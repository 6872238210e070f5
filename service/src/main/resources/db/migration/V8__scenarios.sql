-- What if: planned works that nobody has adopted, and scenarios that choose some of them. A dataset version that holds
-- planned works belongs to its scenario and to nobody else: it is never in use and never what corrections are made upon
-- (docs/decisions/0073). It has numbers of its own, so that the next real version is numbered as if it were not there.
alter table dataset_version
  add column scenario text check (scenario <> ''), -- null: what is
  drop constraint dataset_version_dataset_version_key,
  add constraint dataset_version_number unique nulls not distinct (dataset, scenario, version);

create or replace view dataset_in_use as
  select distinct on (dataset) * from dataset_version where scenario is null order by dataset, version desc;

create or replace view dataset_delivered as
  select distinct on (dataset) * from dataset_version where scenario is null and description -> 'corrections' is null
  order by dataset, version desc;

-- One thing somebody plans or assumes. It is never changed: whoever means something else writes a new one.
create table planned_work (
  id   bigint generated always as identity primary key,
  body jsonb not null,                           -- what is stated about it: see WorkDraft
  geom geometry(Geometry, ${srid}),              -- null where it has no place, or none is published
  at   timestamptz not null default now(),
  by   text not null
);

create table planned_work_removal (
  work_id bigint primary key references planned_work,
  at      timestamptz not null default now(),
  by      text not null
);

create table scenario (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  at timestamptz not null default now(),
  by text not null
);

create table scenario_version (
  scenario_id text not null references scenario,
  version     int not null check (version > 0),
  name        text not null check (name <> ''),
  note        text not null,
  works       bigint[] not null,                 -- ids, in the order they are applied
  at          timestamptz not null default now(),
  by          text not null,
  primary key (scenario_id, version)
);

create table scenario_removal (
  scenario_id text primary key references scenario,
  at          timestamptz not null default now(),
  by          text not null
);

create view scenario_in_use as
  select distinct on (scenario_id) * from scenario_version v
  where not exists (select from scenario_removal r where r.scenario_id = v.scenario_id)
  order by scenario_id, version desc;

create trigger planned_work_never_changes before update or delete on planned_work
  for each row execute function refuse_change();
create trigger planned_work_removal_never_changes before update or delete on planned_work_removal
  for each row execute function refuse_change();
create trigger scenario_never_changes before update or delete on scenario
  for each row execute function refuse_change();
create trigger scenario_version_never_changes before update or delete on scenario_version
  for each row execute function refuse_change();
create trigger scenario_removal_never_changes before update or delete on scenario_removal
  for each row execute function refuse_change();

-- A run of a scenario is a run of its own; which one answers for it stands beside the base run.
alter table run
  add column scenario_id text,
  add column scenario_name text,
  add check ((scenario_id is null) = (scenario_name is null));

alter table run_in_use
  add column scenario text not null default '',  -- empty: the data as they are
  drop constraint run_in_use_pkey,
  add primary key (strategy_id, scope, scenario);
