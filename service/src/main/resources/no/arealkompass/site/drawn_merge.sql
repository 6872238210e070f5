-- The union of some shapes, longitude and latitude.
-- :shapes  bytea[]  well-known binary of polygons, longitude and latitude
select st_asbinary(st_transform(st_unaryunion(st_collect(st_transform(st_setsrid(st_geomfromwkb(s.wkb), 4326), srid))), 4326))
from unnest(cast(:shapes as bytea[])) s (wkb), find_srid('', 'site_version', 'footprint') srid;
