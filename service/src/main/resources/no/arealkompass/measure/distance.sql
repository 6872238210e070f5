-- Metres in a straight line from each site to the nearest piece of some layers; no row where nothing is near enough.
-- :sites   bigint[]  site_version.id
-- :layers  int[]     layer.id; one search per layer, because a search over a list would walk past the common classes
-- :cap     metres    where the search ends
select s.id, min(n.metres) as metres
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
cross join unnest(cast(:layers as int[])) l (id)
cross join lateral (
  select p.geom <-> s.footprint as metres
  from piece p
  where p.layer_id = l.id
  order by p.geom <-> s.footprint
  limit 1
) n
where n.metres <= :cap
group by s.id;
