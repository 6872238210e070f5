-- The newest statement of some facts about each site; of several as new, the last in the list.
-- :sites  bigint[]  site_version.id
-- :facts  text[]    ids of facts
select distinct on (s.id, f.fact ->> 'fact')
  s.id, f.fact ->> 'fact' as fact, jsonb_typeof(f.fact -> 'value') as type, f.fact ->> 'value' as value,
  f.fact ->> 'statedBy' as stated_by, f.fact ->> 'on' as stated_on, f.fact ->> 'basis' as basis, f.fact ->> 'source' as source
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
cross join lateral jsonb_array_elements(s.facts) with ordinality f (fact, place)
where f.fact ->> 'fact' = any (cast(:facts as text[]))
order by s.id, f.fact ->> 'fact', f.fact ->> 'on' desc nulls last, f.place desc;
