-- What a file says of its plans reaches the areas it holds: by reference (an area names its outline, an outline its plan),
-- by the number of the plan, and where the file holds one plan only, all of them. What an object says itself stands.
-- Plans that are no area are then done with.
create temporary table carrier on commit drop as
select s.no, s.properties ->> 'objtype' = 'Arealplan' as plan, s.properties #> '{ref,ids}' as ids,
       s.properties #>> '{ref,plan}' as to_plan, s.properties #>> '{ref,area}' as to_area,
       (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(s.properties)
        where key in ('municipality', 'planId', 'planName', 'planType', 'planStatus', 'inForceFrom', 'inForceTo',
                      'decidedOn', 'announcedOn', 'lawReference', 'provision', 'stage')) as says
from staged s
where s.properties ->> 'objtype' in ('Arealplan', 'KpOmråde', 'RpOmråde', 'RbOmråde');
update carrier o set says = p.says || o.says
from carrier p
where p.plan and not o.plan and (jsonb_exists(p.ids, o.to_plan) or jsonb_exists(o.ids, p.to_area));
update staged s set properties = c.says || s.properties from carrier c where c.no = s.no;
update staged s set properties = c.says || s.properties
from carrier c
where c.no <> s.no
  and (jsonb_exists(c.ids, s.properties #>> '{ref,area}') or jsonb_exists(c.ids, s.properties #>> '{ref,plan}'));
update staged s set properties = c.says || s.properties
from (select distinct on (says ->> 'municipality', says ->> 'planId') says from carrier
      where says ->> 'planId' is not null order by says ->> 'municipality', says ->> 'planId', plan, no) c
where s.properties ->> 'planId' = c.says ->> 'planId'
  and coalesce(s.properties ->> 'municipality', c.says ->> 'municipality', '') = coalesce(c.says ->> 'municipality', '');
with one as (
  select says from carrier
  where (select count(distinct properties ->> 'planId') from staged) <= 1
    and (select count(distinct properties ->> 'municipality') from staged) <= 1
  order by says ->> 'planId' is null, (select count(*) from jsonb_object_keys(says)) desc, no limit 1
)
update staged s set properties = one.says || s.properties from one;
delete from staged where geom is null and faults = '[]' and properties ->> 'objtype' = 'Arealplan';
update staged set properties = properties - 'ref';
drop table carrier
