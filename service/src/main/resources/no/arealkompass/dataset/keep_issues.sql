-- Stores the issues of one import; the arrays run in step.
insert into import_issue (import_id, code, object_id, place, file_x, file_y, blocking, args)
select :of, code, object_id, st_setsrid(st_makepoint(lon, lat), 4326), file_x, file_y, blocking, args::jsonb
from unnest(cast(:codes as text[]), cast(:ids as text[]), cast(:lons as float8[]), cast(:lats as float8[]),
            cast(:xs as float8[]), cast(:ys as float8[]), cast(:blockings as bool[]), cast(:args as text[]))
  with ordinality as row(code, object_id, lon, lat, file_x, file_y, blocking, args, rank)
order by rank
