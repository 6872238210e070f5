-- What a municipality says is wrong in a dataset on its own ground. A correction is never changed: one that does not hold
-- any more is withdrawn, with a reason. The corrected layer is a dataset version of its own, whose parent is the version
-- that was delivered and whose description lists the corrections it holds (docs/decisions/0065).
create table correction (
  id           bigint generated always as identity primary key,
  dataset      text not null,
  municipality text not null,
  area         geometry(MultiPolygon, ${srid}) not null check (st_isvalid(area) and not st_isempty(area)),
  kind         text not null check (kind in ('ABSENT', 'PRESENT')),
  class        text not null check (kind = 'PRESENT' or class = ''), -- empty where the dataset has no classes
  reason       text not null check (reason <> ''),
  stated_by    text not null check (stated_by <> ''),
  stated_on    date not null,
  source       text not null check (source <> ''),
  at           timestamptz not null default now(),
  by           text not null
);
create index correction_of on correction (dataset);

create table correction_withdrawal (
  correction_id bigint primary key references correction,
  reason        text not null check (reason <> ''),
  at            timestamptz not null default now(),
  by            text not null
);

create trigger correction_never_changes before update or delete on correction
  for each row execute function refuse_change();
create trigger correction_withdrawal_never_changes before update or delete on correction_withdrawal
  for each row execute function refuse_change();

-- The newest version of each dataset as its publisher delivered it: what corrections are made upon.
create view dataset_delivered as
  select distinct on (dataset) * from dataset_version where description -> 'corrections' is null
  order by dataset, version desc;
