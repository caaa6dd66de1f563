-- One execution asked for by a user. The trace is kept compressed exactly as the worker sent it.
create table run (
  id text primary key check (id ~ '^[1-9A-HJ-NP-Za-km-z]{11,22}$'),
  state text not null check (state in ('queued', 'running', 'finished', 'interrupted')),
  language text not null,
  file text not null check (length(file) between 1 and 100),
  source text not null check (octet_length(source) <= 65536),
  settings text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  verdict text,
  detail text,
  reason text,
  steps bigint check (steps >= 0),
  entries bigint check (entries >= 0),
  virtual_nanos bigint check (virtual_nanos >= 0),
  wall_millis bigint check (wall_millis >= 0),
  schedule text,
  trace_hash text check (trace_hash ~ '^[0-9a-f]{64}$'),
  -- Bytes, because a program may print characters that text columns cannot hold.
  output bytea,
  stderr bytea,
  check (state <> 'finished' or (verdict is not null and trace_hash is not null))
);

create index run_created_at on run (created_at);
create index run_unfinished on run (state) where state in ('queued', 'running');

-- Apart from its run, so that reading a run's facts never reads megabytes.
create table run_trace (
  run text primary key references run (id) on delete cascade,
  lines_gzip bytea not null
);
alter table run_trace alter column lines_gzip set storage external;
