-- The first shape that hangs together with the first one neither by an edge nor by ground, directly or over others;
-- no row when all do. A common point is not enough.
-- On a grid of a hundredth of a millimetre: degrees and metres differ by less, and would keep a common edge apart.
-- :shapes  bytea[]  well-known binary of polygons, longitude and latitude
with recursive shape as materialized (
  select s.number - 1 as number, st_reduceprecision(st_transform(st_setsrid(st_geomfromwkb(s.wkb), 4326), srid), 0.00001) as geom
  from unnest(cast(:shapes as bytea[])) with ordinality s (wkb, number), find_srid('', 'site_version', 'footprint') srid
), together (number) as (
  select cast(0 as bigint)
  union
  select b.number
  from together t join shape a on a.number = t.number
  join shape b on st_relate(a.geom, b.geom, '2********') or st_relate(a.geom, b.geom, '****1****')
)
select a.number, min(st_distance(a.geom, b.geom)) as metres
from shape a join shape b on b.number <> a.number
where a.number not in (select number from together)
group by a.number
order by a.number
limit 1;
