-- The area of a correction as it would be stored, and what is wrong with it: why it is not valid, and how much of it lies
-- outside the municipality.
-- :wkb  polygon in longitude and latitude; :storage storage CRS; :municipality number
-- :municipalities  dataset_version.id of the municipalities
with asked as (
  select st_multi(st_transform(st_geomfromwkb(:wkb, 4326), cast(:storage as int))) as area
), ground as (
  select st_union(geom) as geom from feature where dataset_version_id = :municipalities and class = :municipality
)
select st_asbinary(a.area) as area, st_isvalidreason(a.area) as valid, st_area(a.area) as area_m2,
       case when not st_isvalid(a.area) or g.geom is null then null
            when st_coveredby(a.area, g.geom) then 0
            else st_area(st_difference(a.area, g.geom)) end as outside_m2
from asked a cross join ground g
