-- Ground that more than one zone holds, once for each zone after the first: what the zones add up to less this is their
-- union. Cut into chips like the zones, so that it is set against the same themes.
insert into account_chip (zone, kind, municipality, area, geom)
select c.zone, 'excess', c.municipality, st_area(x.geom), x.geom
from account_chip c
cross join lateral (
  select st_union(o.geom) as geom from account_chip o
  where o.kind = 'now' and o.zone < c.zone and st_intersects(o.geom, c.geom) and not st_touches(o.geom, c.geom)
) below
cross join lateral (select st_collectionextract(st_intersection(c.geom, below.geom), 3) as geom) x
where c.kind = 'now' and below.geom is not null and st_area(x.geom) > 1e-6;
analyze account_chip;
