-- What municipalities say about findings of the plan check, who follows what, and what followers are told. All of it is
-- append-only, but for one thing: an e-mail address is somebody's, and is deleted when they no longer follow.

-- Why a plan deviates, and the decision that follows from. It belongs to the finding, whose id is the same in every version
-- of the plan and with every version of the data; the newest one that is not withdrawn stands.
create table plan_reason (
  id           bigint generated always as identity primary key,
  strategy     text not null,
  finding      text not null check (finding <> '' and length(finding) <= 300),
  municipality text check (municipality ~ '^[0-9]{4}$'), -- null for a finding of the whole region
  plan         text,                              -- null for a finding that belongs to no plan
  reason       text not null check (reason <> '' and length(reason) <= 2000),
  decision     text not null check (decision <> '' and length(decision) <= 200), -- case number or the like
  decided_on   date not null,
  decided_by   text not null check (decided_by <> '' and length(decided_by) <= 200), -- a body, never a person
  said_nb      text not null,                     -- what the finding said when this was written
  said_en      text not null,
  published    boolean not null,                  -- whether everyone could read the finding then
  at           timestamptz not null,
  by           text not null,
  by_role      text not null
);
create index plan_reason_of on plan_reason (strategy, finding, id desc);

create table plan_reason_withdrawal (
  plan_reason_id bigint primary key references plan_reason,
  at             timestamptz not null,
  by             text not null,
  by_role        text not null
);

-- One row each time a followed subject was looked at and the check was another than last time. The first row of a subject is
-- where following begins; it has no changes.
create table plan_check_seen (
  id       bigint generated always as identity primary key,
  subject  text not null,
  strategy text not null,
  scope    text not null check (scope in ('PUBLISHED', 'ALL')),
  check_id uuid not null,
  earlier  bigint unique references plan_check_seen, -- unique: two services cannot both see the same change
  changes  text,                                  -- JSON; null in the first row
  moved    boolean not null,                      -- whether any rule or finding came out otherwise
  at       timestamptz not null,
  check ((earlier is null) = (changes is null))
);
create unique index plan_check_seen_first on plan_check_seen (subject, strategy, scope) where earlier is null;
create index plan_check_seen_of on plan_check_seen (subject, strategy, scope, id desc);

create table plan_follow (
  id       uuid primary key,
  subject  text not null,
  strategy text not null,
  language text not null check (language in ('nb', 'en')),
  scope    text not null check (scope in ('PUBLISHED', 'ALL')), -- what the one who made it might read
  since    bigint not null references plan_check_seen, -- what came after this is told
  made_by  text not null,
  made_at  timestamptz not null
);

create table plan_follow_address (
  plan_follow_id uuid primary key references plan_follow,
  mail           text not null check (length(mail) <= 254)
);

create table plan_follow_end (
  plan_follow_id uuid primary key references plan_follow,
  at             timestamptz not null,
  by             text not null                    -- an account, or 'mail' when the link in a mail was used
);

-- An attempt is written down before the mail leaves: if the service dies in between, nobody is told twice.
create table plan_follow_mail (
  id                 bigint generated always as identity primary key,
  plan_follow_id     uuid not null references plan_follow,
  plan_check_seen_id bigint not null references plan_check_seen,
  attempt            int not null check (attempt > 0),
  token_hash         text not null unique,        -- of the link in this mail that ends the following
  at                 timestamptz not null,
  unique (plan_follow_id, plan_check_seen_id, attempt)
);

create table plan_follow_mail_end (
  plan_follow_mail_id bigint primary key references plan_follow_mail,
  outcome             text not null check (outcome in ('SENT', 'FAILED')),
  detail              text not null,              -- why it failed, without the address; '' when it was sent
  at                  timestamptz not null
);

create trigger plan_reason_never_changes before update or delete on plan_reason
  for each row execute function refuse_change();
create trigger plan_reason_withdrawal_never_changes before update or delete on plan_reason_withdrawal
  for each row execute function refuse_change();
create trigger plan_check_seen_never_changes before update or delete on plan_check_seen
  for each row execute function refuse_change();
create trigger plan_follow_never_changes before update or delete on plan_follow
  for each row execute function refuse_change();
create trigger plan_follow_end_never_changes before update or delete on plan_follow_end
  for each row execute function refuse_change();
create trigger plan_follow_mail_never_changes before update or delete on plan_follow_mail
  for each row execute function refuse_change();
create trigger plan_follow_mail_end_never_changes before update or delete on plan_follow_mail_end
  for each row execute function refuse_change();
