-- Trial accounts can be closed, and all their sessions be ended at once: a session carries the stamp it was begun with.
alter table trial_account
  add column enabled boolean not null default true,
  add column stamp   integer not null default 0;

-- Who has logged in at the organisation's own provider: what the provider said at the last login, so that it can be asked
-- what an account may now, and an account can be closed here at once. Rows nobody has used for a year are deleted.
create table provider_account (
  subject        text primary key check (length(subject) <= 300), -- the provider's own id
  name           text not null unique check (length(name) <= 100),
  role           text not null,
  municipalities text[] not null,
  enabled        boolean not null default true,
  stamp          integer not null default 0,
  seen_on        date not null
);

-- Keys of machines. The key itself is shown once and not kept.
create table machine_key (
  id             uuid primary key default gen_random_uuid(),
  prefix         text not null unique check (prefix ~ '^[a-z0-9]{8}$'), -- the part that tells keys apart
  hash           bytea not null check (length(hash) = 32),              -- SHA-256 of the whole key: 256 random bits need no salt
  label          text not null check (length(label) between 1 and 80),
  scopes         text[] not null check (cardinality(scopes) > 0),
  municipalities text[] not null,
  made_by        text not null,
  made_at        timestamptz not null,
  expires_on     date not null, -- the last day it is good for
  last_used_on   date,
  revoked_at     timestamptz
);

-- Sessions, as Spring Session wants them; attributes are text and nothing else.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null check (length(attribute_bytes) <= 20000),
  primary key (session_primary_id, attribute_name)
);
