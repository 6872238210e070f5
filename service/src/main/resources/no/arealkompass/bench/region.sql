-- A made-up region of 100 km by 100 km in the tables of the service: roads as chains that bend, zones as ragged shapes
-- that overlap, sites as ragged shapes of 1 to 60 ha. Same numbers, same region.
-- :sites, :roads, :zones  how many, about     :seed  -1..1
truncate dataset_version, layer, piece, feature, import, import_issue, site, site_version, measurement, municipality_share,
  run, run_score cascade;
drop schema if exists bench cascade;
create schema bench;
create table bench.seed as select :seed as seed where setseed(:seed) is not null;

insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by, feature_count, coverage,
  accuracy_m, omits_below_m2, is_sample)
select d, 1, 'made up', '{}', '', '', 'bench', 0, st_multi(st_buffer(st_setsrid(st_point(550000, 6650000), 25833), 300000, 64)),
  0, 0, true
from unnest(array['bench-roads', 'bench-zones']) d;

create table bench.chain as
select row_number() over () as id, class, links, step, bend,
  500000 + random() * 100000 as x, 6600000 + random() * 100000 as y, random() * 2 * pi() as heading
from (values ('E', 0.005, 200, 450, 0.15), ('R', 0.02, 200, 400, 0.25), ('F', 0.12, 40, 300, 0.4), ('K', 0.345, 20, 200, 0.6),
  ('P', 0.51, 5, 120, 0.8)) kind (class, share, links, step, bend)
cross join lateral generate_series(1, ceil(share * :roads / links)::int);

insert into feature (dataset_version_id, class, object_id, properties, geom)
with turn as (
  select id, class, links, step, x, y, i,
    heading + sum((random() - 0.5) * bend) over (partition by id order by i) as heading
  from bench.chain cross join lateral generate_series(0, links * 3) i
), vertex as (
  select id, class, links, i, x + sum(step / 3.0 * cos(heading)) over (partition by id order by i) as x,
    y + sum(step / 3.0 * sin(heading)) over (partition by id order by i) as y
  from turn
)
select v.id, class, link::text, jsonb_build_object('nr', row_number() over (order by c, link)), geom
from (
  select c.id as c, c.class, n.i / 3 as link, st_setsrid(st_makeline(st_point(m.x, m.y) order by m.i), 25833) as geom
  from vertex c join vertex n on n.id = c.id and n.i = c.i join vertex m on m.id = c.id and m.i between c.i and c.i + 3
  where c.i % 3 = 0 and c.i < c.links * 3
  group by c.id, c.class, n.i
) links
cross join (select id from dataset_version where dataset = 'bench-roads') v
order by c, links.link;

create function bench.ragged(x float8, y float8, radius float8, corners int) returns geometry language sql volatile as $$
  select st_multi(st_setsrid(st_makepolygon(st_addpoint(ring, st_startpoint(ring))), 25833))
  from (
    select st_makeline(st_point(x + radius * near * cos(angle), y + radius * near * sin(angle)) order by angle) as ring
    from (select 2 * pi() * i / corners as angle, 0.6 + 0.4 * random() as near from generate_series(0, corners - 1) i) corner
  ) drawn
$$;

insert into feature (dataset_version_id, class, object_id, properties, geom)
select v.id, class, '', '{}', bench.ragged(x, y, radius, corners)
from (
  select class, 500000 + random() * 100000 as x, 6600000 + random() * 100000 as y,
    smallest * exp(1.2 * random()) as radius, 12 + (random() * 60)::int as corners
  from (values ('bog', 0.60, 120), ('flood', 0.25, 120), ('clay', 0.10, 120), ('protected', 0.05, 400)) kind (class, share, smallest)
  cross join lateral generate_series(1, ceil(share * :zones)::int)
) zone
cross join (select id from dataset_version where dataset = 'bench-zones') v;

insert into site (id) select 'bench-' || i from generate_series(1, :sites) i;
insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known, accuracy_m, source, facts, by)
select 'bench-' || i, 1, 'bench-' || i, 'LAND', 'PUBLISHED',
  bench.ragged(505000 + random() * 90000, 6605000 + random() * 90000, 80 + 400 * random(), 8 + (random() * 16)::int),
  true, true, 0, 'made up', '[]', 'bench'
from generate_series(1, :sites) i;
