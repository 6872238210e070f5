-- Metres along roads from every node to the nearest road of the given classes: one search from node 0, which stands on
-- all of them at once.
--   :property what the metres are called, :classes the road classes
create temporary table road_goal on commit drop as
select distinct n.node from road_edge e cross join lateral (values (e.source), (e.target)) n(node)
where e.class = any (cast(:classes as text[]));

insert into road_value (node, property, value)
select node, :property, agg_cost
from pgr_drivingdistance(
  'select id, source, target, metres as cost from road_edge
   union all select -row_number() over (), 0, node, 0 from road_goal', 0, 1e9, false)
where node > 0 and exists (select from road_goal);

drop table road_goal;
