-- Positions of one CRS in another, in the same order; east (longitude) first in both.
-- :xs, :ys   float8[]
-- :from, :to EPSG codes
select st_x(p.geom) as x, st_y(p.geom) as y
from unnest(cast(:xs as float8[]), cast(:ys as float8[])) with ordinality c (x, y, place)
cross join lateral st_transform(st_setsrid(st_makepoint(c.x, c.y), cast(:from as int)), cast(:to as int)) p (geom)
order by c.place;
