-- Pieces of ground as they are sent: CRS84, every piece once whatever it was put together from, with a point on it.
-- A piece of more than 2,000 points is simplified by at most two metres, which is said.
-- :kinds text[], :nos bigint[] in the same order
with shape as materialized (
  select k.kind, k.no, case when count(*) = 1 then (array_agg(a.geom))[1] else st_unaryunion(st_collect(a.geom)) end as geom
  from unnest(cast(:kinds as text[]), cast(:nos as bigint[])) k (kind, no)
  join ground a on a.kind = k.kind and a.no = k.no
  group by k.kind, k.no
), placed as materialized (
  select *, st_npoints(geom) > 2000 as simplified, st_transform(st_pointonsurface(geom), 4326) as point from shape
)
select kind, no, st_area(geom) as area, simplified,
  st_asgeojson(st_transform(case when simplified then st_simplifypreservetopology(geom, 2) else geom end, 4326), 7) as json,
  st_x(point) as longitude, st_y(point) as latitude
from placed;
