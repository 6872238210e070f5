-- The newest statement of some facts about each site; of several as new, the last in the list. Where a part of the site
-- is what is scored, what is stated about that part comes before what is stated about the whole site.
-- :sites  bigint[]  site_version.id
-- :facts  text[]    ids of facts
select distinct on (s.id, f.fact ->> 'fact')
  s.id, f.fact ->> 'fact' as fact, jsonb_typeof(f.fact -> 'value') as type, f.fact ->> 'value' as value,
  f.fact ->> 'statedBy' as stated_by, f.fact ->> 'on' as stated_on, f.fact ->> 'basis' as basis, f.fact ->> 'source' as source
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
cross join lateral (
  select 0 nearer, a.fact, a.place from jsonb_array_elements(s.facts) with ordinality a (fact, place)
  union all
  select 1, a.fact, a.place from site_part p cross join lateral jsonb_array_elements(p.facts) with ordinality a (fact, place)
  where p.site_version_id = s.id and p.part_id = s.scored_part) f
where f.fact ->> 'fact' = any (cast(:facts as text[]))
order by s.id, f.fact ->> 'fact', f.nearer desc, f.fact ->> 'on' desc nulls last, f.place desc;
