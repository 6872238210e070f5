-- The same region twice more, in schema bench. Plain: one table of roads and one of zones, as every tutorial has it.
-- Tuned by hand: a table and an index for every layer, dissolved and subdivided as the service's pieces are.
create table bench.site as select id, footprint as geom from site_version order by id;
create index on bench.site using gist (geom);
-- The plain statements take a minute or more for all sites, so they answer for every hundredth, or for 100.
create table bench.some_site as
select * from bench.site where id % greatest(1, (select count(*) / 100 from bench.site)) = 0;

create table bench.road as
select class, cast(properties ->> 'nr' as int) as nr, geom from feature where dataset_version_id = (
  select id from dataset_version where dataset = 'bench-roads');
create index on bench.road using gist (geom);
create table bench.zone as
select class, geom from feature where dataset_version_id = (select id from dataset_version where dataset = 'bench-zones');
create index on bench.zone using gist (geom);

create view bench.shape as
select l.class, p.feature_id, p.geom from layer l join piece p on p.layer_id = l.id where l.shape;
create table bench.road_e as select geom from bench.shape where class = 'E' order by geom;
create table bench.road_r as select geom from bench.shape where class = 'R' order by geom;
create table bench.road_f as select geom from bench.shape where class = 'F' order by geom;
create table bench.road_any as select geom from bench.shape where class is null order by geom;
create table bench.road_k as
select cast(f.properties ->> 'nr' as int) as nr, s.geom
from bench.shape s join feature f on f.id = s.feature_id where s.class = 'K' order by s.geom;
create table bench.bog as select geom from bench.shape where class = 'bog' order by geom;
create table bench.flood as select geom from bench.shape where class = 'flood' order by geom;
create table bench.clay as select geom from bench.shape where class = 'clay' order by geom;
create table bench.protected as select geom from bench.shape where class = 'protected' order by geom;
create index on bench.road_e using gist (geom);
create index on bench.road_r using gist (geom);
create index on bench.road_f using gist (geom);
create index on bench.road_k using gist (geom);
create index on bench.road_any using gist (geom);
create index on bench.bog using gist (geom);
create index on bench.flood using gist (geom);
create index on bench.clay using gist (geom);
create index on bench.protected using gist (geom);
analyze;
