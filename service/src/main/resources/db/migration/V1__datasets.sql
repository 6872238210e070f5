-- Reference layers. One generic feature table holds every theme, so that a new layer is data and not a migration.
-- A dataset version never changes after its import; the version in use of a dataset is its highest number.
-- Coordinates are in the storage CRS EPSG:${srid}; lengths in metres, areas in square metres.
create extension if not exists postgis;
create extension if not exists pgrouting;
create extension if not exists btree_gist;

create table dataset_version (
  id              bigint generated always as identity primary key,
  dataset         text not null,
  version         int not null check (version > 0),
  source          text not null,
  description     jsonb not null,               -- the source block of the description, as it read at import
  file_name       text not null,
  sha256          text not null,
  imported_at     timestamptz not null default now(),
  imported_by     text not null,
  feature_count   int not null,
  coverage        geometry(MultiPolygon, ${srid}) not null,
  accuracy_m      double precision not null,
  omits_below_m2  double precision not null,
  is_sample       boolean not null,
  parents         bigint[] not null default '{}', -- the versions a derived one was made from
  unique (dataset, version)
);

create table feature (
  id                 bigint generated always as identity primary key,
  dataset_version_id bigint not null references dataset_version,
  class              text not null default '',
  object_id          text not null,
  properties         jsonb not null,
  geom               geometry(Geometry, ${srid}) not null
);
create index feature_place on feature using gist (dataset_version_id, class, geom);

-- What measuring reads, written once per version by dataset/pieces.sql in the transaction that imports it.
-- A layer is one class of one version, so that the index below knows both by one small number.
create table layer (
  id                 int generated always as identity primary key,
  dataset_version_id bigint not null references dataset_version,
  class              text,                      -- null: lines or points of all classes, where there are several
  shape              boolean not null,          -- read by distance, overlap, worst, remaining: polygons dissolved
  each               boolean not null,          -- read by sum and nearest: every feature for itself
  check (shape or each),
  unique nulls not distinct (dataset_version_id, class, shape, each)
);

-- No foreign keys: one statement writes a whole version, and a check per row would cost more than the index.
create table piece (
  layer_id   int not null,
  feature_id bigint,                            -- null where polygons are dissolved
  geom       geometry(Geometry, ${srid}) not null
);
-- The constant third key only makes the entries wide and so the nodes of the tree small: a nearest search reads
-- every entry of each node it opens. It halves to thirds the time of a search (docs/decisions/0050).
create index piece_place on piece using gist (layer_id, geom, (repeat('.', 80)));

create table import (
  id                 bigint generated always as identity primary key,
  dataset            text not null,
  source             text not null,
  file_name          text not null,
  sha256             text not null,
  at                 timestamptz not null default now(),
  by                 text not null,
  outcome            text not null check (outcome in ('ACCEPTED', 'REFUSED', 'UNCHANGED')),
  object_count       int not null,
  crs                text not null,
  crs_how            text not null,
  dataset_version_id bigint references dataset_version,
  check ((outcome = 'REFUSED') = (dataset_version_id is null))
);

create table import_issue (
  id        bigint generated always as identity primary key,
  import_id bigint not null references import,
  code      text not null,
  object_id text not null,
  place     geometry(Point, 4326),              -- null where the object has no place at all
  blocking  boolean not null,
  args      jsonb not null default '{}'
);
create index import_issue_of on import_issue (import_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed after it was written', tg_table_name;
end $$;

create trigger dataset_version_never_changes before update or delete on dataset_version
  for each row execute function refuse_change();
create trigger feature_never_changes before update or delete on feature
  for each statement execute function refuse_change();
create trigger layer_never_changes before update or delete on layer
  for each statement execute function refuse_change();
create trigger piece_never_changes before update or delete on piece
  for each statement execute function refuse_change();

create view dataset_in_use as
  select distinct on (dataset) * from dataset_version order by dataset, version desc;
