-- A drawn shape as it would be stored, and its area. The outline of the stored site, sent back as it was given out, is
-- that site's own shape: degrees and back would move its last digits.
-- :shape     well-known binary of polygons, longitude and latitude
-- :replaces  site.id, or '' for a new one
with drawn as (
  select st_multi(st_setsrid(st_geomfromwkb(:shape), 4326)) as degrees
), stored as (
  select coalesce(
      (select u.footprint from site_in_use u cross join drawn d
       where u.site_id = :replaces and st_orderingequals(st_transform(u.footprint, 4326), d.degrees)),
      st_transform(d.degrees, find_srid('', 'site_version', 'footprint'))) as geom
  from drawn d
)
select st_asbinary(geom) as wkb, st_srid(geom) as srid, st_area(geom) as area_m2 from stored;
