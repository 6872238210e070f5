-- How far a destination is from the nearest road, in metres.
--   :longitude :latitude degrees, :storage CRS of the database
select e.geom <-> st_transform(st_setsrid(st_makepoint(:longitude, :latitude), 4326), :storage) as metres
from road_edge e
order by 1
limit 1
