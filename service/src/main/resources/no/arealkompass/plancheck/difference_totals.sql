-- By code, each ground counted once, m²: what had it before, what has it after, and what has it in both. code null: any code.
with whole as materialized (
  select z.code, st_union(c.geom) filter (where not c.after) as before, st_union(c.geom) filter (where c.after) as after
  from difference_chip c join difference_zone z using (no)
  group by grouping sets ((z.code), ())
)
select code, coalesce(st_area(before), 0) as before, coalesce(st_area(after), 0) as after,
  coalesce(st_area(st_intersection(before, after)), 0) as kept
from whole where before is not null or after is not null
order by code nulls last;
