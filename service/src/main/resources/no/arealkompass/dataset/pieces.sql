-- Writes what measuring reads of one dataset version, from its features; run once, in the transaction that imports it.
-- :version  dataset_version.id
-- Polygons are stored twice: dissolved per class (areas may be summed, borders between neighbours are gone) and each
-- feature for itself. Lines and points of several classes are stored twice too: per class, and all together, so that
-- "nearest of any class" is one search. Small pieces have tight boxes: a search computes few exact distances.
with made as (
  insert into layer (dataset_version_id, class, shape, each)
  select :version, class, shape, each
  from (select class, max(st_dimension(geom)) as dimension, count(distinct class) as classes from feature
        where dataset_version_id = :version group by grouping sets ((class), ())) c
  join (values (2, true, false), (2, false, true), (1, true, true), (0, true, true)) u (dimension, shape, each)
    using (dimension)
  where class is not null or (classes > 1 and dimension < 2)
  returning id, class, each
), whole as (
  select m.id as layer_id, f.id as feature_id, f.geom
  from made m join feature f on f.dataset_version_id = :version and f.class = coalesce(m.class, f.class)
  where m.each
  union all
  select m.id, null, st_union(f.geom)
  from made m join feature f on f.dataset_version_id = :version and f.class = m.class
  where not m.each
  group by m.id
)
insert into piece (layer_id, feature_id, geom)
select w.layer_id, w.feature_id, p.geom
from whole w
cross join lateral st_dump(w.geom) d
cross join lateral st_subdivide(d.geom, 64) p (geom)
order by w.layer_id, p.geom;
call refresh_statistics();
