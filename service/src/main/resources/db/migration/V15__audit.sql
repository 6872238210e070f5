-- The audit trail: who did what to which object, from which state to which, why. Only ever added to.
create table audit (
  id             bigint generated always as identity primary key,
  at             timestamptz not null default now(),
  by             text not null,                  -- account, key or link; never a person's name beyond the account's
  by_role        text not null,
  municipalities text[] not null,                -- whom the caller acted for
  action         text not null check (action ~ '^[a-z][a-z.-]{1,60}$'),
  object         text not null check (length(object) <= 300), -- kind/id
  before         text,
  after          text,
  why            text not null check (length(why) <= 2000)
);
create index audit_at on audit (at desc, id desc);
create index audit_object on audit (object, id desc);
create trigger audit_never_changes before update or delete on audit
  for each row execute function refuse_change();

-- Accounts of a trial installation have a role and, where it is bound to some, municipalities.
alter table trial_account
  add column role           text not null default 'ADMINISTRATOR',
  add column municipalities text[] not null default '{}';
