-- How many people are within :minutes of every node. Each area of people enters the roads at one node, the one nearest
-- to a point inside it; roads are driven both ways, so a search outward from there finds who can come.
--   :roads and :people dataset_version.id; :count their property with the number; :toleranceM metres to a road at most;
--   :splitM metres; :complete and :atLeast what the numbers are called
create index on road_node using gist (geom);
analyze road_node;

create temporary table road_people on commit drop as
select n.node, (f.properties ->> cast(:count as text))::float8 as people
from feature f
left join lateral (
  select r.node, r.geom <-> st_pointonsurface(f.geom) as metres from road_node r
  order by r.geom <-> st_pointonsurface(f.geom) limit 1
) n on n.metres <= :toleranceM
where f.dataset_version_id = :people;

insert into road_value (node, property, value)
select n.node, :atLeast, coalesce(r.people, 0)
from road_node n left join (
  select d.node, sum(p.people) as people
  from pgr_drivingdistance('select id, source, target, minutes as cost from road_edge',
         (select coalesce(array_agg(distinct node), '{}') from road_people where node is not null), :minutes, false) d
  join (select node, sum(people) as people from road_people group by node) p on p.node = d.from_v
  group by d.node
) r using (node);

-- Where roads or people are no longer known. Whoever gets there within the minutes might have met more people beyond.
create temporary table road_goal on commit drop as
select n.node
from road_node n
cross join (select st_buffer(st_intersection(r.coverage, p.coverage), -:splitM) as inside
            from dataset_version r, dataset_version p where r.id = :roads and p.id = :people) known
where not st_intersects(n.geom, known.inside);

insert into road_value (node, property, value)
select v.node, :complete, v.value
from road_value v
where v.property = :atLeast and v.node not in (
  select node from pgr_drivingdistance(
    'select id, source, target, minutes as cost from road_edge
     union all select -row_number() over (), 0, node, 0 from road_goal', 0, :minutes, false)
  where exists (select from road_goal));

drop table road_goal;
