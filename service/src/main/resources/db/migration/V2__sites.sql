-- Land areas and terminal candidates. A change is a new site_version; the one in use is the highest.
create table site (
  id         text primary key,
  created_at timestamptz not null default now()
);

create table site_version (
  id                 bigint generated always as identity primary key,
  site_id            text not null references site,
  version            int not null check (version > 0),
  name               text not null,
  kind               text not null check (kind in ('LAND', 'TERMINAL')),
  publication        text not null check (publication in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  footprint          geometry(MultiPolygon, ${srid}) not null check (st_isvalid(footprint) and not st_isempty(footprint)),
  schematic          boolean not null,           -- the shape is a plain figure round a published point
  area_known         boolean not null,           -- false: the size of the shape means nothing
  accuracy_m         double precision not null,
  source             text not null,
  facts              jsonb not null,             -- [{fact, value, unit, statedBy, on, basis, source}]
  dataset_version_id bigint references dataset_version,
  at                 timestamptz not null default now(),
  by                 text not null,
  unique (site_id, version)
);
create index site_version_place on site_version using gist (footprint);

create trigger site_version_never_changes before update or delete on site_version
  for each row execute function refuse_change();

create view site_in_use as
  select distinct on (site_id) * from site_version order by site_id, version desc;
