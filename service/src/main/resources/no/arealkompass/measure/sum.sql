-- A number property added up over the features within a distance of each site, each feature once; no row where there
-- is none. :property '' counts them. Null where a feature lacks the number: a sum without it would say too little.
-- :sites     bigint[]  site_version.id
-- :layers    int[]     layer.id of layers that keep each feature
-- :property  text      name of a number property, or ''
-- :within    metres
select n.id, case when :property = '' then count(*) when count(*) = count(v.number) then sum(v.number) end as total
from (
  select distinct s.id, p.feature_id
  from unnest(cast(:sites as bigint[])) asked (id)
  join site_version s on s.id = asked.id
  cross join unnest(cast(:layers as int[])) l (id)
  join piece p on p.layer_id = l.id and st_dwithin(p.geom, s.footprint, :within)
) n
left join feature f on :property <> '' and f.id = n.feature_id
cross join lateral (
  select case jsonb_typeof(f.properties -> :property) when 'number' then cast(f.properties ->> :property as float8) end
) v (number)
group by n.id;
