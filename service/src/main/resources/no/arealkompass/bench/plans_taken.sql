-- Plain: square metres of each business zone on the union of the features of each theme, straight from the tables.
select p.id || ' ' || z.zone_id || ' ' || d.dataset, st_area(st_intersection(z.footprint, t.geom))
from plan_zone z
join plan_version v on v.id = z.plan_version_id
join plan p on p.id = v.plan_id
cross join dataset_version d
cross join lateral (
  select st_union(f.geom) as geom from feature f
  where f.dataset_version_id = d.id and st_intersects(f.geom, z.footprint)) t
where z.code = '1300' and d.dataset in ('dyrketmark', 'myr', 'flomsoner', 'naturvern') and t.geom is not null
