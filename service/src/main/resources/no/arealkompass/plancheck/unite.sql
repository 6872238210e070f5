-- The union of many pieces of ground, where there are any. Polygons that do not touch each other need no union, and most do
-- not: each group of those that hang together is put together for itself, which is the same ground for a tenth of the work.
-- :into  text  what the ground is called, under the number 0
-- :kinds text[], :nos bigint[]  the pieces, in the same order
insert into ground (kind, no, geom)
select :into, 0, u.geom
from (
  select st_collectionextract(st_collect(case when st_numgeometries(c.geom) = 1 then c.geom else st_unaryunion(c.geom) end), 3) as geom
  from (
    select unnest(st_clusterintersecting(d.geom)) as geom
    from (select distinct * from unnest(cast(:kinds as text[]), cast(:nos as bigint[])) k (kind, no)) k
    join ground g using (kind, no)
    cross join lateral st_dump(g.geom) d
  ) c
) u
where u.geom is not null;
