-- Files brought in through the workbench: how they are to be read, what the dry run found, what became of them.

create table import_profile (
  id bigint generated always as identity primary key,
  name text collate "C" not null unique,
  kind text collate "C" not null,                -- the record kind that it maps to
  signature text collate "C" not null,           -- digest of the headers it was made for
  mapping jsonb not null,
  updated_at timestamptz not null default now()
);
create index import_profile_signature on import_profile (kind, signature);

create table import_job (
  id bigint generated always as identity primary key,
  actor_id bigint not null references actor,
  file_name text collate "C" not null,
  file_bytes bigint not null,
  file_digest text collate "C" not null,         -- SHA-256, hexadecimal
  spool text collate "C" not null,               -- name of the file in the folder of uploads
  kind text collate "C" not null,
  format text collate "C" not null,
  mapping jsonb not null default '{}',
  inspection jsonb not null,
  profile text collate "C",                      -- name of the profile that the mapping came from
  state text collate "C" not null default 'uploaded' check (state in
    ('uploaded', 'checking', 'checked', 'refused', 'committing', 'committed', 'undoing', 'undone', 'failed', 'discarded')),
  -- Grows with every change by a person, so that two windows on one import notice each other.
  revision integer not null default 1,
  progress smallint not null default 0 check (progress between 0 and 100),
  checked jsonb,                                 -- what the dry run found
  refusal jsonb,                                 -- why it stands where it stands, in both languages
  skip_rejected boolean not null default false,
  reason text collate "C" not null default '',
  changeset_id bigint references changeset,
  undo_reason text collate "C" not null default '',
  undo_changeset_id bigint references changeset,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- What becomes of each row of the file, as the newest dry run or the commit says.
create table import_row (
  job_id bigint not null references import_job on delete cascade,
  place integer not null,                        -- from 0, in the order of the file
  line integer not null,
  outcome text collate "C" not null check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
  pid text collate "C" not null,
  problems jsonb not null,
  changes jsonb not null,
  cells jsonb,                                   -- of rejected rows only: they go back to their owner
  primary key (job_id, place)
);
create index import_row_outcome on import_row (job_id, outcome, place);
