-- What is taken away from one site: each feature that reaches it, grown by its buffer and clipped to the site, the largest
-- first. A feature is clipped to the site's surroundings before it grows: a road through the county is long.
-- :site      site_version.id
-- :versions  bigint[]  dataset_version.id, one per cut and class
-- :classes   text[]    the class, in the same order; null = all classes
-- :buffers   float8[]  metres, in the same order; a line or point with 0 takes nothing
-- :limit     how many are given; matched says how many there are
select count(*) over () as matched,
  json_build_object('type', 'Feature', 'id', c.id, 'geometry', cast(st_asgeojson(st_transform(c.part, 4326), 7) as json),
    'properties', json_build_object('role', 'cut', 'dataset', c.dataset, 'version', c.version, 'objectId', c.object_id,
      'class', c.class, 'bufferM', c.buffer, 'areaM2', st_area(c.part), 'properties', c.properties)) as feature,
  cast(null as json) as line
from (
  select f.id, f.object_id, f.class, f.properties, v.dataset, v.version, cut.buffer, st_collectionextract(st_intersection(
    s.footprint, case when cut.buffer = 0 then f.geom
      else st_buffer(st_intersection(f.geom, st_expand(s.footprint, 1.1 * cut.buffer + 1)), cut.buffer, 16) end), 3) as part
  from site_version s
  cross join unnest(cast(:versions as bigint[]), cast(:classes as text[]), cast(:buffers as float8[])) cut (version, class, buffer)
  join dataset_version v on v.id = cut.version
  join feature f on f.dataset_version_id = v.id and (cut.class is null or f.class = cut.class)
    and st_dwithin(f.geom, s.footprint, cut.buffer)
  where s.id = :site and (cut.buffer > 0 or st_dimension(f.geom) = 2)
) c
where st_area(c.part) > 0
order by st_area(c.part) desc, c.id
limit :limit;
