-- Plots that reach outside the plan areas of their site by more than a hundredth of themselves, with a place outside.
-- :plots :plans  bytea[]  well-known binary, valid, longitude and latitude (EPSG:4326)
-- :storage       EPSG code of the storage CRS
with plan as (
  select st_union(st_transform(st_setsrid(st_geomfromwkb(w), 4326), :storage)) g from unnest(cast(:plans as bytea[])) w
), plot as (
  select s.no, st_transform(st_setsrid(st_geomfromwkb(s.wkb), 4326), :storage) g
  from unnest(cast(:plots as bytea[])) with ordinality s (wkb, no)
), outside as (
  select plot.no, plot.g, st_difference(plot.g, plan.g) out from plot cross join plan
)
select o.no, st_x(p.place) x, st_y(p.place) y
from outside o cross join lateral (select st_transform(st_pointonsurface(o.out), 4326) place) p
where st_area(o.out) > 0.01 * st_area(o.g) order by o.no
