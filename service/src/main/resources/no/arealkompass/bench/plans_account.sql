-- Plain: square metres of the zones by purpose and land type, straight from the tables.
select z.code || ' ' || f.class, sum(st_area(st_intersection(z.footprint, f.geom)))
from plan_zone z
join feature f on st_intersects(f.geom, z.footprint)
join dataset_version d on d.id = f.dataset_version_id and d.dataset = 'ar5'
group by 1
