-- Two purpose zones of one plan on the same ground and the same vertical level, wider than :noiseM; twice the same zone
-- (same code, the same ground within :noiseM along the border) is a duplicate.
-- Parameters: versions (bigint[]), noiseM, thinM: narrower than this on average it is a sliver.
with pair as (
  select a.plan_version_id as id, a.zone_id as one, b.zone_id as two, a.code = b.code as same_code, a.footprint as a,
    b.footprint as b, st_collectionextract(st_intersection(a.footprint, b.footprint), 3) as geom
  from plan_zone a
  join plan_zone b on b.plan_version_id = a.plan_version_id and b.id > a.id and b.vertical_level = a.vertical_level
    and b.kind = 'PURPOSE' and b.footprint && a.footprint and st_relate(a.footprint, b.footprint, 'T********')
  where a.plan_version_id = any (cast(:versions as bigint[])) and a.kind = 'PURPOSE'
), wide as (
  select *, st_area(geom) as area
  from pair
  where not st_isempty(geom) and not st_isempty(st_buffer(geom, -:noiseM / 2, 'quad_segs=1'))
  limit :most
)
select w.id as version, null as other, array[w.one, w.two] as zones, w.area,
  case when w.same_code and st_area(st_symdifference(w.a, w.b)) <= :noiseM * st_perimeter(w.a) then 'DUPLICATE'
    when 2 * w.area / st_perimeter(w.geom) < :thinM then 'SLIVER_OVERLAP'
    else 'OVERLAP' end as code,
  st_x(p.place) as lon, st_y(p.place) as lat, st_asgeojson(st_transform(w.geom, 4326), 7) as geometry, null as detail
from wide w cross join lateral (select st_transform(st_pointonsurface(w.geom), 4326) as place) p
order by w.area desc, w.one, w.two
