-- Cuts the zones into small chips, each in one municipality ('' = in none): a search and a cut of a chip is quick however
-- large its zone. Where municipalities overlap, the ground belongs to the lowest number.
-- :borders  int[]  layer.id of the municipalities: dissolved polygons, the class is the number
insert into account_chip (zone, kind, municipality, area, geom)
with cut as materialized (
  select row_number() over () as chip, z.no, z.kind, c.geom
  from account_zone z cross join lateral st_subdivide(z.geom, 128) c (geom)
), met as materialized (
  select c.chip, c.no, c.kind, c.geom, l.class as number, p.geom as piece, st_coveredby(c.geom, p.geom) as whole
  from cut c
  join piece p on p.layer_id = any (cast(:borders as int[])) and st_intersects(c.geom, p.geom)
  join layer l on l.id = p.layer_id
), inside as materialized (
  select distinct on (chip) chip, no, kind, number, geom from met m
  where whole and not exists (select from met o where o.chip = m.chip and o.number < m.number) order by chip
), straddling as materialized (
  select c.*, m.pieces from cut c
  left join lateral (select st_union(piece) as pieces from met where met.chip = c.chip) m on true
  where c.chip not in (select chip from inside)
), part (no, kind, number, geom) as (
  select no, kind, number, geom from inside
  union all
  select m.no, m.kind, m.number, case when l.lower is null then st_intersection(m.geom, m.piece)
                                      else st_difference(st_intersection(m.geom, m.piece), l.lower) end
  from met m join straddling s using (chip)
  cross join lateral (select st_union(o.piece) as lower from met o where o.chip = m.chip and o.number < m.number) l
  union all
  select no, kind, '', case when pieces is null then geom else st_difference(geom, pieces) end from straddling
)
select p.no, p.kind, p.number, st_area(e.geom), e.geom
from part p cross join lateral (select st_collectionextract(p.geom, 3) as geom) e
where st_area(e.geom) > 1e-6;
create index on account_chip using gist (geom);
analyze account_zone, account_chip;
