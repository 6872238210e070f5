-- Zones on the ground beyond the plan's stated outline (wider than :noiseM), or beyond the municipality. Borders of
-- municipalities are known to an accuracy only: what is narrower than that is no finding, but never more than :borderM is
-- forgiven; detail tells the accuracy (m).
-- Parameters: versions (bigint[]), frame: dataset_version.id of the municipalities (0: there is none), noiseM, borderM.
with municipality as materialized (
  select p.number, st_union(f.geom) as ground, d.accuracy_m
  from (select distinct pl.municipality as number from plan_version v join plan pl on pl.id = v.plan_id
        where v.id = any (cast(:versions as bigint[]))) p
  join feature f on f.dataset_version_id = :frame and f.class = p.number
  join dataset_version d on d.id = :frame
  group by p.number, d.accuracy_m
), zone as (
  select z.plan_version_id as id, z.zone_id, z.footprint, v.outline, v.outline_stated, pl.municipality
  from plan_zone z join plan_version v on v.id = z.plan_version_id join plan pl on pl.id = v.plan_id
  where z.plan_version_id = any (cast(:versions as bigint[])) and z.vertical_level = 2
), beyond as (
  select z.id, z.zone_id, 'OUTSIDE_PLAN' as code, st_collectionextract(st_difference(z.footprint, z.outline), 3) as geom,
    cast(:noiseM as double precision) as width, null as detail
  from zone z
  where z.outline_stated and not st_coveredby(z.footprint, z.outline)
  union all
  select z.id, z.zone_id, 'OUTSIDE_MUNICIPALITY', st_collectionextract(st_difference(z.footprint, m.ground), 3),
    greatest(:noiseM, least(m.accuracy_m, :borderM)), cast(round(m.accuracy_m) as text)
  from zone z join municipality m on m.number = z.municipality
  where not st_coveredby(z.footprint, m.ground)
)
select b.id as version, null as other, array[b.zone_id] as zones, st_area(b.geom) as area, b.code,
  st_x(p.place) as lon, st_y(p.place) as lat, st_asgeojson(st_transform(b.geom, 4326), 7) as geometry, b.detail
from beyond b cross join lateral (select st_transform(st_pointonsurface(b.geom), 4326) as place) p
where not st_isempty(b.geom) and not st_isempty(st_buffer(b.geom, -b.width / 2, 'quad_segs=1'))
order by b.code, area desc, b.zone_id
limit :most
