-- Cuts the zones into small chips, each in one municipality ('' = in none): a search and a cut of a chip is quick however
-- large its zone. Where municipalities overlap, the ground belongs to the lowest number. The steps are tables and not one
-- statement, so that the planner knows how many rows there are.
-- :borders  int[]  layer.id of the municipalities: dissolved polygons, the class is the number
create temporary table account_cut on commit drop as
  select row_number() over () as chip, z.no, z.kind, c.geom
  from account_zone z cross join lateral st_subdivide(z.geom, 128) c (geom);
analyze account_cut;
create temporary table account_met on commit drop as
  select c.chip, l.class as number, p.geom as piece, st_coveredby(c.geom, p.geom) as whole
  from account_cut c
  join piece p on p.layer_id = any (cast(:borders as int[])) and st_intersects(c.geom, p.geom)
  join layer l on l.id = p.layer_id;
analyze account_met;
with first as (
  select chip, min(number) as number from account_met group by chip
), inside as (
  select distinct chip, number from account_met join first using (chip, number) where whole
), straddling as materialized (
  select m.chip, m.number, st_union(m.piece) as pieces
  from account_met m where m.chip not in (select chip from inside) group by m.chip, m.number
), lower as (
  select s.chip, s.number, st_union(o.pieces) as pieces
  from straddling s join straddling o on o.chip = s.chip and o.number < s.number group by s.chip, s.number
), part (chip, number, geom) as (
  select i.chip, i.number, c.geom from inside i join account_cut c using (chip)
  union all
  select s.chip, s.number, case when l.pieces is null then st_intersection(c.geom, s.pieces)
                                else st_difference(st_intersection(c.geom, s.pieces), l.pieces) end
  from straddling s join account_cut c using (chip) left join lower l using (chip, number)
  union all
  select c.chip, '', case when a.pieces is null then c.geom else st_difference(c.geom, a.pieces) end
  from account_cut c left join (select chip, st_union(pieces) as pieces from straddling group by chip) a using (chip)
  where c.chip not in (select chip from inside)
)
insert into account_chip (zone, kind, municipality, area, geom)
select c.no, c.kind, p.number, st_area(e.geom), e.geom
from part p join account_cut c using (chip) cross join lateral (select st_collectionextract(p.geom, 3) as geom) e
where st_area(e.geom) > 1e-6;
create index on account_chip using gist (geom);
analyze account_zone, account_chip;
