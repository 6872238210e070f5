-- Invalid areas beside their repaired outlines: square metres, and shapes to be shown on a map. The area of an outline
-- that crosses itself is what the surveyor's formula gives. Where the CRS is not known, or the numbers make no sense in
-- it, there is nothing to show; in metres the area is told all the same.
with crs as (
  select proj4text like '%+proj=longlat%' as degrees, proj4text like '%+units=m%' as metres
  from spatial_ref_sys where srid = :srid
), pair as (
  select r.no, st_force2d(s.geom) as before, st_setsrid(st_geomfromwkb(r.wkb), :srid) as after,
         case when c.degrees then st_xmin(s.geom) >= -180 and st_xmax(s.geom) <= 180
                                  and st_ymin(s.geom) >= -90 and st_ymax(s.geom) <= 90
              else greatest(abs(st_xmin(s.geom)), abs(st_xmax(s.geom))) between 1000 and 1.5e7
                   and greatest(abs(st_ymin(s.geom)), abs(st_ymax(s.geom))) between 1000 and 1.5e7 end as plausible,
         c.metres
  from unnest(cast(:nos as int[]), cast(:wkbs as bytea[])) as r(no, wkb) join staged s using (no)
  left join crs c on true
), simple as (
  select *, st_simplify(before, greatest(st_xmax(before) - st_xmin(before), st_ymax(before) - st_ymin(before)) / 1000, true)
              as before_shown,
         st_simplify(after, greatest(st_xmax(after) - st_xmin(after), st_ymax(after) - st_ymin(after)) / 1000, true)
              as after_shown
  from pair
)
select no,
       case when :srid = :storage or metres and not plausible then st_area(before)
            when plausible then st_area(st_transform(before, :storage)) end as area_before,
       case when :srid = :storage or metres and not plausible then st_area(after)
            when plausible then st_area(st_transform(after, :storage)) end as area_after,
       case when plausible then st_asgeojson(st_transform(before_shown, 4326), 7) end as before,
       case when plausible then st_asgeojson(st_transform(after_shown, 4326), 7) end as after
from simple
