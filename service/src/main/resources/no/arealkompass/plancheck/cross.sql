-- What some pieces of ground share with others, one piece for each of the first; nothing where they only touch.
-- :into  text  what the shared ground is called
-- :of, :ofNos (bigint[])      the pieces that are cut
-- :with, :withNos (bigint[])  the pieces that they are cut with
insert into ground (kind, no, geom)
select :into, a.no, c.geom
from ground a
cross join lateral (
  select st_unaryunion(st_collect(st_collectionextract(st_intersection(b.geom, a.geom), 3))) as geom
  from ground b
  where b.kind = :with and b.no = any (cast(:withNos as bigint[])) and st_intersects(b.geom, a.geom)
) c
where a.kind = :of and a.no = any (cast(:ofNos as bigint[])) and st_area(c.geom) > 0;
