-- Share 0..1 of each site covered by the union of some layers; no row where none of them meets the site.
-- :sites   bigint[]  site_version.id
-- :layers  int[]     layer.id of dissolved polygons: within one layer areas may be added, across layers they may not
select s.id, least(1, st_area(case when c.first = c.last then c.parts else st_unaryunion(c.parts) end) / st_area(s.footprint)) as share
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
cross join lateral (
  select min(l.id) as first, max(l.id) as last, st_collect(st_intersection(p.geom, s.footprint)) as parts
  from unnest(cast(:layers as int[])) l (id)
  join piece p on p.layer_id = l.id and st_intersects(s.footprint, p.geom)
) c
where c.parts is not null;
