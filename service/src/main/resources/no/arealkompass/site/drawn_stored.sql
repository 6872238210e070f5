-- A drawn shape as it would be stored, and its area. The outline of the stored site that comes back untouched is that
-- site's own shape, as when it is saved (store_version.sql): degrees and back would move its last digits.
-- :shape     well-known binary of polygons, longitude and latitude
-- :replaces  site.id, or '' for a new one
with drawn as (
  select st_multi(st_setsrid(st_geomfromwkb(:shape), 4326)) as degrees
), stored as (
  select coalesce(
      (select u.footprint from site_in_use u cross join drawn d
       where u.site_id = :replaces and same_shape(u.footprint, st_transform(d.degrees, st_srid(u.footprint)))),
      st_transform(d.degrees, find_srid('', 'site_version', 'footprint'))) as geom
  from drawn d
)
select st_asbinary(geom) as wkb, st_srid(geom) as srid, st_area(geom) as area_m2 from stored;
