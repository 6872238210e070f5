-- Pieces of ground as they are sent: CRS84, every piece once whatever it was put together from, with a point on it.
-- A piece of more than 2,000 points is simplified by at most two metres, which is said.
-- :kinds text[], :nos bigint[] in the same order
select k.kind, k.no, st_area(g.geom) as area, st_npoints(g.geom) > 2000 as simplified,
  st_asgeojson(st_transform(case when st_npoints(g.geom) > 2000 then st_simplifypreservetopology(g.geom, 2) else g.geom end, 4326), 7) as json,
  st_x(p.point) as longitude, st_y(p.point) as latitude
from unnest(cast(:kinds as text[]), cast(:nos as bigint[])) k (kind, no)
cross join lateral (select st_unaryunion(st_collect(a.geom)) as geom from ground a where a.kind = k.kind and a.no = k.no) g
cross join lateral (select st_transform(st_pointonsurface(g.geom), 4326) as point) p
where g.geom is not null;
