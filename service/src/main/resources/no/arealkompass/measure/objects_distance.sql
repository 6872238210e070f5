-- The features nearest to one site: all that are equally near, for everything that touches it is 0 m away; and the line
-- from its border to each of them. No row where none is near enough.
-- :site     site_version.id
-- :version  dataset_version.id
-- :classes  text[]  classes that count; none = all
-- :cap      metres  where the search ends
-- :limit    how many are given; matched says how many there are
with asked as (
  select s.footprint, v.dataset, v.version from site_version s, dataset_version v where s.id = :site and v.id = :version
), nearest as (
  select f.geom <-> a.footprint as metres
  from asked a, feature f
  where f.dataset_version_id = :version
    and (cardinality(cast(:classes as text[])) = 0 or f.class = any (cast(:classes as text[])))
  order by f.geom <-> a.footprint
  limit 1
)
select count(*) over () as matched,
  json_build_object('type', 'Feature', 'id', f.id, 'geometry', cast(st_asgeojson(st_transform(f.geom, 4326), 7) as json),
    'properties', json_build_object('role', 'nearest', 'dataset', a.dataset, 'version', a.version, 'objectId', f.object_id,
      'class', f.class, 'distanceM', st_distance(f.geom, a.footprint), 'properties', f.properties)) as feature,
  case when n.metres > 0 then json_build_object('type', 'Feature',
    'geometry', cast(st_asgeojson(st_transform(st_shortestline(a.footprint, f.geom), 4326), 7) as json),
    'properties', json_build_object('role', 'line', 'distanceM', n.metres)) end as line
from asked a, nearest n, feature f
where n.metres <= :cap and f.dataset_version_id = :version and st_dwithin(f.geom, a.footprint, n.metres + 1e-9)
  and (cardinality(cast(:classes as text[])) = 0 or f.class = any (cast(:classes as text[])))
order by f.id
limit :limit;
