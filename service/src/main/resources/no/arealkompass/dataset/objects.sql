-- What the staged objects are, by type. Lengths and areas are measured in the file's plane where that is a UTM zone,
-- which is what its owner measured in, and else on the ellipsoid.
with crs as (
  select proj4text like '%+proj=utm%' as plane from spatial_ref_sys where srid = :srid
)
select coalesce(upper(regexp_replace(geometrytype(s.geom), 'M$', '')), 'NONE') as type, count(*) as objects,
       count(*) filter (where p.inside) as inside,
       sum(case when p.plausible is not true then null when st_dimension(s.geom) < 2 then 0 when c.plane then st_area(s.geom)
                else st_area(st_transform(s.geom, 4326)::geography) end) as area,
       sum(case when p.plausible is not true then null when st_dimension(s.geom) <> 1 then 0 when c.plane then st_length(s.geom)
                else st_length(st_transform(s.geom, 4326)::geography) end) as length,
       st_xmin(st_extent(p.box)) as west, st_ymin(st_extent(p.box)) as south,
       st_xmax(st_extent(p.box)) as east, st_ymax(st_extent(p.box)) as north
from staged s left join placed p using (no) left join crs c on true
group by 1 order by 1
