-- Puts repaired outlines in the place of invalid ones; the arrays run in step.
with repaired as (
  update staged s set geom = st_setsrid(st_geomfromwkb(r.wkb), st_srid(s.geom))
  from unnest(cast(:nos as int[]), cast(:wkbs as bytea[])) as r(no, wkb)
  where s.no = r.no
  returning s.no
)
delete from invalid i using repaired r where i.no = r.no
