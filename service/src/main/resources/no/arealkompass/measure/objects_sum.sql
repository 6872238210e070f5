-- The features that are added up or counted for one site, the largest numbers first; a feature without the number first
-- of all, for then there is no sum.
-- :site      site_version.id
-- :version   dataset_version.id
-- :classes   text[]  classes that count; none = all
-- :property  text    name of a number property; '' counts the features
-- :within    metres
-- :limit     how many are given; matched says how many there are
select count(*) over () as matched,
  json_build_object('type', 'Feature', 'id', f.id, 'geometry', cast(st_asgeojson(st_transform(f.geom, 4326), 7) as json),
    'properties', json_build_object('role', 'counted', 'dataset', v.dataset, 'version', v.version, 'objectId', f.object_id,
      'class', f.class, 'distanceM', st_distance(f.geom, s.footprint), 'value', n.number, 'properties', f.properties)) as feature,
  cast(null as json) as line
from site_version s
cross join dataset_version v
join feature f on f.dataset_version_id = v.id and st_dwithin(f.geom, s.footprint, :within)
  and (cardinality(cast(:classes as text[])) = 0 or f.class = any (cast(:classes as text[])))
cross join lateral (
  select case when :property = '' then 1
    when jsonb_typeof(f.properties -> :property) = 'number' then cast(f.properties ->> :property as float8) end as number
) n
where s.id = :site and v.id = :version
order by n.number desc nulls first, f.id
limit :limit;
