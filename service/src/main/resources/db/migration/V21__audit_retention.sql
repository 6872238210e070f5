-- Entries of the audit trail are deleted when they are old, by one function of the owner's and by nothing else: the service
-- may neither change nor delete one, and not even the owner one that is younger than a year. See docs/decisions/0101.
create function audit_refuses_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
      and old.at < now() - interval '365 days' then
    return old;
  end if;
  raise exception '% rows are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

drop trigger audit_never_changes on audit;
create trigger audit_never_changes before update or delete on audit
  for each row execute function audit_refuses_change();
create trigger audit_never_emptied before truncate on audit
  for each statement execute function refuse_change();

revoke update, delete, truncate on audit from "${app}", areal_all;

-- How many entries were deleted; that they were is an entry itself.
create function audit_forget(keep_days int) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  cutoff constant timestamptz := now() - make_interval(days => keep_days);
  gone bigint;
begin
  if keep_days is null or keep_days < 365 then
    raise exception 'The audit trail is kept for at least 365 days' using errcode = 'invalid_parameter_value';
  end if;
  delete from audit where at < cutoff;
  get diagnostics gone = row_count;
  if gone > 0 then
    insert into audit (by, by_role, municipalities, action, object, before, after, why)
    values ('audit', 'SERVICE', '{}', 'audit.forget', 'audit/' || (cutoff at time zone 'utc')::date, gone::text, null, 'retention');
  end if;
  return gone;
end $$;
revoke execute on function audit_forget(int) from public;
grant execute on function audit_forget(int) to areal_all;

create index audit_by on audit (by, id desc);
create index audit_action on audit (action, id desc);

-- Whoever acts writes; only callers that see everything read.
alter table audit enable row level security;
create policy audit_all on audit to areal_all using (true);
create policy audit_add on audit for insert to "${app}" with check (true);
