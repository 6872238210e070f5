-- Takes in a thousand objects at a time; the arrays run in step. :flip when north stands before east in the file.
insert into staged (no, object_id, class, properties, geom, faults)
select no, object_id, class, properties::jsonb,
       st_setsrid(case when :flip then st_flipcoordinates(st_geomfromwkb(wkb)) else st_geomfromwkb(wkb) end, :srid),
       faults::jsonb
from unnest(cast(:nos as int[]), cast(:ids as text[]), cast(:classes as text[]), cast(:properties as text[]),
            cast(:wkbs as bytea[]), cast(:faults as text[]))
  as row(no, object_id, class, properties, wkb, faults)
