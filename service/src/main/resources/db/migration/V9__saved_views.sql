-- Own weights or an answer to a requirement list, saved under a name and shared by its address. The id is the key to it, so
-- it is random. A saved view is never changed: what was shared stays what it was. One that should be gone is withdrawn.
create table saved_view (
  id      uuid primary key,
  kind    text not null check (kind in ('WEIGHTS', 'ANSWER')),
  name    text not null check (name <> '' and length(name) <= 120),
  content text not null check (octet_length(content) <= 200000), -- JSON, the bytes that are sent, for ever
  drafts  boolean not null,                                      -- made over drafts, so not for the public
  run_id  uuid references run,
  made_by text not null,
  made_at timestamptz not null default now()
);
create index saved_view_of on saved_view (made_by, kind, made_at desc);

create table saved_view_withdrawal (
  saved_view_id uuid primary key references saved_view,
  at            timestamptz not null default now(),
  by            text not null
);

create trigger saved_view_never_changes before update or delete on saved_view
  for each row execute function refuse_change();
create trigger saved_view_withdrawal_never_changes before update or delete on saved_view_withdrawal
  for each row execute function refuse_change();
