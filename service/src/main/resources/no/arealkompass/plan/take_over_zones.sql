-- The zones of a plan version, with geometry and everything said of them copied from the delivered areas.
insert into plan_zone (plan_version_id, zone_id, kind, code, use_status, vertical_level, name, properties, footprint)
select :version, z.zone, z.kind, z.code, z."useStatus", z."verticalLevel", z.name, f.properties,
  st_multi(st_collectionextract(f.geom, 3))
from jsonb_to_recordset(cast(:zones as jsonb)) as z ("featureId" bigint, zone text, kind text, code text, "useStatus" text,
    "verticalLevel" int, name text)
join feature f on f.id = z."featureId"
order by f.id
