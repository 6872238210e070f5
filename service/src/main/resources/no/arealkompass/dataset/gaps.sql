-- How much of each municipality a dataset version has something to say about, and where it has not.
--   :frame dataset_version.id of the municipalities, :numbers theirs in the order wanted, :version dataset_version.id of
--   the dataset, 0 = there is none; :simplifyM tolerance of the shapes for drawing (m): areas are of the exact ones
with ground as materialized (
  select n.number, n.place, st_union(f.geom) as geom
  from unnest(cast(:numbers as text[])) with ordinality n(number, place)
  join feature f on f.dataset_version_id = :frame and f.class = n.number
  group by n.number, n.place
), cut as materialized (
  select g.*, coalesce(st_collectionextract(st_intersection(g.geom, v.coverage), 3),
                       st_setsrid('multipolygon empty'::geometry, st_srid(g.geom))) as covered
  from ground g left join dataset_version v on v.id = :version
), told as (
  select number, place, geom, st_area(geom) as area_m2, covered,
         case when st_isempty(covered) then geom else st_collectionextract(st_difference(geom, covered), 3) end as gap
  from cut
)
select number, area_m2, case when st_area(gap) < 1 then 0 else st_area(gap) end as gap_m2,
       (select st_asgeojson(st_transform(st_simplifypreservetopology(covered, :simplifyM), 4326), 5)) as covered,
       (select st_asgeojson(st_transform(st_simplifypreservetopology(gap, :simplifyM), 4326), 5)) as gap
from told
order by place
