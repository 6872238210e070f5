-- The sites for which a dataset version does not cover all that an answer needs, and the metres it covers round them:
-- the distance to its edge, null where the site itself is not wholly inside. The rest, which is nearly all, has no row.
-- Where one box round all of them is covered, none is looked at alone.
-- :sites    bigint[]  site_version.id
-- :radii    float8[]  metres needed round each, in the same order
-- :version  dataset_version.id
with asked as materialized (
  select s.id, s.footprint, a.radius
  from unnest(cast(:sites as bigint[]), cast(:radii as float8[])) a (id, radius) join site_version s using (id)
), doubtful as materialized (
  select coverage, st_boundary(coverage) as edge
  from dataset_version v
  where v.id = :version and not st_covers(v.coverage, (
    select st_expand(st_setsrid(cast(st_extent(footprint) as geometry), st_srid(v.coverage)), max(radius)) from asked))
)
select a.id, case when st_covers(d.coverage, a.footprint) then st_distance(a.footprint, d.edge) end as metres
from asked a cross join doubtful d
where not st_covers(d.coverage, st_expand(a.footprint, a.radius));
