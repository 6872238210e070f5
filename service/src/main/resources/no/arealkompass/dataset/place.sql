-- Puts every staged object on the ground: where it lies in degrees, whether that is in the region, and how it would be
-- stored. Coordinates that cannot be what the CRS says (a metre number as a degree) are never transformed; where the
-- CRS is not known (:srid 0) nothing is.
--   :anywhere whether what lies outside the region is stored too,
--   :srid CRS of the file, :storage CRS of the database, :west :south :east :north bounds of the region in degrees
create temporary table placed on commit drop as
with crs as (
  select proj4text like '%+proj=longlat%' as degrees from spatial_ref_sys where srid = :srid
), bounds as (
  select st_makeenvelope(:west, :south, :east, :north, 4326) as box
), shape as (
  select s.no, s.geom, st_envelope(s.geom) as frame,
         case when c.degrees
              then st_xmin(s.geom) >= -180 and st_xmax(s.geom) <= 180 and st_ymin(s.geom) >= -90 and st_ymax(s.geom) <= 90
              else greatest(abs(st_xmin(s.geom)), abs(st_xmax(s.geom)), abs(st_ymin(s.geom)), abs(st_ymax(s.geom))) < 1.5e7
         end as plausible
  from staged s cross join crs c
  where s.geom is not null and not st_isempty(s.geom)
), ground as materialized (
  select s.*, case when s.plausible then st_force2d(st_transform(s.geom, 4326)) end as degrees
  from shape s
)
select g.no, g.plausible, g.frame,
       coalesce(g.degrees && b.box, false) as inside,
       st_envelope(g.degrees) as box,
       st_centroid(st_envelope(g.degrees)) as place,
       case when g.plausible and (:anywhere or g.degrees && b.box)
            then st_force2d(st_transform(g.geom, :storage)) end as stored
from ground g cross join bounds b
