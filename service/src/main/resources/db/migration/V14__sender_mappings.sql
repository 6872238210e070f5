-- How a sender's fields were mapped last, so that the next file from there starts with it. One row per sender, dataset and
-- source; a new mapping takes the place of the old, for what was imported carries its own (dataset_version.description).
create table sender_mapping (
  sender  text not null,                         -- as it was written, compared without regard to letter case
  dataset text not null,
  source  text not null,
  mapping jsonb not null,                        -- our property → their field; null = left out
  at      timestamptz not null default now(),
  by      text not null
);
create unique index sender_mapping_of on sender_mapping (lower(sender), dataset, source);
