-- Made-up plans of six municipalities, 20 km by 20 km each, two rows of three, whose zones fill them; constraint polygons
-- as in region.sql; and a cover of land types of smaller cells. Neighbours share their borders. Same numbers, same plans.
-- :zones of all plans and :themes  how many, about     :seed  -1..1
-- The dataset versions are there already, one for each name.
truncate plan, plan_version, plan_zone, plan_check, plan_check_in_use, site, site_version, measurement, run, run_score cascade;
drop table if exists bench.corner, bench.cell, bench.block;
create table bench.block as
select nr, (n - 1) % 3 as col, (n - 1) / 3 as row,
  500000 + (n - 1) % 3 * 20000 as x, 6600000 + (n - 1) / 3 * 20000 as y
from unnest(array['3401', '3414', '3415', '3416', '3417', '3418']) with ordinality b (nr, n)
where setseed(:seed) is not null;

-- Corners of a grid, moved but for those on the border of a municipality: 0 zones, 1 land types (cells half as wide).
create table bench.corner as
select k.kind, k.n, b.nr, i, j,
  b.x + 20000.0 / k.n * (i + case when i in (0, k.n) then 0 else 0.5 * random() - 0.25 end) as x,
  b.y + 20000.0 / k.n * (j + case when j in (0, k.n) then 0 else 0.5 * random() - 0.25 end) as y
from (values (0, ceil(sqrt(:zones / 6.0))::int), (1, ceil(sqrt(:zones * 4 / 6.0))::int)) k (kind, n)
cross join bench.block b
cross join lateral generate_series(0, k.n) i cross join lateral generate_series(0, k.n) j;
create index on bench.corner (kind, nr, i, j);

create table bench.cell as
select a.kind, a.nr, a.i * a.n + a.j as no, random() as pick,
  st_multi(st_setsrid(st_segmentize(st_makepolygon(st_makeline(array[st_point(a.x, a.y), st_point(b.x, b.y),
    st_point(c.x, c.y), st_point(d.x, d.y), st_point(a.x, a.y)])), 1000.0 / a.n), 25833)) as geom
from bench.corner a
join bench.corner b on (b.kind, b.nr, b.i, b.j) = (a.kind, a.nr, a.i + 1, a.j)
join bench.corner c on (c.kind, c.nr, c.i, c.j) = (a.kind, a.nr, a.i + 1, a.j + 1)
join bench.corner d on (d.kind, d.nr, d.i, d.j) = (a.kind, a.nr, a.i, a.j + 1);

insert into feature (dataset_version_id, class, object_id, properties, geom)
select v.id, b.nr, b.nr, jsonb_build_object('kommunenummer', b.nr, 'kommunenavn', b.nr), st_multi(st_makeenvelope(b.x, b.y, b.x + 20000, b.y + 20000, 25833))
from bench.block b join dataset_version v on v.dataset = 'kommuner';

insert into feature (dataset_version_id, class, object_id, properties, geom)
select v.id, (array['30', '30', '30', '21', '22', '60', '50', '11', '12', '81'])[1 + floor(pick * 10)::int], '', '{}', geom
from bench.cell join dataset_version v on v.dataset = 'ar5'
where kind = 1;

insert into feature (dataset_version_id, class, object_id, properties, geom)
select v.id, class, '', '{}',
  bench.ragged(500000 + random() * 60000, 6600000 + random() * 40000, smallest * exp(1.2 * random()), 12 + (random() * 60)::int)
from (values ('dyrketmark', '21', 0.35, 40), ('myr', '', 0.30, 40), ('flomsoner', '200klima', 0.25, 40),
  ('naturvern', '', 0.10, 80)) kind (dataset, class, share, smallest)
join dataset_version v using (dataset)
cross join lateral generate_series(1, ceil(share * :themes)::int);

insert into plan (id, municipality, identification) select nr || '-bench', nr, 'bench' from bench.block;
insert into plan_version (plan_id, version, name, level, stage, status_code, in_force_from, sender, outline, outline_stated,
  dataset_version_id, by)
select nr || '-bench', 1, 'bench ' || nr, 'MUNICIPAL', 'ADOPTED', '3', '2020-01-01', 'bench',
  st_multi(st_makeenvelope(x, y, x + 20000, y + 20000, 25833)), true, v.id, 'bench'
from bench.block join dataset_version v on v.dataset = 'arealplaner';
insert into plan_zone (plan_version_id, zone_id, kind, code, use_status, name, properties, footprint)
select v.id, 'N' || no, 'PURPOSE',
  case when pick < 0.25 then '1300' when pick < 0.35 then '1110' when pick < 0.4 then '1150' else '5100' end,
  case when pick < 0.15 then '2' else '1' end, 'N' || no, '{}', geom
from bench.cell c join plan_version v on v.plan_id = c.nr || '-bench'
where kind = 0;

insert into site (id) select 'bench-' || i from generate_series(1, 60) i;
insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known, accuracy_m, source, facts, by)
select 'bench-' || i, 1, 'bench-' || i, case when i % 6 = 0 then 'TERMINAL' else 'LAND' end, 'PUBLISHED',
  bench.ragged(501000 + random() * 58000, 6601000 + random() * 38000, 100 + 400 * random(), 12), false, true, 0, 'made up',
  '[]', 'bench'
from generate_series(1, 60) i;
analyze feature, plan_zone, plan_version;
