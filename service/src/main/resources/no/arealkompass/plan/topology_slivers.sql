-- Parts of purpose zones too small or too thin to be meant: under :smallM2, or elongated (4πA/P² under 0.1) and narrower
-- than :narrowM on average.
-- Parameters: versions (bigint[]), smallM2, narrowM.
with part as (
  select z.plan_version_id as id, z.zone_id, (st_dump(z.footprint)).geom
  from plan_zone z
  where z.plan_version_id = any (cast(:versions as bigint[])) and z.kind = 'PURPOSE'
), measured as (
  select *, st_area(geom) as area, st_perimeter(geom) as around from part
)
select m.id as version, null as other, array[m.zone_id] as zones, m.area, 'SLIVER' as code,
  st_x(p.place) as lon, st_y(p.place) as lat, st_asgeojson(st_transform(m.geom, 4326), 7) as geometry, null as detail
from measured m cross join lateral (select st_transform(st_pointonsurface(m.geom), 4326) as place) p
where m.area < :smallM2 or (4 * pi() * m.area / (m.around * m.around) < 0.1 and 2 * m.area / m.around < :narrowM)
order by m.area, m.zone_id
limit :most
