-- Plans held against a strategy, kept as the bytes that are sent. A check never changes: another state of plans, data,
-- strategy, run or software is another check.
create table plan_check (
  id               uuid primary key,
  state_key        text not null unique,         -- same plans, strategy, datasets, run and software: same check
  subject          text not null,                -- 'region', '3414~', '3414-201803@2'
  strategy_id      text not null,
  strategy_version text not null,
  scope            text not null check (scope in ('PUBLISHED', 'ALL')),
  made_at          timestamptz not null,
  body             text not null,                -- the bytes that are sent, for ever
  foreign key (strategy_id, strategy_version) references strategy
);
create trigger plan_check_never_changes before update or delete on plan_check
  for each row execute function refuse_change();

-- The check that answers for the present state, for each reader; and so also what was ever asked for, which is what is
-- made again when something changes.
create table plan_check_in_use (
  subject     text not null,
  strategy_id text not null,
  scope       text not null check (scope in ('PUBLISHED', 'ALL')),
  check_id    uuid not null references plan_check,
  primary key (subject, strategy_id, scope)
);
