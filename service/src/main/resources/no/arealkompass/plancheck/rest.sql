-- What is left of some pieces of ground when others are taken away.
-- :into text, :of text, :away text
insert into ground (kind, no, geom)
select :into, a.no, c.geom
from ground a
cross join lateral (
  select case when count(*) = 0 then a.geom else st_collectionextract(st_difference(a.geom, st_union(b.geom)), 3) end as geom
  from ground b where b.kind = :away and st_intersects(b.geom, a.geom)
) c
where a.kind = :of and st_area(c.geom) > 0;
