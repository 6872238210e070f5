-- Results frozen for case files, with what proves them (docs/decisions/0086). Secret halves of keys are never here.
create table signing_key (
  id         text primary key check (id ~ '^[0-9a-f]{32}$'), -- start of the SHA-256 of the public key
  public_pem text not null,
  first_used timestamptz not null default now()
);

create table snapshot (
  id              uuid primary key,
  kind            text not null check (kind in ('PLAN_CHECK', 'SCORE', 'COMPARISON')),
  about           text not null,                -- 'subject/strategy' of a plan check, or 'run/purpose/site,site…'
  made_at         timestamptz not null,         -- whole seconds: the signed text has no more
  made_by         text not null,                -- role of the one who froze it
  open            boolean not null,             -- whether everyone may read it
  document        bytea not null,               -- canonical JSON (RFC 8785)
  pdf             bytea not null,
  manifest        bytea not null,               -- canonical JSON: the bytes that are signed
  signature       bytea not null,               -- Ed25519 over the manifest
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  pdf_sha256      text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  key_id          text not null references signing_key
);
create index snapshot_document on snapshot (document_sha256);
create index snapshot_pdf on snapshot (pdf_sha256);
create index snapshot_of on snapshot (kind, about, made_at desc);

create trigger signing_key_never_changes before update or delete on signing_key
  for each row execute function refuse_change();
create trigger snapshot_never_changes before update or delete on snapshot
  for each row execute function refuse_change();
