-- The part of some pieces of ground that a dataset version does not cover; nothing for those wholly covered.
-- :into text, :of text, :nos bigint[], :version bigint dataset_version.id
insert into ground (kind, no, geom)
select :into, a.no, c.geom
from dataset_version v
join ground a on a.kind = :of and a.no = any (cast(:nos as bigint[])) and not st_covers(v.coverage, a.geom)
cross join lateral (select st_collectionextract(st_difference(a.geom, v.coverage), 3) as geom) c
where v.id = :version and st_area(c.geom) > 0;
