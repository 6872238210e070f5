-- What is wrong with drawn shapes, and where. Nothing is repaired.
-- :shapes   bytea[]  well-known binary, longitude and latitude (EPSG:4326)
-- :west :south :east :north  bounds of the region, degrees
-- :storage  EPSG code of the storage CRS
with drawn as (
  select s.no, st_setsrid(st_geomfromwkb(s.wkb), 4326) g
  from unnest(cast(:shapes as bytea[])) with ordinality s (wkb, no)
), region as (
  select st_makeenvelope(:west, :south, :east, :north, 4326) box
), placed as (
  select d.no, d.g,
    (select p.geom from st_dumppoints(d.g) p where not st_intersects(p.geom, r.box) limit 1) outside
  from drawn d cross join region r
), stored as (
  select no, outside, st_isvaliddetail(g) as drawn_as,
    case when outside is null and st_isvalid(g) then st_isvaliddetail(st_transform(g, :storage)) end as stored_as
  from placed
), wrong as (
select no, 'OUTSIDE_REGION' as code, '' as reason, outside as place from stored where outside is not null
union all
select no, 'INVALID', (drawn_as).reason, st_setsrid((drawn_as).location, 4326) from stored where not (drawn_as).valid
union all
select no, 'INVALID', (stored_as).reason, st_transform(st_setsrid((stored_as).location, :storage), 4326)
from stored where not (stored_as).valid
)
select no, code, reason, st_x(place) x, st_y(place) y from wrong order by no
