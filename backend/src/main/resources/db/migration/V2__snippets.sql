-- Saved source with a short id made of its content; never changed, never deleted by the service.
create table snippet (
  id text primary key check (id ~ '^[1-9A-HJ-NP-Za-km-z]{11,22}$'),
  content_hash text not null unique check (content_hash ~ '^[0-9a-f]{64}$'),
  language text not null,
  file text not null check (length(file) between 1 and 100),
  source text not null check (octet_length(source) <= 65536),
  settings text not null,
  created_at timestamptz not null,
  -- The facts of the run it was made from, as the REST interface tells them; absent without a run.
  run_summary text,
  lines_gzip bytea,
  check ((run_summary is null) = (lines_gzip is null))
);
alter table snippet alter column lines_gzip set storage external;
