-- Share 0..1 of each site covered by the union of some layers; no row where none of them meets the site.
-- :sites   bigint[]  site_version.id
-- :layers  int[]     layer.id of dissolved polygons: within one layer areas may be added, across layers they may not
select id, least(1, case when first = last then area else st_area(st_unaryunion(parts)) end / st_area(footprint)) as share
from (
  select s.id, s.footprint, min(l.id) as first, max(l.id) as last, sum(st_area(c.part)) as area, st_collect(c.part) as parts
  from unnest(cast(:sites as bigint[])) asked (id)
  join site_version s on s.id = asked.id
  cross join unnest(cast(:layers as int[])) l (id)
  join piece p on p.layer_id = l.id and st_intersects(s.footprint, p.geom)
  cross join lateral (select st_intersection(p.geom, s.footprint) as part offset 0) c
  group by s.id
) covered;
