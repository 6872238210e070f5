-- Files that were handed in and examined, and wait to be imported or cancelled. Nothing here lasts: a delivery and its
-- spooled file go when it expires. What was imported stays in `import`.
create table delivery (
  id         uuid primary key,
  by         text not null,
  at         timestamptz not null default now(),
  expires_at timestamptz not null,
  file_name  text not null,
  bytes      bigint not null,
  sha256     text not null,
  choices    jsonb not null,                    -- what whoever handed it in has said about it
  state      text not null check (state in ('READING', 'ASKING', 'READY', 'REFUSED', 'IMPORTING', 'IMPORTED')),
  report     jsonb,                             -- what the last examination found; null until the first is done
  import_id  bigint references import,
  check ((state = 'IMPORTED') = (import_id is not null))
);

-- Places in the file are plain numbers: which coordinate system they are in may be the very question.
create table delivery_issue (
  id          bigint generated always as identity primary key,
  delivery_id uuid not null references delivery on delete cascade,
  code        text not null,
  object_id   text not null,
  place       geometry(Point, 4326),
  file_x      double precision,
  file_y      double precision,
  blocking    boolean not null,
  args        jsonb not null default '{}'
);
create index delivery_issue_of on delivery_issue (delivery_id);

-- Some simplified objects with coordinates as in the file, to be shown in any coordinate system.
create table delivery_object (
  delivery_id uuid not null references delivery on delete cascade,
  no          int not null,
  object_id   text not null,
  geom        geometry not null,
  primary key (delivery_id, no)
);

alter table import_issue add column file_x double precision, add column file_y double precision;
