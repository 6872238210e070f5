-- What is left of some pieces of ground when what was found in each of them is taken away from it alone; far less work than
-- one difference of everything, and the same ground when all is put together.
-- :into text, :of text, :nos bigint[], :away text
insert into ground (kind, no, geom)
select :into, a.no, c.geom
from ground a
left join ground b on b.kind = :away and b.no = a.no
cross join lateral (
  select case when b.geom is null then a.geom else st_collectionextract(st_difference(a.geom, b.geom), 3) end as geom) c
where a.kind = :of and a.no = any (cast(:nos as bigint[])) and st_area(c.geom) > 0;
