-- Some objects for a preview map: spread over the file, simplified to what a map can show, with the file's coordinates.
with chosen as (
  select s.no, coalesce(s.object_id, '#' || s.no) as object_id, st_force2d(s.geom) as geom,
         greatest(st_xmax(s.geom) - st_xmin(s.geom), st_ymax(s.geom) - st_ymin(s.geom)) as width
  from staged s
  where s.geom is not null and not st_isempty(s.geom)
    and (s.no - 1) % greatest(1, cast(ceil((select count(*) from staged) / 500.0) as int)) = 0
  order by s.no limit 500
), simple as (
  select no, object_id, st_simplify(geom, width / 500, true) as simple, geom from chosen
)
select no, object_id,
       st_asbinary(case when :flip then st_flipcoordinates(shown) else shown end) as wkb
from (select no, object_id, case when st_npoints(simple) <= 3000 then simple else st_envelope(geom) end as shown
      from simple) s
