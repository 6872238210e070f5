-- The parts of features that lie on one site, the largest first, each with its area and its share of the site. Shares of
-- features that overlap each other add up to more than the union that is measured. Lines and points count where they
-- touch; polygons that only share a border do not.
-- :site     site_version.id
-- :version  dataset_version.id
-- :classes  text[]  classes that count; none = all
-- :limit    how many are given; matched says how many there are
select count(*) over () as matched,
  json_build_object('type', 'Feature', 'id', c.id, 'geometry', cast(st_asgeojson(st_transform(c.part, 4326), 7) as json),
    'properties', json_build_object('role', 'overlap', 'dataset', c.dataset, 'version', c.version, 'objectId', c.object_id,
      'class', c.class, 'areaM2', st_area(c.part), 'share', st_area(c.part) / st_area(c.footprint),
      'properties', c.properties)) as feature,
  cast(null as json) as line
from (
  select f.id, f.object_id, f.class, f.properties, v.dataset, v.version, s.footprint,
    st_collectionextract(st_intersection(f.geom, s.footprint), st_dimension(f.geom) + 1) as part, st_dimension(f.geom) as dimension
  from site_version s, dataset_version v, feature f
  where s.id = :site and v.id = :version and f.dataset_version_id = :version and st_intersects(f.geom, s.footprint)
    and (cardinality(cast(:classes as text[])) = 0 or f.class = any (cast(:classes as text[])))
) c
where c.dimension < 2 or st_area(c.part) > 0
order by st_area(c.part) desc, c.id
limit :limit;
