-- Place in the list of the first layer that touches each site; no row where none does.
-- Polygons touch when they share area (a common border is not enough), lines and points when they share a point.
-- :sites   bigint[]  site_version.id
-- :layers  int[]     layer.id, worst first
select s.id, worst.place
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
cross join lateral (
  select min(l.place) as place
  from unnest(cast(:layers as int[])) with ordinality l (id, place)
  join piece p on p.layer_id = l.id and st_intersects(s.footprint, p.geom)
  where st_dimension(p.geom) < 2 or st_relate(s.footprint, p.geom, '2********')
) worst
where worst.place is not null;
