-- Takes in a thousand objects at a time; the arrays run in step.
insert into staged (no, object_id, class, properties, geom, faults)
select no, object_id, class, properties::jsonb, st_setsrid(st_geomfromwkb(wkb), :srid), faults::jsonb
from unnest(cast(:nos as int[]), cast(:ids as text[]), cast(:classes as text[]), cast(:properties as text[]),
            cast(:wkbs as bytea[]), cast(:faults as text[]))
  as row(no, object_id, class, properties, wkb, faults)
