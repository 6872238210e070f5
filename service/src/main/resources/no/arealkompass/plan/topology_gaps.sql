-- Ground inside the plan's stated outline without a purpose, one row for each connected piece wider than :noiseM.
-- Where an older zoning plan is said to go on (hensynssone 900 and 910) the plan needs no purpose of its own.
-- Parameters: versions (bigint[]), noiseM, thinM: narrower than this on average it is a sliver.
with filled as (
  select z.plan_version_id, st_union(z.footprint) as ground
  from plan_zone z
  where z.plan_version_id = any (cast(:versions as bigint[])) and z.vertical_level = 2
    and (z.kind = 'PURPOSE' or (z.kind = 'CONSIDERATION' and z.code in ('900', '910')))
  group by z.plan_version_id
  having bool_or(z.kind = 'PURPOSE')
), gap as (
  select v.id, (st_dump(st_collectionextract(st_difference(v.outline, f.ground), 3))).geom
  from plan_version v join filled f on f.plan_version_id = v.id
  where v.outline_stated
)
select g.id as version, null as other, array[]::text[] as zones, st_area(g.geom) as area,
  case when 2 * st_area(g.geom) / st_perimeter(g.geom) < :thinM then 'SLIVER_GAP' else 'GAP' end as code,
  st_x(p.place) as lon, st_y(p.place) as lat, st_asgeojson(st_transform(g.geom, 4326), 7) as geometry, null as detail
from gap g cross join lateral (select st_transform(st_pointonsurface(g.geom), 4326) as place) p
where not st_isempty(st_buffer(g.geom, -:noiseM / 2, 'quad_segs=1'))
order by area desc, lon, lat
limit :most
