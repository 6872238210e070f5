-- A number property added up over the features within a distance of each site, each feature once; no row where there
-- is none. :property '' counts them. Null where a feature lacks the number: a sum without it would say too little.
-- :sites     bigint[]  site_version.id
-- :layers    int[]     layer.id of layers that keep each feature
-- :property  text      name of a number property, or ''
-- :within    metres
select s.id, case when :property = '' then near.count when near.count = near.known then near.sum end as total
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
cross join lateral (
  select count(*) as count, count(v.number) as known, sum(v.number) as sum
  from (
    select distinct p.feature_id
    from unnest(cast(:layers as int[])) l (id)
    join piece p on p.layer_id = l.id and st_dwithin(p.geom, s.footprint, :within)
  ) n
  left join feature f on :property <> '' and f.id = n.feature_id
  cross join lateral (
    select case jsonb_typeof(f.properties -> :property) when 'number' then cast(f.properties ->> :property as float8) end
  ) v (number)
) near
where near.count > 0;
