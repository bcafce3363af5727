-- Progress of the digitisation programme: frozen lists that are the denominators of its targets, and monthly snapshots.

-- A list is never changed: freezing again makes the next version, and the earlier one stays.
create table programme_list (
  id bigint generated always as identity primary key,
  target text collate "C" not null,              -- id of data/programme/targets.json
  version integer not null check (version >= 1),
  as_of date not null,                           -- the day whose designations were listed
  decision text collate "C",                     -- number of the document that fixes the list; only version 1 may lack it
  evidence text collate "C" not null,            -- where the list comes from
  digest text collate "C" not null,              -- SHA-256 of the identifiers, one a line, in order
  size integer not null check (size > 0),
  actor_id bigint not null references actor,
  frozen_at timestamptz not null default clock_timestamp(),
  unique (target, version),
  check (version = 1 or decision is not null)
);
create trigger programme_list_immutable before update or delete or truncate on programme_list
  for each statement execute function refuse_change();

create table programme_list_item (
  list_id bigint not null references programme_list,
  record_id bigint not null references record,
  part text collate "C" not null,
  primary key (list_id, record_id)
);
create index programme_list_item_record on programme_list_item (record_id);
create trigger programme_list_item_immutable before update or delete or truncate on programme_list_item
  for each statement execute function refuse_change();

create table programme_snapshot (
  month text collate "C" primary key check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  taken_on date not null,
  content text collate "C" not null,             -- RFC 8785 JSON, byte for byte what was hashed
  digest text collate "C" not null,              -- SHA-256 of the content
  actor_id bigint not null references actor,
  taken_at timestamptz not null default clock_timestamp()
);
create trigger programme_snapshot_immutable before update or delete or truncate on programme_snapshot
  for each statement execute function refuse_change();
