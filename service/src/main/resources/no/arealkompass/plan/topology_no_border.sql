-- Plans whose municipality has no border here: nobody can say whether their zones lie inside it.
-- Parameters: versions (bigint[]), frame: dataset_version.id of the municipalities (0: there is none).
select v.id as version, null as other, array[]::text[] as zones, st_area(v.outline) as area, 'NO_BORDER' as code,
  st_x(c.place) as lon, st_y(c.place) as lat,
  st_asgeojson(st_transform(st_simplifypreservetopology(v.outline, 10), 4326), 5) as geometry, pl.municipality as detail
from plan_version v join plan pl on pl.id = v.plan_id
cross join lateral (select st_transform(st_pointonsurface(v.outline), 4326) as place) c
where v.id = any (cast(:versions as bigint[]))
  and not exists (select from feature f where f.dataset_version_id = :frame and f.class = pl.municipality)
order by v.id
limit :most
