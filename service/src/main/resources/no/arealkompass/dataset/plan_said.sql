-- What whoever handed in the file says of the plan: against the file's own word where it holds one plan, and else only
-- where the file says nothing. :said is an object of our properties.
update staged
set properties = case when (select count(distinct properties ->> 'planId') from staged) <= 1
                       and (select count(distinct properties ->> 'municipality') from staged) <= 1
                      then properties || cast(:said as jsonb) else cast(:said as jsonb) || properties end
