-- Releases of the open data: what files were made, of what, with which checksum. The files lie in the data directory.

create table open_data_release (
  id bigint generated always as identity primary key,
  name text collate "C" not null unique,         -- 2026-11-25, then 2026-11-25-2 for the next of the day
  made_at timestamptz not null,
  records bigint not null,
  -- Position of the newest publication in it: nothing has changed since while it is still the newest.
  position bigint not null
);

create table open_data_file (
  release_id bigint not null references open_data_release on delete cascade,
  dataset text collate "C" not null,
  format text collate "C" not null,
  records bigint not null,
  bytes bigint not null,
  sha256 text collate "C" not null,
  preview jsonb not null,                        -- the first rows, for the page of the dataset
  primary key (release_id, dataset, format)
);
