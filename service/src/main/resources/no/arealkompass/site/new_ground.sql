-- How much ground each site version adds to those before it: land under two outlines is counted once, for the first.
-- :ids  bigint[], site_version.id in the order in which they are counted
with s as (
  select v.id, v.footprint, o.place from unnest(cast(:ids as bigint[])) with ordinality o(id, place)
  join site_version v on v.id = o.id)
select s.id, st_area(case when before.footprint is null then s.footprint
    else st_difference(s.footprint, before.footprint) end) area_m2
from s cross join lateral (
  select st_union(e.footprint) footprint from s e where e.place < s.place and st_intersects(e.footprint, s.footprint)) before
