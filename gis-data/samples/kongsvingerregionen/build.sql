-- Computes the sample layers from points.csv, links.csv and sites.json. Run by build.sh in this folder, on any
-- PostGIS 3.3 or newer; everything is temporary. Metres and areas are in EPSG:25833, output is lon/lat with six decimals.
\set ON_ERROR_STOP on
\set QUIET on
set client_min_messages = warning;
create temp table point (name text primary key, lon float8, lat float8, accuracy_m float8, municipality text, role text, source text);
create temp table link (layer text, a text, b text, class text, detail text, accuracy_m float8, source text);
\copy point from points.csv csv header
\copy link from links.csv csv header
alter table point add geom geometry(Point, 25833);
update point set geom = st_transform(st_setsrid(st_makepoint(lon, lat), 4326), 25833);
\set sites `cat sites.json`
create temp table municipality (number text, name text, published_km2 float8);
insert into municipality values ('3401','Kongsvinger',1036.2), ('3414','Nord-Odal',508.2), ('3415','Sør-Odal',516.7),
  ('3416','Eidskog',640.3), ('3417','Grue',837.0), ('3418','Åsnes',1040.7);

-- Sites: a square of the stated area, or a marker of 10 daa where no area is published.
create temp table site as
select n, s, s->>'id' id, p.geom centre,
       st_envelope(st_buffer(p.geom, sqrt((s->>'footprintDaa')::float8 * 1000) / 2)) geom
from json_array_elements(:'sites') with ordinality as j(s, n) join point p on p.name = s->>'point';

-- Municipalities: the Voronoi cells of all points, one municipality's cells together, cut to a disc round the
-- representative point (and 2 km round the other points). The disc grows until the cell has the published area.
create temp table cell as
select municipality, st_union(v.geom) geom
from (select (st_dump(st_voronoipolygons(st_collect(geom), 0, st_expand(st_extent(geom)::geometry, 50000)))).geom from point) v
join point p on st_contains(st_setsrid(v.geom, 25833), p.geom) where municipality <> '' group by municipality;
update cell set geom = st_setsrid(geom, 25833);

create function pg_temp.cut(number text, radius_m float8) returns geometry language sql as $$
  select st_intersection(c.geom, st_union(st_buffer(p.geom, case p.role when 'representative' then radius_m else 2000 end, 32)))
  from cell c join point p using (municipality) where municipality = number group by c.geom $$;
create function pg_temp.fitted(number text, area_m2 float8) returns geometry language plpgsql as $$
declare low float8 := 0; high float8 := 60000; middle float8;
begin
  for i in 1..30 loop
    middle := (low + high) / 2;
    if st_area(pg_temp.cut(number, middle)) < area_m2 then low := middle; else high := middle; end if;
  end loop;
  return pg_temp.cut(number, middle);
end $$;
create temp table fitted as
select m.*, pg_temp.fitted(number, published_km2 * 1e6) geom from municipality m;
-- One noding of all borders in metres, before they become lon/lat: neighbours then share every vertex, so that
-- nothing overlaps in either system.
create temp table face as
select (st_dump(st_polygonize(line))).geom from (select st_union(st_boundary(geom), 0.01) line from fitted) b;
create temp table kommune as
select number, name, st_union(face.geom, 0.01) geom from fitted m join face on st_contains(m.geom, st_pointonsurface(face.geom))
group by number, name;

-- Lines: straight between published places, with exactly shared end points. A road that leads to a site ends at
-- its edge: only the access is known, and a road through the middle would cut the site by a setback nobody stated.
create temp table line as
select row_number() over (partition by l.layer order by r) n, l.*,
       case when l.detail in ('209', '') and s.id is not null
            then st_makeline(p.geom, st_closestpoint(st_boundary(s.geom), p.geom)) else st_makeline(p.geom, q.geom) end geom
from (select row_number() over () r, * from link) l join point p on p.name = l.a join point q on q.name = l.b
left join site s on s.s->>'point' = l.b and l.layer = 'veger';

create function pg_temp.feature(properties json, geom geometry) returns text language sql as $$
  select '{"type":"Feature","properties":' || regexp_replace(properties::text, '\n\s*', '', 'g') || ',"geometry":' || st_asgeojson(st_transform(geom, 4326), 6) || '}' $$;
create function pg_temp.collection(name text, features text) returns text language sql as $$
  select '{"type":"FeatureCollection","name":"' || name || E'","features":[\n' || features || E'\n]}' $$;
\pset tuples_only on
\pset format unaligned

\o kommuner.geojson
select pg_temp.collection('kommuner', string_agg(pg_temp.feature(json_build_object('kommunenummer', number, 'kommunenavn', name,
  'source', 'Schematic cell computed from single points (Kartverket, GeoNames, both CC BY 4.0) and the municipality''s area; not a border', 'accuracyM', 15000), geom), E',\n' order by number)) from kommune;
\o veger.geojson
select pg_temp.collection('veger', string_agg(pg_temp.feature(json_build_object('id', 'veg-' || n, 'vegkategori', class,
  'vegnummer', detail, 'source', source, 'accuracyM', accuracy_m), geom), E',\n' order by n)) from line where layer = 'veger';
\o jernbane.geojson
select pg_temp.collection('jernbane', string_agg(pg_temp.feature(json_build_object('id', 'bane-' || n, 'bane', class,
  'elektrifisert', detail, 'status', 'i bruk', 'source', source, 'accuracyM', accuracy_m), geom), E',\n' order by n)) from line where layer = 'jernbane';
\o stasjoner.geojson
select pg_temp.collection('stasjoner', string_agg(pg_temp.feature(json_build_object('id', name, 'navn', replace(name, ' stasjon', ''),
  'source', source, 'accuracyM', accuracy_m), geom), E',\n' order by name collate "C")) from point where role = 'station';
\o lufthavner.geojson
select pg_temp.collection('lufthavner', string_agg(pg_temp.feature(json_build_object('id', 'OSL', 'navn', name,
  'iatakode', 'OSL', 'source', source, 'accuracyM', accuracy_m), geom), E',\n')) from point where role = 'airport';
\o naeringsarealer.geojson
select pg_temp.collection('naeringsarealer', string_agg(pg_temp.feature(json_build_object('id', id, 'name', s->'name', 'kind', s->'kind',
  'publication', 'PUBLISHED', 'schematic', true, 'areaKnown', s->'areaKnown', 'accuracyM', s->'accuracyM', 'source', s->'source',
  'statedMunicipality', s->'statedMunicipality', 'facts', s->'facts'), geom), E',\n' order by n)) from site;
\o
