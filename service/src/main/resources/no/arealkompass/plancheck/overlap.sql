-- The ground that the features of a dataset version take of some pieces: the union of all of them, so that what lies
-- twice in the data is counted once. Reads what measure/overlap.sql reads.
-- :into text, :of text, :nos bigint[]
-- :version  bigint  dataset_version.id
-- :classes  text[]  classes that count; none = all
insert into ground (kind, no, geom)
select :into, a.no, c.geom
from ground a
cross join lateral (
  select st_unaryunion(st_collect(case when st_covers(a.geom, p.geom) then p.geom
    else st_collectionextract(st_intersection(p.geom, a.geom), 3) end)) as geom
  from layer l
  join piece p on p.layer_id = l.id and st_intersects(p.geom, a.geom)
  where l.dataset_version_id = :version and l.shape
    and (cardinality(cast(:classes as text[])) = 0 or l.class is null or l.class = any (cast(:classes as text[])))
) c
where a.kind = :of and a.no = any (cast(:nos as bigint[])) and st_area(c.geom) > 0;
