-- Who may read and change which rows (docs/decisions/0090). The owner of the tables migrates; the service logs in as
-- ${app}, which owns nothing, and says before each statement how far its caller sees. Callers that see everything act as
-- areal_all, whose policies are no condition at all, so that spatial indexes stay of use; all others as ${app}.

-- How far the caller sees. Wrapped as (select f()) a policy asks once per statement, not once per row.
create function caller_everything() returns boolean language sql stable as $$
  select current_setting('role') = 'areal_all'
$$;
create function caller_internal() returns boolean language sql stable as $$
  select caller_everything() or coalesce(current_setting('areal.internal', true), '') = 'true'
$$;
create function caller_municipalities() returns text[] language sql stable as $$
  select string_to_array(coalesce(current_setting('areal.municipalities', true), ''), ',')
$$;
create function caller_sites() returns text[] language sql stable as $$
  select string_to_array(coalesce(current_setting('areal.sites', true), ''), ',')
$$;
create function caller_acts_for() returns text[] language sql stable as $$
  select string_to_array(coalesce(current_setting('areal.acts_for', true), ''), ',')
$$;
create function caller_role() returns text language sql stable as $$
  select coalesce(current_setting('areal.caller_role', true), '')
$$;
create function caller_name() returns text language sql stable as $$
  select coalesce(current_setting('areal.caller', true), '')
$$;

-- A delivery is worked on later, in the name of whoever handed it in.
alter table delivery
  add column by_role        text not null default 'ADMINISTRATOR',
  add column municipalities text[] not null default '{}',
  add column scopes         text[] not null default '{}';

-- The ground of each municipality, cut into small pieces; from the version in use of the municipalities.
create table municipality_ground (
  dataset_version_id bigint not null,
  number             text not null,
  geom               geometry(Geometry, ${srid}) not null
);
create index municipality_ground_place on municipality_ground using gist (geom);

-- The municipalities in which at least a hundredth of a shape lies: a shape belongs to them.
create function ground_of(shape geometry) returns text[] language sql stable as $$
  select coalesce(array_agg(number order by number), '{}') from (
    select number from municipality_ground where st_intersects(geom, shape)
    group by number having sum(st_area(st_intersection(geom, shape))) >= 0.01 * st_area(shape)) g
$$;

alter table site_version drop constraint site_version_publication_check;
alter table site_version add constraint site_version_publication_check
  check (publication in ('DRAFT', 'INTERNAL', 'PUBLISHED', 'WITHDRAWN'));

-- What a site is now: its newest version decides who sees it. An older, published version never shows through.
create table site_state (
  site_id        text primary key references site,
  version        int not null,
  publication    text not null,
  municipalities text[] not null                 -- whose it is; empty: the region's
);

create function keep_site_state() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into site_state values (new.site_id, new.version, new.publication, ground_of(new.footprint))
  on conflict (site_id) do update
    set version = excluded.version, publication = excluded.publication, municipalities = excluded.municipalities
    where excluded.version > site_state.version;
  return null;
end $$;
-- A negative number: a drawing that is measured and rolled back, nobody's site.
create trigger site_version_state after insert on site_version
  for each row when (new.id > 0) execute function keep_site_state();
insert into site_state select site_id, version, publication, '{}' from site_in_use;

-- Takes the ground from a version of the municipalities, and says anew whose each site is.
create procedure take_ground(version bigint) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from municipality_ground where dataset_version_id = version) then
    return;
  end if;
  delete from municipality_ground;
  insert into municipality_ground
    select version, class, st_subdivide(geom, 128) from feature where dataset_version_id = version;
  update site_state s set municipalities = ground_of(v.footprint)
  from site_version v where v.site_id = s.site_id and v.version = s.version;
end $$;
revoke execute on procedure take_ground from public;

-- ANALYZE is the owner's business.
create procedure refresh_statistics() language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze layer, piece;
end $$;

-- Whether the caller may change a site: whoever acts for all the municipalities it lies in, and for all it is moved to.
create function site_editable(site text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select municipalities <> '{}' and municipalities <@ caller_municipalities() from site_state
    where site_id = site), false)
$$;
create function site_storable(site text, shape geometry) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.new <> '{}' and g.new <@ caller_municipalities()
    and coalesce((select municipalities <@ caller_municipalities() from site_state where site_id = site), true)
  from (select ground_of(shape) as new) g
$$;

-- Views ask with the rights of whoever reads them.
alter view site_in_use set (security_invoker = true);
alter view dataset_in_use set (security_invoker = true);
alter view dataset_delivered set (security_invoker = true);
alter view scenario_in_use set (security_invoker = true);

grant usage on schema public to "${app}", areal_all;
grant select, insert, update, delete on all tables in schema public to "${app}", areal_all;
revoke all on flyway_schema_history from "${app}", areal_all;
alter default privileges grant select, insert, update, delete on tables to "${app}", areal_all;
grant usage, select on all sequences in schema public to "${app}", areal_all;
alter default privileges grant usage, select on sequences to "${app}", areal_all;
grant execute on procedure take_ground to areal_all;

-- What is only ever added to. The triggers say it too; this is so that no statement can even be planned.
revoke update, delete on audit, dataset_version, feature, layer, piece, site, site_version, site_part, site_confirmation,
  site_reminder, correction, correction_withdrawal, plan, plan_version, plan_zone, plan_check, plan_check_seen, plan_reason,
  plan_reason_withdrawal, plan_follow, plan_follow_end, plan_follow_mail, plan_follow_mail_end, planned_work,
  planned_work_removal, scenario, scenario_version, scenario_removal, saved_view, saved_view_withdrawal, signing_key,
  snapshot, strategy, run, run_score, import, import_issue, municipality_share
  from "${app}", areal_all;
-- Kept by their trigger and procedure alone.
revoke insert, update, delete on site_state, municipality_ground from "${app}", areal_all;

-- Every table with rows that are not everyone's. What no policy allows is refused.
do $$
declare t text;
begin
  foreach t in array array['site', 'site_state', 'site_version', 'site_part', 'site_confirmation', 'site_reminder', 'plan',
    'plan_version', 'plan_zone', 'plan_reason', 'plan_reason_withdrawal', 'correction', 'correction_withdrawal', 'import',
    'import_issue', 'delivery', 'delivery_issue', 'delivery_object']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to areal_all using (true)', t || '_all', t);
  end loop;
end $$;

-- Sites: published ones for everyone, internal ones for the region's own people, the rest for their municipalities.
create policy site_state_read on site_state for select to "${app}" using (
  publication = 'PUBLISHED' or (publication = 'INTERNAL' and (select caller_internal()))
  or municipalities && (select caller_municipalities()) or site_id = any ((select caller_sites())::text[]));
create policy site_read on site for select to "${app}" using (id in (select site_id from site_state));
create policy site_add on site for insert to "${app}" with check ((select caller_municipalities()) <> '{}');
create policy site_version_read on site_version for select to "${app}" using (
  site_id in (select site_id from site_state) and (
    publication = 'PUBLISHED' or (publication = 'INTERNAL' and (select caller_internal()))
    or site_id in (select site_id from site_state where municipalities && (select caller_municipalities()))
    or (site_id, version) in (select site_id, version from site_state where site_id = any ((select caller_sites())::text[]))));
create policy site_version_add on site_version for insert to "${app}" with check (site_storable(site_id, footprint));
create policy site_part_read on site_part for select to "${app}" using (site_version_id in (select id from site_version));
create policy site_part_add on site_part for insert to "${app}" with check (
  exists (select from site_version v where v.id = site_version_id and site_editable(v.site_id)));
create policy site_confirmation_read on site_confirmation for select to "${app}" using (site_id in (select site_id from site_state));
create policy site_confirmation_add on site_confirmation for insert to "${app}" with check (site_editable(site_id));
create policy site_reminder_read on site_reminder for select to "${app}" using (municipality = any ((select caller_municipalities())::text[]));

-- Plans: on hearing and adopted for everyone, inputs and proposals for their municipality. A plan's id begins with it.
create policy plan_read on plan for select to "${app}" using (
  id in (select plan_id from plan_version) or municipality = any ((select caller_municipalities())::text[]));
create policy plan_add on plan for insert to "${app}" with check (municipality = any ((select caller_municipalities())::text[]));
create policy plan_version_read on plan_version for select to "${app}" using (
  stage in ('HEARING', 'ADOPTED') or left(plan_id, 4) = any ((select caller_municipalities())::text[]));
create policy plan_version_add on plan_version for insert to "${app}" with check (
  left(plan_id, 4) = any ((select caller_municipalities())::text[]));
create policy plan_zone_read on plan_zone for select to "${app}" using (plan_version_id in (select id from plan_version));
create policy plan_zone_add on plan_zone for insert to "${app}" with check (plan_version_id in (
  select id from plan_version where left(plan_id, 4) = any ((select caller_municipalities())::text[])));

create policy plan_reason_read on plan_reason for select to "${app}" using (
  published or municipality = any ((select caller_municipalities())::text[]));
create policy plan_reason_add on plan_reason for insert to "${app}" with check (
  municipality = any ((select caller_municipalities())::text[]));
create policy plan_reason_withdrawal_read on plan_reason_withdrawal for select to "${app}" using (
  plan_reason_id in (select id from plan_reason));
create policy plan_reason_withdrawal_add on plan_reason_withdrawal for insert to "${app}" with check (plan_reason_id in (
  select id from plan_reason where municipality = any ((select caller_municipalities())::text[])));

-- Everyone sees what was corrected in the open data; only the municipality of the ground says so.
create policy correction_read on correction for select to "${app}" using (true);
create policy correction_add on correction for insert to "${app}" with check (municipality = any ((select caller_municipalities())::text[]));
create policy correction_withdrawal_read on correction_withdrawal for select to "${app}" using (true);
create policy correction_withdrawal_add on correction_withdrawal for insert to "${app}" with check (correction_id in (
  select id from correction where municipality = any ((select caller_municipalities())::text[])));

-- Imports and deliveries tell of files, drafts and proposals among them: to whoever handed them in.
create policy import_own on import to "${app}" using (by = (select caller_name()));
create policy import_issue_own on import_issue to "${app}" using (import_id in (select id from import));
create policy delivery_own on delivery to "${app}" using (by = (select caller_name()));
create policy delivery_issue_own on delivery_issue to "${app}" using (delivery_id in (select id from delivery));
create policy delivery_object_own on delivery_object to "${app}" using (delivery_id in (select id from delivery));
