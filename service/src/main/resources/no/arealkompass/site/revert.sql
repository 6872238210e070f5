-- A version equal to an old one.
-- :id  site, :old  number of the version that is taken up again, :next  number of the new one
insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known, accuracy_m, source,
  facts, by, by_role, why, scored_part, media)
select site_id, :next, name, kind, publication, footprint, schematic, area_known, accuracy_m, source,
  facts, :by, :role, :why, scored_part, media
from site_version where site_id = :id and version = :old
