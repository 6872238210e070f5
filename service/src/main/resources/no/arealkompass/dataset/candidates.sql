-- Where the staged objects would lie if their coordinates were in each of some coordinate systems; every :step-th
-- object is tried, by its box. Numbers that make no sense in a system are never transformed.
--   :srids, :flips candidates, in step; :now whether the staged coordinates were flipped already
with bounds as (
  select st_makeenvelope(:west, :south, :east, :north, 4326) as box
), tried as materialized (
  select no, case when :now then st_flipcoordinates(st_envelope(geom)) else st_envelope(geom) end as frame
  from staged where geom is not null and not st_isempty(geom) and (no - 1) % :step = 0
), candidate as (
  select c.rank, c.srid, c.flip, s.proj4text like '%+proj=longlat%' as degrees, s.proj4text like '%+proj=utm%' as utm
  from unnest(cast(:srids as int[]), cast(:flips as bool[])) with ordinality as c(srid, flip, rank)
  join spatial_ref_sys s using (srid)
), reading as (
  select c.*, st_setsrid(case when c.flip then st_flipcoordinates(t.frame) else t.frame end, c.srid) as frame
  from candidate c cross join tried t
), ground as materialized (
  select r.rank, case when
      case when r.degrees then st_xmin(r.frame) >= -180 and st_xmax(r.frame) <= 180
                               and st_ymin(r.frame) >= -90 and st_ymax(r.frame) <= 90
           when r.utm then st_xmin(r.frame) > -2e6 and st_xmax(r.frame) < 3e6
                           and st_ymin(r.frame) > 1e5 and st_ymax(r.frame) < 9.9e6
           else greatest(abs(st_xmin(r.frame)), abs(st_xmax(r.frame)), abs(st_ymin(r.frame)), abs(st_ymax(r.frame)))
                between 1000 and 1.5e7 end
    then st_transform(r.frame, 4326) end as box
  from reading r
)
select c.rank, count(*) filter (where g.box && b.box) as inside, (select count(*) from tried) as tried,
       st_xmin(st_extent(g.box)) as west, st_ymin(st_extent(g.box)) as south,
       st_xmax(st_extent(g.box)) as east, st_ymax(st_extent(g.box)) as north
from candidate c cross join bounds b left join ground g on g.rank = c.rank
group by c.rank order by c.rank
