-- Whether the footprint ('') and the parts of a version are the drawn ones, to the millimetre.
-- :version  site_version.id; :ids text[], :shapes bytea[], longitude and latitude (EPSG:4326)
select coalesce(bool_and(
  same_shape(o.g, st_transform(st_setsrid(st_geomfromwkb(d.shape), 4326), :storage)) and o.g is not null), false)
from unnest(cast(:ids as text[]), cast(:shapes as bytea[])) d (id, shape)
left join (select '' id, footprint g from site_version where id = :version
  union all select part_id, footprint from site_part where site_version_id = :version) o on o.id = d.id
