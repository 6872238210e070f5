-- A mark per shape of every version of a site, equal for equal shapes; '' is the footprint.
select v.version, md5(st_asbinary(v.footprint)) as footprint,
  coalesce((select jsonb_object_agg(part_id, md5(st_asbinary(footprint))) from site_part where site_version_id = v.id), '{}') as parts
from site_version v where v.site_id = :id
