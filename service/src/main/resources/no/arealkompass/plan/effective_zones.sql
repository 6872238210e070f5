-- The ground on which each purpose zone counts: its own, less the outlines of the plans that win over its plan.
-- Only zones on the ground (vertical level 2), and only plans that plan the ground win over any.
-- Parameter: versions (bigint[]), from the plan that yields to the one that wins. Nothing is cut that meets no winner's
-- outline. What is left below 0.001 m² is noise of the cutting itself and left out.
with ranked as (
  select r.id, r.rank
  from unnest(cast(:versions as bigint[])) with ordinality as r (id, rank)
), winner as materialized (
  select v.id, r.rank, v.outline
  from plan_version v join ranked r on r.id = v.id
  where exists (select from plan_zone z where z.plan_version_id = v.id and z.kind = 'PURPOSE' and z.vertical_level = 2)
), zone as (
  select z.*, r.rank
  from plan_zone z join ranked r on r.id = z.plan_version_id
  where z.kind = 'PURPOSE' and z.vertical_level = 2
), ground as (
  select z.id, z.plan_version_id, z.zone_id, z.kind, z.code, z.use_status, z.vertical_level, z.name, w.cut is not null as cut,
    case when w.cut is null then z.footprint
      else st_multi(st_collectionextract(st_difference(z.footprint, w.cut), 3)) end as footprint
  from zone z
  cross join lateral (
    select st_union(w.outline) as cut
    from winner w
    where w.rank > z.rank and w.outline && z.footprint and st_intersects(w.outline, z.footprint)) w
)
select id, plan_version_id, zone_id, kind, code, use_status, vertical_level, name, st_area(footprint) as area,
  st_asbinary(footprint) as wkb
from ground
where not cut or st_area(footprint) >= 0.001
order by id
