-- By municipality, each ground counted once: what the zones hold, and business land now against earlier. A control of the
-- tables that is made in another way than they are.
-- union: all zones; now, earlier: business; continued: in both; removed: earlier only; added: now only, in plans with an
-- earlier version; alone: now only, in plans without one
with whole as materialized (
  select c.municipality,
    st_union(c.geom) filter (where c.kind = 'now') as zones,
    st_union(c.geom) filter (where c.kind = 'now' and z.business) as now,
    st_union(c.geom) filter (where c.kind = 'now' and z.business and z.comparable) as comparable,
    st_union(c.geom) filter (where c.kind = 'earlier') as earlier
  from account_chip c join account_zone z on z.no = c.zone where c.kind <> 'excess'
  group by c.municipality
), solid as (
  select municipality, coalesce(zones, e.geom) as zones, coalesce(now, e.geom) as now, coalesce(comparable, e.geom) as comparable,
    coalesce(earlier, e.geom) as earlier
  from whole cross join (select st_geomfromtext('MULTIPOLYGON EMPTY', cast(:storage as int)) as geom) e
)
select municipality, st_area(zones) as zones, st_area(now) as now, st_area(earlier) as earlier,
  st_area(st_intersection(now, earlier)) as continued, st_area(st_difference(earlier, now)) as removed,
  st_area(st_difference(comparable, earlier)) as added,
  st_area(st_difference(st_difference(now, earlier), comparable)) as alone
from solid order by municipality;
