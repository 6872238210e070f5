-- The union of some shapes, longitude and latitude.
-- On the grid of drawn_apart.sql, so that no sliver of a nanometre is left between neighbours.
-- :shapes  bytea[]  well-known binary of polygons, longitude and latitude
select st_asbinary(st_transform(st_unaryunion(st_collect(st_transform(st_setsrid(st_geomfromwkb(s.wkb), 4326), srid)), 0.00001), 4326))
from unnest(cast(:shapes as bytea[])) s (wkb), find_srid('', 'site_version', 'footprint') srid;
