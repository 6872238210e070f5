-- The outlines of the plans against their zones, each ground counted once.
-- :versions  bigint[]  plan_version.id
-- outline: m² inside the outlines; empty: of it without a purpose; beyond: of the zones outside the outlines
with outline as (
  select coalesce(st_union(outline), st_geomfromtext('MULTIPOLYGON EMPTY', cast(:storage as int))) as geom
  from plan_version where id = any (cast(:versions as bigint[]))
), zones as (
  select coalesce(st_union(zones), st_geomfromtext('MULTIPOLYGON EMPTY', cast(:storage as int))) as geom
  from account_union
)
select st_area(o.geom) as outline, st_area(st_difference(o.geom, z.geom)) as empty, st_area(st_difference(z.geom, o.geom)) as beyond
from outline o cross join zones z;
