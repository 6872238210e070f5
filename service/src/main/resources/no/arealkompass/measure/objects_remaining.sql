-- The largest connected part of one site after the cuts, which is what is measured: the same shape as in remaining.sql.
-- :site     site_version.id
-- :layers   int[]     layer.id, one per cut and class
-- :buffers  float8[]  metres by which that layer is grown, in the same order
select cast(1 as bigint) as matched,
  json_build_object('type', 'Feature', 'geometry', cast(st_asgeojson(st_transform(part.geom, 4326), 7) as json),
    'properties', json_build_object('role', 'remaining', 'areaM2', st_area(part.geom))) as feature,
  cast(null as json) as line
from site_version s
cross join lateral (
  select st_unaryunion(st_collect(case when c.buffer = 0 then p.geom else st_buffer(p.geom, c.buffer, 16) end)) as geom
  from unnest(cast(:layers as int[]), cast(:buffers as float8[])) c (layer, buffer)
  join piece p on p.layer_id = c.layer and st_dwithin(p.geom, s.footprint, c.buffer)
  where c.buffer > 0 or st_dimension(p.geom) = 2
) cut
cross join lateral st_dump(case when cut.geom is null then s.footprint else st_difference(s.footprint, cut.geom) end) part
where s.id = :site
order by st_area(part.geom) desc
limit 1;
