-- The staged objects that break the rules of valid geometry, each with the reason and the place in the file's CRS.
create temporary table invalid on commit drop as
select s.no, (d.detail).reason, (d.detail).location
from staged s cross join lateral (select st_isvaliddetail(s.geom) as detail) d
where s.geom is not null and not st_isvalid(s.geom)
