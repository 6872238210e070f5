-- Dekar of the largest connected part of each site after the cuts; parts that meet in a point only are two parts.
-- Sixteen segments per quarter circle: a buffer of r metres is at most 0.0012 r too small.
-- :sites    bigint[]  site_version.id
-- :layers   int[]     layer.id, one per cut and class
-- :buffers  float8[]  metres by which that layer is grown, in the same order; a line or point with 0 takes nothing
select s.id, coalesce((
    select max(st_area(part.geom))
    from st_dump(case when cut.geom is null then s.footprint else st_difference(s.footprint, cut.geom) end) part
  ), 0) / 1000 as daa
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
cross join lateral (
  select st_unaryunion(st_collect(case when c.buffer = 0 then p.geom else st_buffer(p.geom, c.buffer, 16) end)) as geom
  from unnest(cast(:layers as int[]), cast(:buffers as float8[])) c (layer, buffer)
  join piece p on p.layer_id = c.layer and st_dwithin(p.geom, s.footprint, c.buffer)
  where c.buffer > 0 or st_dimension(p.geom) = 2
) cut;
