-- The plans among the staged areas, the largest first, at most :most: what each is called, and how far it has come.
select properties ->> 'municipality' as municipality, properties ->> 'planId' as plan_id,
       min(properties ->> 'planName') as plan_name, min(properties ->> 'stage') as stage,
       min(properties ->> 'planStatus') as status, count(*) as objects,
       count(*) filter (where properties ->> 'stage' is null
                          and coalesce(properties ->> 'planStatus', '') !~ '^[1-8]$') as without_stage
from staged
group by 1, 2 order by count(*) desc, 1, 2 limit :most
