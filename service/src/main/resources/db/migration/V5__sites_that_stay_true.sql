-- Sites that stay true: why a version was made, the parts of a site, who confirmed it, and who was reminded of it.
-- All of it is append-only, as site_version is.
alter table site_version
  add column why         text not null default '',          -- '' on versions from before this was asked
  add column by_role     text not null default 'ADMINISTRATOR', -- what the public reads instead of a name
  add column scored_part text,                              -- the part whose shape is the footprint; null: none
  add column media       jsonb not null default '[]';       -- [{kind, url, text}]

-- Plan area, zoned and prepared areas, and plots for sale: each a polygon with facts of its own.
create table site_part (
  site_version_id bigint not null references site_version,
  part_id         text not null,
  place           int not null,                             -- order in the list
  kind            text not null check (kind in ('PLAN_AREA', 'ZONED', 'PREPARED', 'PLOT')),
  name            text not null,
  status          text check (status in ('FREE', 'OPTION', 'SOLD')),
  footprint       geometry(MultiPolygon, ${srid}) not null check (st_isvalid(footprint) and not st_isempty(footprint)),
  facts           jsonb not null,
  primary key (site_version_id, part_id),
  check ((kind = 'PLOT') = (status is not null))
);

-- Deferred: a version is written before its parts.
alter table site_version add constraint site_version_scored_part
  foreign key (id, scored_part) references site_part (site_version_id, part_id) deferrable initially deferred;

-- Says that the facts of a version are right; changes nothing about the site, so it is no version and needs no new run.
create table site_confirmation (
  id           bigint generated always as identity primary key,
  site_id      text not null,
  version      int not null,                                -- what was confirmed
  confirmed_by text not null,                               -- a role, never a person
  confirmed_on date not null,
  note         text not null,
  at           timestamptz not null default now(),
  by           text not null,
  foreign key (site_id, version) references site_version (site_id, version)
);
create index site_confirmation_of on site_confirmation (site_id, confirmed_on desc, id desc);

-- Every attempt to remind a municipality of a site, whether the mail went out or not.
create table site_reminder (
  id           bigint generated always as identity primary key,
  site_id      text not null references site,
  municipality text not null,
  mailed_to    text not null,                               -- '' when there was no address to send to
  outcome      text not null check (outcome in ('SENT', 'FAILED')),
  days         int not null,                                -- age of the site's facts when it was sent
  detail       text not null,                               -- why it failed; '' when it was sent
  at           timestamptz not null default now(),
  by           text not null
);
create index site_reminder_of on site_reminder (site_id, at desc);

create trigger site_part_never_changes before update or delete on site_part
  for each row execute function refuse_change();
create trigger site_confirmation_never_changes before update or delete on site_confirmation
  for each row execute function refuse_change();
create trigger site_reminder_never_changes before update or delete on site_reminder
  for each row execute function refuse_change();

create or replace view site_in_use as
  select distinct on (site_id) * from site_version order by site_id, version desc;

-- Whether two shapes are the same vertex by vertex within a millimetre: a shape that went out in degrees and comes back
-- untouched differs by less, and must not count as a change.
create function same_shape(a geometry, b geometry) returns boolean language sql stable as $$
  select not exists (
    select from st_dumppoints(st_multi(a)) p full join st_dumppoints(st_multi(b)) q using (path)
    where p.geom is null or q.geom is null or st_distance(p.geom, q.geom) > 0.001)
$$;
