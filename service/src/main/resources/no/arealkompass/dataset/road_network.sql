-- Builds the network of one road version: nodes where roads meet and at most every :splitM metres, edges between them.
--   :version dataset_version.id of the roads; :classes and :speeds km/h by class, in step (a class without a speed is not
--   driven); :splitM, :joinM metres; :property whose values :allowed open a road for the vehicle (empty = all are open;
--   a road that does not say is driven, and told apart as silent); :maxKmh the most the vehicle may drive
-- A planned road states its own speed as `fartKmh`; no source fills that property, so roads that exist go by class.
create temporary table road on commit drop as
select row_number() over () as id, least(coalesce((f.properties ->> 'fartKmh')::float8, s.speed), :maxKmh) as speed,
       f.class, d.geom, st_length(d.geom) as length,
       cast(:property as text) <> '' and f.properties ->> cast(:property as text) is null as silent
from feature f
join unnest(cast(:classes as text[]), cast(:speeds as float8[])) as s(class, speed) using (class)
cross join lateral st_dump(f.geom) d
where f.dataset_version_id = :version and st_length(d.geom) > 0
  and (cast(:property as text) = '' or f.properties ->> cast(:property as text) is null
       or f.properties ->> cast(:property as text) = any (cast(:allowed as text[])));
create index on road using gist (geom);
analyze road;

-- Where roads may meet: their ends, and corners that two roads share to the millimetre.
create temporary table road_meeting on commit drop as
with corner as (
  select r.id, p.geom, p.path[1] in (1, st_npoints(r.geom)) as is_end, st_snaptogrid(p.geom, 0.001) as place
  from road r cross join lateral st_dumppoints(r.geom) p
), meeting as (
  select (array_agg(geom))[1] as geom from corner group by place having bool_or(is_end) or count(distinct id) > 1
)
select st_clusterdbscan(geom, :joinM, 1) over () + 1 as node, geom from meeting;
create index on road_meeting using gist (geom);
analyze road_meeting;

-- Every road is cut where it meets a node, and between two such cuts into equal parts.
create temporary table road_cut on commit drop as
with met as (
  select r.id as road, m.node, st_linelocatepoint(r.geom, m.geom) as at
  from road r join road_meeting m on st_dwithin(r.geom, m.geom, :joinM)
), cut as (
  select road, node, avg(at) as at from met group by road, node
  union all -- a ring begins and ends at one node
  select r.id, m.node, e.at from road r cross join lateral (values (0.0), (1.0)) e(at)
  join road_meeting m on st_dwithin(m.geom, st_lineinterpolatepoint(r.geom, e.at), 0.001)
), next as (
  select c.road, c.node, c.at, r.length, lead(c.at) over w as next_at
  from (select road, node, least(1, greatest(0, at)) as at from cut) c join road r on r.id = c.road
  window w as (partition by c.road order by c.at, c.node)
)
select road, node, at from next
union all
select road, null, at + (next_at - at) * part / parts
from next
cross join lateral (select ceil((next_at - at) * length / :splitM)::int as parts) n
cross join lateral generate_series(1, parts - 1) part;
alter table road_cut add column id int generated always as identity;
update road_cut set node = id + (select coalesce(max(node), 0) from road_meeting) where node is null;

create temporary table road_edge on commit drop as
with stretch as (
  select c.road, c.node as source, lead(c.node) over w as target, c.at, lead(c.at) over w as next_at
  from road_cut c window w as (partition by c.road order by c.at, c.id)
)
select row_number() over () as id, s.source::bigint, s.target::bigint, r.class,
       (s.next_at - s.at) * r.length as metres, (s.next_at - s.at) * r.length * 0.06 / r.speed as minutes,
       st_linesubstring(r.geom, s.at, s.next_at) as geom
from stretch s join road r on r.id = s.road
where s.target is not null and s.target <> s.source and s.next_at > s.at;
create index on road_edge using gist (geom);
analyze road_edge;

create temporary table road_node on commit drop as
select distinct on (node) node, geom from (
  select source as node, st_startpoint(geom) as geom from road_edge
  union all select target, st_endpoint(geom) from road_edge
) n order by node, st_x(geom), st_y(geom);

create temporary table road_value (node bigint not null, property text not null, value float8 not null) on commit drop;
