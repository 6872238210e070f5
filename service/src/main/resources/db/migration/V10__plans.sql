-- Municipal area plans. A plan is known by municipality number and plan identification; every delivery of it is a version
-- that never changes. Proposals and adopted versions live side by side.
create table plan (
  id             text primary key,               -- municipality and identification joined, e.g. '3414-201803'
  municipality   text not null check (municipality ~ '^[0-9]{4}$'),
  identification text not null check (identification <> ''),
  at             timestamptz not null default now(),
  unique (municipality, identification)
);

create table plan_version (
  id                 bigint generated always as identity primary key,
  plan_id            text not null references plan,
  version            int not null check (version > 0),
  name               text not null,
  level              text not null check (level in ('MUNICIPAL', 'SUBAREA', 'AREA_ZONING', 'DETAILED', 'INPUT')),
  type_code          text,                       -- plantype as delivered; null where the file has none
  stage              text not null check (stage in ('INPUT', 'PROPOSAL', 'HEARING', 'ADOPTED')),
  status_code        text,                       -- planstatus 1–8 as delivered; null where the file has none
  in_force_from      date,                       -- ikrafttredelsesdato
  in_force_to        date,                       -- last day, where the plan is limited in time
  decided_on         date,                       -- vedtakEndeligPlanDato
  announced_on       date,                       -- kunngjøringsdato
  sender             text not null,              -- who delivered it, as the one who imported it says
  notes              jsonb not null default '[]', -- what had to be said about status and dates: [{code, args}]
  outline            geometry(MultiPolygon, ${srid}) not null check (st_isvalid(outline)), -- the plan's area
  outline_stated     boolean not null,           -- false: no KpOmråde or RpOmråde came with it, the zones stand for it
  dataset_version_id bigint not null references dataset_version, -- the delivery
  at                 timestamptz not null default now(),
  by                 text not null,
  unique (plan_id, version)
);
create index plan_version_place on plan_version using gist (outline);

create table plan_zone (
  id              bigint generated always as identity primary key,
  plan_version_id bigint not null references plan_version,
  zone_id         text not null,
  kind            text not null check (kind in ('PURPOSE', 'CONSIDERATION', 'PROVISION')), -- arealformål, hensynssone, bestemmelsesområde
  code            text not null,                 -- official code of the purpose or consideration; '' where there is none
  use_status      text,                          -- arealbruksstatus 1 existing, 2 future, 3 developed further; null: not stated
  vertical_level  int not null default 2,        -- vertikalnivå; 2 = on the ground
  name            text not null default '',      -- feltbetegnelse, områdenavn or the name of the consideration
  properties      jsonb not null,                -- everything the delivery says of the zone
  footprint       geometry(MultiPolygon, ${srid}) not null check (st_isvalid(footprint) and not st_isempty(footprint)),
  unique (plan_version_id, zone_id)
);
create index plan_zone_of on plan_zone (plan_version_id);
create index plan_zone_place on plan_zone using gist (footprint);

create trigger plan_version_never_changes before update or delete on plan_version
  for each row execute function refuse_change();
create trigger plan_zone_never_changes before update or delete on plan_zone
  for each row execute function refuse_change();
