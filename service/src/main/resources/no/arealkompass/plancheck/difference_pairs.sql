-- The ground that a zone of the one version shares with a zone of the other, m².
select before, after, sum(area) as area
from (
  select b.no as before, a.no as after,
    st_area(case when st_coveredby(b.geom, a.geom) then b.geom else st_intersection(b.geom, a.geom) end) as area
  from difference_chip b join difference_chip a on st_intersects(b.geom, a.geom)
  where not b.after and a.after and not (b.kept and a.kept)
  union all
  select k.before, k.after, st_area(z.geom) from difference_kept k join difference_zone z on z.no = k.before
) shared
group by before, after having sum(area) > 1e-6
order by before, after;
