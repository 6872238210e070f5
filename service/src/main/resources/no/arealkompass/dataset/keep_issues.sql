-- Stores the issues of one import, blocking ones first. A file with a hundred thousand faults has one fault:
-- beyond :most the rest is only counted.
with ranked as (
  select *, row_number() over (order by not blocking, no, code) as rank, count(*) over () as total from found
)
insert into import_issue (import_id, code, object_id, place, blocking, args)
select :import, code, object_id, place, blocking, args from ranked where rank <= :most
union all
select :import, 'MORE_ISSUES', '', null, bool_or(blocking), jsonb_build_object('count', count(*))
from ranked where rank > :most having count(*) > 0
