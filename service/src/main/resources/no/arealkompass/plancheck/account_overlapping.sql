-- Whether polygons of different layers of a dataset version share ground anywhere; within a layer they never do.
-- :version  dataset_version.id
select exists (
  select from layer l join piece a on a.layer_id = l.id
  join piece b on b.layer_id = any (array(select o.id from layer o where o.dataset_version_id = :version and o.shape and o.class is not null))
    and b.layer_id > a.layer_id and st_intersects(a.geom, b.geom) and not st_touches(a.geom, b.geom)
    and st_area(st_intersection(a.geom, b.geom)) > 1e-6
  where l.dataset_version_id = :version and l.shape and l.class is not null
);
