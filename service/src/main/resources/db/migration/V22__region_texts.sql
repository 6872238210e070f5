-- What the region and its municipalities say of themselves: plain text, one series of versions for each place and language.
-- Only ever added to; the newest published version is what everybody reads, and an empty one takes the text away.
create table region_text (
  id              bigint generated always as identity primary key,
  municipality    text not null check (municipality ~ '^([0-9]{4})?$'),  -- empty = the whole region
  language        text not null check (language in ('nb', 'en')),
  version         int not null check (version > 0),
  body            text not null check (length(body) <= 4000),             -- paragraphs with an empty line between
  source          text not null check (length(source) <= 300),            -- where it can be read
  published       boolean not null,
  written_by      text not null,                                          -- account, for those who edit
  written_by_role text not null,
  written_at      timestamptz not null default now(),
  unique (municipality, language, version)
);
create trigger region_text_never_changes before update or delete on region_text
  for each row execute function refuse_change();
revoke update, delete on region_text from "${app}", areal_all;

-- A place's own editors see its drafts as well; the region's are those of recruiters who act for no municipality.
create function own_text(place text) returns boolean language sql stable as $$
  select case when place = '' then caller_role() = 'RECRUITER' and caller_acts_for() = '{}'
    else caller_role() in ('RECRUITER', 'PLANNER') and place = any (caller_acts_for()) end
$$;
alter table region_text enable row level security;
create policy region_text_all on region_text to areal_all using (true);
create policy region_text_read on region_text for select to "${app}" using (published or own_text(municipality));
create policy region_text_add on region_text for insert to "${app}" with check (own_text(municipality));
