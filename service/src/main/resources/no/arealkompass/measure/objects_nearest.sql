-- The feature a property is read from for one site, with the value and the line from the site's border to it. Of several
-- equally near the one first in the file, as in nearest.sql. No row where none is near enough.
-- :site      site_version.id
-- :version   dataset_version.id
-- :classes   text[]  classes that count; none = all
-- :property  text    property name
-- :within    metres
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
select cast(1 as bigint) as matched,
  json_build_object('type', 'Feature', 'id', f.id, 'geometry', cast(st_asgeojson(st_transform(f.geom, 4326), 7) as json),
    'properties', json_build_object('role', 'read', 'dataset', a.dataset, 'version', a.version, 'objectId', f.object_id,
      'class', f.class, 'distanceM', st_distance(f.geom, a.footprint), 'property', :property,
      'value', f.properties -> :property, 'properties', f.properties)) as feature,
  case when n.metres > 0 then json_build_object('type', 'Feature',
    'geometry', cast(st_asgeojson(st_transform(st_shortestline(a.footprint, f.geom), 4326), 7) as json),
    'properties', json_build_object('role', 'line', 'distanceM', n.metres)) end as line
from asked a, nearest n, feature f
where n.metres <= :within and f.dataset_version_id = :version and st_dwithin(f.geom, a.footprint, n.metres + 1e-9)
  and (cardinality(cast(:classes as text[])) = 0 or f.class = any (cast(:classes as text[])))
order by f.id
limit 1;
