-- Minutes from every node to the nearest junction of the great roads: a node where a road of their classes meets one of
-- another class. One search from node 0, which stands on all of them at once.
--   :property what the minutes are called, :classes the classes of the great roads
create temporary table road_goal on commit drop as
select n.node
from road_edge e cross join lateral (values (e.source), (e.target)) n(node)
group by n.node
having bool_or(e.class = any (cast(:classes as text[]))) and bool_or(e.class <> all (cast(:classes as text[])));

insert into road_value (node, property, value)
select node, :property, agg_cost
from pgr_drivingdistance(
  'select id, source, target, minutes as cost from road_edge
   union all select -row_number() over (), 0, node, 0 from road_goal', 0, 1e9, false)
where node > 0 and exists (select from road_goal);

drop table road_goal;
