-- A property of the feature nearest to each site, and its distance; no row where none is near enough. Of several
-- equally near (all that touch the site are 0 m away) the one first in the file counts: the same answer every time.
-- :sites     bigint[]  site_version.id
-- :layers    int[]     layer.id of layers that keep each feature
-- :property  text      property name
-- :within    metres
select s.id, nearest.metres, jsonb_typeof(f.properties -> :property) as type, f.properties ->> :property as value
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
cross join lateral (
  select min(n.metres) as metres
  from unnest(cast(:layers as int[])) l (id)
  cross join lateral (
    select p.geom <-> s.footprint as metres
    from piece p
    where p.layer_id = l.id
    order by p.geom <-> s.footprint
    limit 1
  ) n
) nearest
cross join lateral (
  select min(p.feature_id) as feature_id
  from unnest(cast(:layers as int[])) l (id)
  join piece p on p.layer_id = l.id and st_dwithin(p.geom, s.footprint, nearest.metres + 1e-9)
) first
join feature f on f.id = first.feature_id
where nearest.metres <= :within;
