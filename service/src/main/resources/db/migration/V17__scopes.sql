-- Stored results as far as each reader sees (docs/decisions/0091). A scope is a text: PUBLISHED, INTERNAL, ALL, or one of
-- the first two with the municipalities whose drafts and unpublished plans were looked at too: INTERNAL+3401+3414.

-- Whether what looked as far as one scope may be read by whoever sees as far as another.
create function scope_within(scope text, wider text) returns boolean language sql immutable as $$
  select wider = 'ALL' or (scope <> 'ALL' and (scope not like 'INTERNAL%' or wider like 'INTERNAL%')
    and (string_to_array(scope, '+'))[2:] <@ (string_to_array(wider, '+'))[2:])
$$;

-- The scope of the caller that is bound to the connection.
create function caller_scope() returns text language sql stable as $$
  select case when caller_everything() then 'ALL'
    else array_to_string((case when caller_internal() then 'INTERNAL' else 'PUBLISHED' end) || caller_municipalities(), '+') end
$$;

create domain scope as text check (value ~ '^(ALL|(PUBLISHED|INTERNAL)(\+[0-9]{4})*)$');

alter table run drop constraint run_scope_check, alter column scope type scope;
alter table plan_check drop constraint plan_check_scope_check, alter column scope type scope;
alter table plan_check_in_use drop constraint plan_check_in_use_scope_check, alter column scope type scope;
alter table plan_check_seen drop constraint plan_check_seen_scope_check, alter column scope type scope;
alter table plan_follow drop constraint plan_follow_scope_check, alter column scope type scope;

-- A run for a reader between the public and the administrator answers as long as the run over everything that it was made
-- beside is in use: that one is another as soon as any site, dataset or strategy is.
alter table run_in_use
  alter column scope type scope,
  add column beside uuid references run;

alter table saved_view add column scope scope not null default 'PUBLISHED';
alter table saved_view disable trigger saved_view_never_changes;
update saved_view set scope = 'ALL' where drafts;
alter table saved_view enable trigger saved_view_never_changes;
alter table saved_view drop column drafts, alter column scope drop default;

alter table snapshot add column scope scope not null default 'PUBLISHED';
alter table snapshot disable trigger snapshot_never_changes;
update snapshot set scope = 'ALL' where not open;
alter table snapshot enable trigger snapshot_never_changes;
alter table snapshot drop column open, alter column scope drop default;

-- Nothing of a result that looked further than the caller sees leaves the database, whatever the question.
do $$
declare t text;
begin
  foreach t in array array['run', 'plan_check', 'snapshot', 'saved_view'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to areal_all using (true)', t || '_all', t);
    execute format('create policy %I on %I to "${app}" using (scope_within(scope, (select caller_scope())))', t || '_reach', t);
  end loop;
end $$;
alter table run_score enable row level security;
create policy run_score_all on run_score to areal_all using (true);
create policy run_score_reach on run_score to "${app}" using (exists (select from run where run.id = run_id));
