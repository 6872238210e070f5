-- The preview of a delivery, as its objects would lie if their coordinates were in :srid (:flip = north first).
with crs as (
  select proj4text like '%+proj=longlat%' as degrees from spatial_ref_sys where srid = :srid
), reading as (
  select o.no, o.object_id, st_setsrid(case when :flip then st_flipcoordinates(o.geom) else o.geom end, :srid) as geom
  from delivery_object o where o.delivery_id = :delivery
), possible as materialized (
  select r.* from reading r cross join crs c
  where case when c.degrees then st_xmin(geom) >= -180 and st_xmax(geom) <= 180
                                 and st_ymin(geom) >= -90 and st_ymax(geom) <= 90
             else greatest(abs(st_xmin(geom)), abs(st_xmax(geom))) < 1.5e7
                  and greatest(abs(st_ymin(geom)), abs(st_ymax(geom))) < 1.5e7 end
)
select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object(
         'type', 'Feature', 'id', no, 'properties', json_build_object('objectId', object_id),
         'geometry', st_asgeojson(st_transform(geom, 4326), 6)::json) order by no), '[]'))::text
from possible
