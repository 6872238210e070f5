-- The first invalid areas, with the geometry as it stands, for whoever would repair them.
select i.no, coalesce(s.object_id, '#' || s.no) as object_id, i.reason, st_asbinary(st_force2d(s.geom)) as wkb
from invalid i join staged s using (no)
where st_dimension(s.geom) = 2
order by i.no limit :most
