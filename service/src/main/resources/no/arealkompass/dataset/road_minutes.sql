-- Minutes from every node to one destination, which enters the network at the nearest point of the nearest road:
-- node 0, with an edge to each end of that stretch. Roads are driven both ways, so one search from there suffices.
--   :longitude :latitude degrees, :storage CRS of the database, :property what the minutes are called
create temporary table road_entry on commit drop as
select e.source, e.target, e.minutes, st_linelocatepoint(e.geom, p.point) as at
from (select st_transform(st_setsrid(st_makepoint(:longitude, :latitude), 4326), :storage) as point) p
cross join lateral (select * from road_edge order by geom <-> p.point limit 1) e;

insert into road_value (node, property, value)
select node, :property, agg_cost
from pgr_drivingdistance(
  'select id, source, target, minutes as cost from road_edge
   union all select -1, 0, source, at * minutes from road_entry
   union all select -2, 0, target, (1 - at) * minutes from road_entry', 0, 1e9, false)
where node > 0;

drop table road_entry;
