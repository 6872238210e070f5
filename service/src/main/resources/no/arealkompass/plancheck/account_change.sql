-- By municipality, m² with each ground counted once: what the zones hold, and business land now and earlier. continued: in
-- both; removed: earlier only; added: now only, in plans with an earlier version; alone: now only, in plans without one
select municipality, st_area(zones) as zones, st_area(now) as now, st_area(earlier) as earlier,
  st_area(st_intersection(now, earlier)) as continued, st_area(st_difference(earlier, now)) as removed,
  st_area(st_difference(comparable, earlier)) as added,
  st_area(st_difference(st_difference(now, earlier), comparable)) as alone
from account_union order by municipality;
