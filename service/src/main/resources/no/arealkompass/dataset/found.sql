-- The issues that were found, blocking ones first. A file with a hundred thousand faults has one fault: beyond :most the
-- rest is only counted.
select code, object_id, st_x(place) as lon, st_y(place) as lat, file_x, file_y, blocking, args::text,
       count(*) filter (where blocking) over () as all_blocking, count(*) over () as all_found
from found order by not blocking, no, code limit :most
