-- Investors' links. The token itself is stored nowhere: a link is found by the hash of it. A link is changed in four ways
-- only (withdrawn, extended, reissued, and that never undone for a withdrawal); each is in the audit trail.
create table link (
  id           uuid primary key,
  token_hash   text not null unique check (length(token_hash) = 64),
  issue        integer not null default 1,              -- counts tokens: codes and cookies belong to one
  shape        text not null check (shape in ('SITES', 'ANSWER', 'COMPARISON')),
  sites        text[] not null check (cardinality(sites) between 1 and 20),
  view_id      uuid references saved_view,
  requirement  text not null check (length(requirement) <= 1500),
  fields       text[] not null check (cardinality(fields) between 1 and 200),
  language     text not null check (language in ('nb', 'en')),
  message      text not null check (length(message) <= 2000),
  contact_name text not null check (length(contact_name) <= 120), -- a business contact, as the sender wrote it
  contact_role text not null check (length(contact_role) <= 120),
  contact_phone text not null check (length(contact_phone) <= 40),
  contact_mail text not null check (length(contact_mail) <= 254),
  recipient    text not null check (length(recipient) <= 120),    -- for the sender's eyes only
  code_mail    text check (length(code_mail) <= 254),
  watermark    text not null check (length(watermark) <= 80),
  downloads    text[] not null,
  expires_at   timestamptz not null,
  withdrawn_at timestamptz,
  made_by      text not null,
  made_at      timestamptz not null
);
create index link_of on link (made_by, made_at desc);

create function link_stays_withdrawn() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null
      and (new.withdrawn_at, new.token_hash, new.expires_at) is distinct from (old.withdrawn_at, old.token_hash, old.expires_at) then
    raise exception 'A withdrawn link stays withdrawn';
  end if;
  return new;
end $$;
create trigger link_stays_withdrawn before update on link
  for each row execute function link_stays_withdrawn();

-- When a link was opened by a person, to the minute. Who, from where and with what is not stored.
create table link_opening (
  link_id uuid not null references link,
  minute  timestamptz not null,
  times   integer not null,
  primary key (link_id, minute)
);

-- Codes sent by mail, each good for one entry, some minutes and five tries.
create table link_code (
  id         bigint generated always as identity primary key,
  link_id    uuid not null references link,
  issue      integer not null,
  code_hash  text not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  tries      integer not null default 0 check (tries <= 5),
  used_at    timestamptz
);
create index link_code_of on link_code (link_id, id desc);

-- Browsers in which a code was entered, by the hash of their cookie.
create table link_pass (
  cookie_hash text primary key check (length(cookie_hash) = 64),
  link_id     uuid not null references link,
  issue       integer not null,
  expires_at  timestamptz not null
);
create index link_pass_of on link_pass (link_id);

-- A sender sees the own links, an administrator all. Whoever holds a token has no account: the service looks it up.
alter table link enable row level security;
create policy link_all on link to areal_all using (true);
create policy link_own on link to "${app}"
  using (made_by = (select caller_name()))
  with check (made_by = (select caller_name()));
alter table link_opening enable row level security;
create policy link_opening_all on link_opening to areal_all using (true);
create policy link_opening_own on link_opening for select to "${app}"
  using (exists (select from link where link.id = link_id));
alter table link_code enable row level security;
create policy link_code_all on link_code to areal_all using (true);
alter table link_pass enable row level security;
create policy link_pass_all on link_pass to areal_all using (true);
