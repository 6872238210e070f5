-- What a mended ring left behind where no outline is stated (where one is, a hole is a gap): holes in the union of the
-- zones that are under :smallM2, or elongated (4πA/P² under 0.1) and narrower than :narrowM on average.
-- Parameters: versions (bigint[]), smallM2, narrowM, noiseM.
with part as (
  select v.id, (st_dump(v.outline)).geom from plan_version v
  where v.id = any (cast(:versions as bigint[])) and not v.outline_stated
), hole as (
  select p.id, st_makepolygon(st_interiorringn(p.geom, n)) as geom
  from part p cross join lateral generate_series(1, st_numinteriorrings(p.geom)) n
), measured as (
  select *, st_area(geom) as area, st_perimeter(geom) as around from hole
)
select m.id as version, null as other, array[]::text[] as zones, m.area, 'RING_LEFTOVER' as code,
  st_x(p.place) as lon, st_y(p.place) as lat, st_asgeojson(st_transform(m.geom, 4326), 7) as geometry, null as detail
from measured m cross join lateral (select st_transform(st_pointonsurface(m.geom), 4326) as place) p
where (m.area < :smallM2 or (4 * pi() * m.area / (m.around * m.around) < 0.1 and 2 * m.area / m.around < :narrowM))
  and not st_isempty(st_buffer(m.geom, -:noiseM / 2, 'quad_segs=1'))
order by m.area
limit :most
