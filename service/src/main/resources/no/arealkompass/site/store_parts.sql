-- The parts of a version just stored; those that came back untouched keep their very coordinates.
-- :version  site_version.id of the new version, :before  that of the one before (0: none)
-- :shapes  bytea[], longitude and latitude (EPSG:4326); :storage  EPSG code of the storage CRS
insert into site_part (site_version_id, part_id, place, kind, name, status, footprint, facts)
select :version, p.id, p.place, p.kind, p.name, nullif(p.status, ''),
  case when same_shape(o.footprint, d.g) then o.footprint else d.g end, cast(p.facts as jsonb)
from unnest(cast(:ids as text[]), cast(:kinds as text[]), cast(:names as text[]), cast(:statuses as text[]),
  cast(:shapes as bytea[]), cast(:facts as text[])) with ordinality p (id, kind, name, status, shape, facts, place)
cross join lateral (select st_multi(st_transform(st_setsrid(st_geomfromwkb(p.shape), 4326), :storage)) g) d
left join site_part o on o.site_version_id = :before and o.part_id = p.id
