-- Enquiries (henvendelser): what investors ask, who answers, by when. What tells of a person stands in tables of its own
-- that are emptied after a set time; the rest stays for the statistics. See docs/decisions/0097.
create table enquiry (
  id             uuid primary key,
  received_at    timestamptz not null,
  language       text not null check (language in ('nb', 'en')),
  origin         text not null check (origin in ('LINK', 'SITE', 'CATALOGUE')),
  link           text check (length(link) <= 80),       -- id of the investor's link; never its token
  sites          text[] not null check (cardinality(sites) <= 50),
  municipalities text[] not null,                       -- in which the sites lay when it came
  requirement    text check (length(requirement) <= 4000), -- the requirement list that came along
  receipt        boolean not null,                      -- whether the sender is to have one by mail
  state          text not null check (state in ('NEW', 'IN_PROGRESS', 'WAITING', 'ANSWERED', 'CLOSED')),
  owner          text check (length(owner) <= 80),      -- account
  handed_to      text check (handed_to ~ '^[0-9]{4}$'), -- municipality
  handed_at      timestamptz,
  due_on         date not null,
  answered_at    timestamptz,                           -- the first time
  closed_at      timestamptz,
  erased_at      timestamptz,                           -- when what tells of a person was deleted
  version        int not null check (version > 0),
  check ((origin = 'LINK') = (link is not null)),
  check ((handed_to is null) = (handed_at is null)),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create index enquiry_received on enquiry (received_at desc);

create table enquiry_person (
  enquiry_id   uuid primary key references enquiry,
  name         text not null check (length(name) <= 120),
  organisation text not null check (length(organisation) <= 160),
  mail         text not null check (length(mail) <= 254),
  phone        text not null check (length(phone) <= 40),  -- empty when none was given
  message      text not null check (length(message) <= 4000)
);

-- Notes of those who handle it; they tell of people, and go with the person.
create table enquiry_note (
  id         bigint generated always as identity primary key,
  enquiry_id uuid not null references enquiry,
  at         timestamptz not null,
  by         text not null,
  note       text not null check (note <> '' and length(note) <= 2000)
);
create index enquiry_note_of on enquiry_note (enquiry_id, id);

create table enquiry_event (
  id         bigint generated always as identity primary key,
  enquiry_id uuid not null references enquiry,
  at         timestamptz not null,
  by         text not null,                             -- account, or 'public'
  what       text not null check (what in ('RECEIVED', 'STATE', 'OWNER', 'HANDED', 'DUE', 'NOTE', 'ERASED')),
  before     text,
  after      text
);
create index enquiry_event_of on enquiry_event (enquiry_id, id);

-- An attempt is written down before the mail leaves.
create table enquiry_mail (
  id         bigint generated always as identity primary key,
  enquiry_id uuid not null references enquiry,
  to_whom    text not null check (to_whom ~ '^(contact|sender|[0-9]{4})$'), -- never the address
  attempt    int not null check (attempt > 0),
  at         timestamptz not null,
  unique (enquiry_id, to_whom, attempt)
);

create table enquiry_mail_end (
  enquiry_mail_id bigint primary key references enquiry_mail,
  outcome         text not null check (outcome in ('SENT', 'FAILED')),
  detail          text not null,                        -- why it failed, without the address
  at              timestamptz not null
);

create trigger enquiry_event_never_changes before update or delete on enquiry_event
  for each row execute function refuse_change();
create trigger enquiry_mail_never_changes before update or delete on enquiry_mail
  for each row execute function refuse_change();
create trigger enquiry_mail_end_never_changes before update or delete on enquiry_mail_end
  for each row execute function refuse_change();

revoke update, delete on enquiry_event, enquiry_mail, enquiry_mail_end from "${app}", areal_all;
revoke delete on enquiry from "${app}", areal_all;
revoke update on enquiry_person, enquiry_note from "${app}", areal_all;

-- Who sees an enquiry: the region's contact and the administrator every one, others those handed over to their own
-- municipality or about a site that lies in it. Anyone may put one in, and nobody reads one back that way.
create function enquiry_seen(handed text, lies_in text[]) returns boolean language sql stable as $$
  select coalesce(
    case caller_role()
      when 'RECRUITER' then cardinality(caller_acts_for()) = 0
        or handed = any (caller_acts_for()) or lies_in && caller_acts_for()
      when 'PLANNER' then handed = any (caller_acts_for()) or lies_in && caller_acts_for()
    end, false)
$$;

alter table enquiry enable row level security;
create policy enquiry_all on enquiry to areal_all using (true);
create policy enquiry_received on enquiry for insert to "${app}"
  with check (state = 'NEW' and owner is null and handed_to is null and version = 1);
create policy enquiry_read on enquiry for select to "${app}" using (enquiry_seen(handed_to, municipalities));
create policy enquiry_handled on enquiry for update to "${app}" using (enquiry_seen(handed_to, municipalities));

-- What hangs on an enquiry is seen by whoever sees the enquiry: the policies of the table in the sub-select apply.
alter table enquiry_person enable row level security;
create policy enquiry_person_all on enquiry_person to areal_all using (true);
create policy enquiry_person_received on enquiry_person for insert to "${app}" with check (true);
create policy enquiry_person_read on enquiry_person for select to "${app}"
  using (exists (select from enquiry e where e.id = enquiry_id));
create policy enquiry_person_erased on enquiry_person for delete to "${app}"
  using (exists (select from enquiry e where e.id = enquiry_id));

alter table enquiry_note enable row level security;
create policy enquiry_note_all on enquiry_note to areal_all using (true);
create policy enquiry_note_own on enquiry_note to "${app}" using (exists (select from enquiry e where e.id = enquiry_id));

alter table enquiry_event enable row level security;
create policy enquiry_event_all on enquiry_event to areal_all using (true);
create policy enquiry_event_added on enquiry_event for insert to "${app}" with check (true);
create policy enquiry_event_read on enquiry_event for select to "${app}"
  using (exists (select from enquiry e where e.id = enquiry_id));

-- Mail is the service's own work.
alter table enquiry_mail enable row level security;
create policy enquiry_mail_all on enquiry_mail to areal_all using (true);
alter table enquiry_mail_end enable row level security;
create policy enquiry_mail_end_all on enquiry_mail_end to areal_all using (true);
