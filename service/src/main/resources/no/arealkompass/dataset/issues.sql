-- Finds everything that is wrong with the staged objects, in one statement over `staged`, `invalid` and `placed`.
--   :srid CRS of the file (0 = not known), :flip whether north stands first in the file, :storage CRS of the database,
--   :west :south :east :north bounds in degrees,
--   :anywhere whether what lies outside the region is taken in (plans), :sure whether the CRS is what somebody has said,
--   :kind POINT, LINE or POLYGON: what the dataset holds; empty when a file is only looked at, whatever it is for
create temporary table found on commit drop as
with bounds as (
  select st_makeenvelope(:west, :south, :east, :north, 4326) as box, cast(:kind as text) = '' as looking
), file as (
  select count(*) filter (where inside) as inside from placed
), centre as (  -- outside or impossible as stated
  select p.no, p.plausible, st_x(st_centroid(p.frame)) as x, st_y(st_centroid(p.frame)) as y
  from placed p cross join bounds b where not p.inside and not b.looking and not (:anywhere and :sure)
), reading as materialized (  -- the same numbers read in other ways
  select c.no, c.plausible, r.srid, st_setsrid(st_makepoint(r.x, r.y), r.srid) as point, r.swapped
  from centre c cross join lateral (
    values (4326, c.x, c.y, false), (25832, c.x, c.y, false), (25833, c.x, c.y, false), (25835, c.x, c.y, false),
           (:srid, c.y, c.x, true)
  ) as r(srid, x, y, swapped)
  where (r.swapped or r.srid <> :srid)
    and case when (select proj4text like '%+proj=longlat%' from spatial_ref_sys s where s.srid = r.srid)
             then abs(r.x) <= 180 and abs(r.y) <= 90
             else greatest(abs(r.x), abs(r.y)) < 1.5e7 and greatest(abs(r.x), abs(r.y)) > 1000 end
), fitting as materialized (
  select r.no, r.srid, r.swapped, st_transform(r.point, 4326) as place
  from reading r cross join bounds b
  where st_transform(r.point, 4326) && b.box
), elsewhere as (  -- the one CRS under which the file fits best, if it does not fit as stated
  select f.srid from fitting f cross join file where not f.swapped and file.inside = 0
  group by f.srid order by count(*) desc, f.srid limit 1
), named as (
  select s.*, coalesce(s.object_id, '#' || s.no) as name from staged s
), shaped as materialized (
  select n.no, n.name, n.geom, p.place, p.stored, p.inside, p.plausible, st_centroid(st_envelope(n.geom)) as at,
         i.reason, i.location, row_number() over (partition by n.object_id,  -- a zone has its id within its plan
           case when :anywhere then (n.properties ->> 'municipality', n.properties ->> 'planId')::text end
           order by n.no) as occurrence, n.object_id
  from named n left join placed p using (no) left join invalid i using (no)
), issue as (
  select no, name, f ->> 'code' as code, null::geometry as place,
         st_makepoint((f ->> 'x')::float8, (f ->> 'y')::float8) as at, true as blocking, f -> 'args' as args
  from named cross join lateral jsonb_array_elements(faults) as f
  union all
  select no, name, 'NO_GEOMETRY', null, null, true, '{}'
  from named where (geom is null or st_isempty(geom))
   and not exists (select from jsonb_array_elements(faults) f where f ->> 'code' like 'GEOMETRY%')
  union all
  select no, name, 'NO_OBJECT_ID', place, at, true, '{}' from shaped where object_id is null
  union all
  select no, name, 'DUPLICATE_ID', place, at, true, jsonb_build_object('occurrence', occurrence)
  from shaped where object_id is not null and occurrence > 1
  union all
  select no, name, 'WRONG_TYPE', place, at, true,
         jsonb_build_object('type', upper(geometrytype(geom)), 'wanted', cast(:kind as text))
  from shaped cross join bounds b where geom is not null and not st_isempty(geom) and not b.looking
   and regexp_replace(geometrytype(geom), '^MULTI|M$', '', 'g')
       <> case cast(:kind as text) when 'LINE' then 'LINESTRING' else cast(:kind as text) end
  union all
  select no, name, 'INVALID', case when plausible then st_transform(st_setsrid(location, :srid), 4326) end, location,
         true, jsonb_build_object('reason', reason)
  from shaped where reason is not null
  union all
  select no, name, 'INVALID', st_transform((st_isvaliddetail(stored)).location, 4326), at, true,
         jsonb_build_object('reason', (st_isvaliddetail(stored)).reason)
  from shaped where reason is null and stored is not null and not st_isvalid(stored)
  union all
  select s.no, s.name, 'SWAPPED', f.place, s.at, not :anywhere, '{}'
  from shaped s join fitting f on f.no = s.no and f.swapped
  union all
  select s.no, s.name, 'WRONG_CRS', f.place, s.at, not :anywhere,
         jsonb_build_object('stated', 'EPSG:' || :srid, 'candidate', 'EPSG:' || f.srid)
  from shaped s join fitting f on f.no = s.no and not f.swapped join elsewhere e on e.srid = f.srid
  where not exists (select from fitting w where w.no = s.no and w.swapped)
  union all
  select s.no, s.name, 'IMPOSSIBLE_COORDINATES', null, s.at, true,
         jsonb_build_object('stated', 'EPSG:' || :srid, 'x', st_xmin(s.geom), 'y', st_ymin(s.geom))
  from shaped s cross join bounds b
  where not s.plausible and not b.looking
    and not exists (select from fitting f where f.no = s.no and (f.swapped or f.srid = (select srid from elsewhere)))
  union all
  select s.no, s.name, 'OUTSIDE_REGION', s.place, s.at, file.inside = 0, '{}'
  from shaped s cross join file cross join bounds b
  where not s.inside and s.plausible and not b.looking and not :anywhere
    and not exists (select from fitting f where f.no = s.no and (f.swapped or f.srid = (select srid from elsewhere)))
  union all
  select 0, '', 'PLAN_OUTSIDE_REGION', (array_agg(place order by no))[1], null, false, jsonb_build_object('count', count(*))
  from shaped where :anywhere and plausible and not inside having count(*) > 0
  union all
  select 0, '', case when :anywhere then 'NO_AREAS' else 'NO_OBJECTS' end, null, null, not b.looking, '{}'
  from bounds b where not exists (select from staged)
  union all
  select 0, '', 'MIXED_TYPES', null, null, false,
         jsonb_build_object('types', string_agg(distinct regexp_replace(geometrytype(geom), '^MULTI|M$', '', 'g'), ', '))
  from staged where geom is not null
  having count(distinct regexp_replace(geometrytype(geom), '^MULTI|M$', '', 'g')) > 1
  union all
  select 0, '', 'HEIGHTS_DROPPED', null, null, false, jsonb_build_object('count', count(*))
  from staged where st_ndims(geom) > 2 having count(*) > 0
)
select no, name as object_id, code,
       case when place is not null and st_x(place) between -180 and 180 and st_y(place) between -90 and 90
            then st_setsrid(st_force2d(place), 4326) end as place,
       case when :flip then st_y(at) else st_x(at) end as file_x,
       case when :flip then st_x(at) else st_y(at) end as file_y,
       blocking, args
from issue
