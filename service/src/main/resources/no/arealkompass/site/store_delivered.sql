-- A delivered site as its next version; none when the one in use reads just so. What a file cannot say is kept: parts
-- (copied afterwards) and media. A part stays the scored one as long as the file does not move the footprint.
-- :feature  feature.id, :version  dataset_version.id, and the site's properties by name
insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known, accuracy_m, source,
  facts, dataset_version_id, by, by_role, why, scored_part, media)
select :id, coalesce(u.version, 0) + 1, :name, :kind, :publication, st_multi(f.geom), :schematic, :areaKnown, :accuracyM,
  :source, cast(:facts as jsonb), d.id, :by, :role, 'Fil: ' || d.file_name,
  case when st_orderingequals(u.footprint, st_multi(f.geom)) then u.scored_part end, coalesce(u.media, '[]')
from feature f
join dataset_version d on d.id = :version
left join site_in_use u on u.site_id = :id
where f.id = :feature and (u.version is null
  or (u.name, u.kind, u.publication, u.schematic, u.area_known, u.accuracy_m, u.source, u.facts) is distinct from
     (:name, :kind, :publication, :schematic, :areaKnown, :accuracyM, :source, cast(:facts as jsonb))
  or not st_orderingequals(u.footprint, st_multi(f.geom)))
