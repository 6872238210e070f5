-- By municipality, each ground counted once: what the zones hold, and business land now against earlier. A control of the
-- tables that is made in another way than they are.
-- zones: all; now, earlier: business; comparable: of what is now, in plans with an earlier version
insert into account_union (municipality, zones, now, comparable, earlier)
select municipality, coalesce(zones, e.geom) as zones, coalesce(now, e.geom) as now, coalesce(comparable, e.geom) as comparable,
  coalesce(earlier, e.geom) as earlier
from (
  select c.municipality,
    st_union(c.geom) filter (where c.kind = 'now') as zones,
    st_union(c.geom) filter (where c.kind = 'now' and z.business) as now,
    st_union(c.geom) filter (where c.kind = 'now' and z.business and z.comparable) as comparable,
    st_union(c.geom) filter (where c.kind = 'earlier') as earlier
  from account_chip c join account_zone z on z.no = c.zone where c.kind <> 'excess'
  group by c.municipality
) whole
cross join (select st_geomfromtext('MULTIPOLYGON EMPTY', cast(:storage as int)) as geom) e;
