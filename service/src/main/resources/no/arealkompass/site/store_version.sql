-- A site as somebody saved it, as its next version. A shape that came back untouched keeps its very coordinates.
-- :footprint  bytea, longitude and latitude (EPSG:4326); :storage  EPSG code of the storage CRS; the rest by name
insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known, accuracy_m, source,
  facts, by, by_role, why, scored_part, media)
select :id, coalesce(u.version, 0) + 1, :name, :kind, :publication,
  case when same_shape(u.footprint, d.g) then u.footprint else d.g end,
  :schematic, :areaKnown, :accuracyM, :source, cast(:facts as jsonb), :by, :role, :why, :scoredPart, cast(:media as jsonb)
from (select st_multi(st_transform(st_setsrid(st_geomfromwkb(:footprint), 4326), :storage)) g) d
left join site_in_use u on u.site_id = :id
