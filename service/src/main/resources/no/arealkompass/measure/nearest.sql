-- A property of the feature nearest to each site; no row where none is near enough. Of several equally near (all that
-- touch the site are 0 m away) the one first in the file counts, so that the answer is the same every time.
-- :sites     bigint[]  site_version.id
-- :layers    int[]     layer.id of layers that keep each feature
-- :property  text      property name
-- :within    metres
select s.id, jsonb_typeof(f.properties -> :property) as type, f.properties ->> :property as value
from site_version s
cross join lateral (
  select n.feature_id
  from unnest(cast(:layers as int[])) l (id)
  cross join lateral (
    select p.feature_id, p.geom <-> s.footprint as metres
    from piece p
    where p.layer_id = l.id
    order by p.geom <-> s.footprint, p.feature_id
    limit 1
  ) n
  where n.metres <= :within
  order by n.metres, n.feature_id
  limit 1
) nearest
join feature f on f.id = nearest.feature_id
where s.id = any (cast(:sites as bigint[]));
