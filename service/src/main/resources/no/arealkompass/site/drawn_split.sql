-- The parts of a shape cut by a line, largest first, in longitude and latitude.
-- :shape  well-known binary of polygons, longitude and latitude
-- :line   well-known binary of a line, longitude and latitude
with storage as (
  select st_transform(st_setsrid(st_geomfromwkb(:shape), 4326), srid) as shape,
    st_transform(st_setsrid(st_geomfromwkb(:line), 4326), srid) as line
  from find_srid('', 'site_version', 'footprint') srid
)
select st_asbinary(st_transform(part.geom, 4326))
from storage, st_dump(st_collectionextract(st_split(shape, line), 3)) part
order by st_area(part.geom) desc, part.path;
