-- The same plan delivered twice: every purpose zone of one version lies on the same ground with the same code in the other
-- (within :noiseM along the border), and both are at the same level. Two versions of one plan are duplicates only at the
-- same stage: a hearing that is adopted unchanged is none.
-- Parameters: versions (bigint[]), visible (bigint[]): what they are compared with, noiseM.
with candidate as (
  select a.id as one, b.id as two
  from plan_version a join plan_version b on b.id <> a.id and b.level = a.level and b.outline && a.outline
  where a.id = any (cast(:versions as bigint[])) and b.id = any (cast(:visible as bigint[]))
    and (b.id < a.id or not b.id = any (cast(:versions as bigint[])))
    and (a.plan_id <> b.plan_id or (a.stage = b.stage and b.version < a.version))
), total as (
  select z.plan_version_id as id, count(*) as zones
  from plan_zone z
  where z.kind = 'PURPOSE' and z.plan_version_id in (select one from candidate union select two from candidate)
  group by z.plan_version_id
), same as (
  select c.one, c.two, a.zone_id, a.footprint
  from candidate c
  join total ta on ta.id = c.one join total tb on tb.id = c.two and tb.zones = ta.zones
  join plan_zone a on a.plan_version_id = c.one and a.kind = 'PURPOSE'
  where exists (
    select from plan_zone b
    where b.plan_version_id = c.two and b.kind = 'PURPOSE' and b.code = a.code and b.vertical_level = a.vertical_level
      and b.footprint && a.footprint and abs(st_area(b.footprint) - st_area(a.footprint)) <= :noiseM * st_perimeter(a.footprint)
      and st_area(st_symdifference(a.footprint, b.footprint)) <= :noiseM * st_perimeter(a.footprint))
), counted as (
  select s.one, s.two, count(*) as zones, array_agg(s.zone_id order by s.zone_id) as ids, sum(st_area(s.footprint)) as area
  from same s group by s.one, s.two
)
select c.one as version, c.two as other, c.ids as zones, c.area, 'DUPLICATE_PLAN' as code,
  st_x(p.place) as lon, st_y(p.place) as lat,
  st_asgeojson(st_transform(st_simplifypreservetopology(v.outline, 1), 4326), 6) as geometry, null as detail
from counted c join total t on t.id = c.one and t.zones = c.zones join plan_version v on v.id = c.one
cross join lateral (select st_transform(st_pointonsurface(v.outline), 4326) as place) p
order by c.one, c.two
limit :most
