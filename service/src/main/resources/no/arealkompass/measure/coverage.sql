-- How far each site lies from the edge of what a dataset version covers; no row where it is not wholly inside.
-- Where the box round the site that was asked for is covered, that radius is the answer: the true one is no less.
-- :sites    bigint[]  site_version.id
-- :radii    float8[]  metres asked for, in the same order
-- :version  dataset_version.id
select id, metres from (
  select s.id, case when st_covers(v.coverage, st_expand(s.footprint, a.radius)) then a.radius
                    when st_covers(v.coverage, s.footprint) then st_distance(s.footprint, v.edge) end as metres
  from (select coverage, st_boundary(coverage) as edge from dataset_version where id = :version offset 0) v
  cross join unnest(cast(:sites as bigint[]), cast(:radii as float8[])) a (site, radius)
  join site_version s on s.id = a.site
  offset 0
) inside
where metres is not null;
