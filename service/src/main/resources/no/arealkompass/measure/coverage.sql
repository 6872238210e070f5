-- The sites for which a dataset version does not cover all that an answer needs, and the metres it covers round them:
-- the distance to its edge, null where the site itself is not wholly inside. The rest, which is nearly all, has no row.
-- :sites    bigint[]  site_version.id
-- :radii    float8[]  metres needed round each, in the same order
-- :version  dataset_version.id
select s.id, case when st_covers(v.coverage, s.footprint) then st_distance(s.footprint, v.edge) end as metres
from (select coverage, st_boundary(coverage) as edge from dataset_version where id = :version offset 0) v
cross join unnest(cast(:sites as bigint[]), cast(:radii as float8[])) asked (id, radius)
join site_version s on s.id = asked.id
where not st_covers(v.coverage, st_expand(s.footprint, asked.radius));
