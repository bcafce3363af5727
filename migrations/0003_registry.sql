-- Records, immutable versions, changesets, relations, decisions, designations, publication rows.

create sequence pid_sequence minvalue 1;

create table changeset (
  id bigint generated always as identity primary key,
  kind text collate "C" not null check (kind in ('starter', 'edit', 'import', 'bulk', 'revert', 'merge', 'migration')),
  key text collate "C" unique,                   -- idempotency: the same import twice is one changeset
  actor_id bigint not null references actor,
  reason text collate "C" not null default '',
  opened_at timestamptz not null default clock_timestamp(),
  reverts bigint references changeset,
  detail jsonb not null default '{}'
);
create unique index changeset_reverted_once on changeset (reverts) where reverts is not null;

create table record (
  id bigint generated always as identity primary key,
  pid text collate "C" not null unique,          -- ARK name with check character; the NAAN is the node's
  kind text collate "C" not null check (kind in
    ('monument', 'artefact', 'intangible', 'documentary', 'museum', 'agent', 'place', 'event', 'collection', 'source')),
  state text collate "C" not null check (state in ('draft', 'submitted', 'verified', 'published', 'withdrawn', 'merged')),
  access_class smallint not null references access_class,
  verification text collate "C" not null default 'unconfirmed' check (verification in ('unconfirmed', 'confirmed')),
  version integer not null check (version >= 1),
  standard text collate "C" not null,            -- 'monument@1.0'
  starter_key text collate "C" unique,           -- fixed key of the starter data, null for every other record
  merged_into bigint references record,
  closed_at timestamptz,                         -- withdrawn or merged since
  closed_reason text collate "C",
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'merged') = (merged_into is not null)),
  check ((state in ('withdrawn', 'merged')) = (closed_at is not null))
);
create index record_kind on record (kind, id);
create index record_merged_into on record (merged_into) where merged_into is not null;

create table record_version (
  record_id bigint not null references record,
  version integer not null check (version >= 1),
  standard text collate "C" not null,
  body jsonb not null,                           -- {"standard": …, "fields": {id: [statement]}}
  body_hash bytea not null,                      -- SHA-256 of the RFC 8785 form of the body
  chain_hash bytea not null,                     -- SHA-256 (previous chain_hash || body_hash)
  actor_id bigint not null references actor,
  changeset_id bigint not null references changeset,
  reason text collate "C" not null default '',
  at timestamptz not null default clock_timestamp(),
  primary key (record_id, version)
);
create index record_version_changeset on record_version (changeset_id, record_id);
create trigger record_version_immutable before update or delete or truncate on record_version
  for each statement execute function refuse_change();

-- Personal values stand beside the body, which holds only a salted digest, so that a lawful erasure
-- removes value and salt and every hash still verifies.
create table sealed_value (
  id uuid primary key,
  record_id bigint not null references record,
  field text collate "C" not null,
  value jsonb,
  salt bytea,
  erased_at timestamptz,
  erased_reason text collate "C",
  check ((value is null) = (salt is null) and (value is null) = (erased_at is not null))
);
create index sealed_value_record on sealed_value (record_id);

create table record_alias (
  scheme text collate "C" not null,              -- 'unesco', 'inventory', 'temporary', 'starter', 'url', 'local', 'pid' (of a merged record) …
  value text collate "C" not null,
  record_id bigint not null references record,
  changeset_id bigint not null references changeset,
  primary key (scheme, value)
);
create index record_alias_record on record_alias (record_id);

-- Typed, dated edge. The inverse is read from the code list relation-type, never stored twice.
-- A row is never changed: it is voided by a later changeset.
create table relation (
  id bigint generated always as identity primary key,
  type text collate "C" not null,
  from_record bigint not null references record,
  to_record bigint not null references record,
  from_date text collate "C",                    -- EDTF
  to_date text collate "C",
  note text collate "C",
  source text collate "C" not null default '',
  changeset_id bigint not null references changeset,
  voided_in bigint references changeset,
  check (from_record <> to_record)
);
create unique index relation_live on relation (type, from_record, to_record, coalesce(from_date, '')) where voided_in is null;
create index relation_to on relation (to_record) where voided_in is null;
create index relation_changeset on relation (changeset_id);

create table decision (
  id bigint generated always as identity primary key,
  key text collate "C" not null unique,          -- slug of number and year, used in addresses: '1426-qd-ttg-2012'
  number text collate "C" not null,              -- '1426/QĐ-TTg'
  date date,
  date_note text collate "C",                    -- doubt about the date, as found in the source
  issuer text collate "C" not null,              -- code of decision-issuer
  signer text collate "C",
  summary_vi text collate "C",
  summary_en text collate "C",
  in_force_from date,
  replaced_by bigint references decision,
  source text collate "C" not null,
  changeset_id bigint not null references changeset,
  voided_in bigint references changeset
);
create index decision_date on decision (date, id);

-- A designation is a dated act of a decision on one record or a set.
create table designation (
  id bigint generated always as identity primary key,
  key text collate "C" unique,                   -- fixed key of loaded data
  decision_id bigint references decision,
  decision_absence text collate "C" check (decision_absence in ('unknown', 'none', 'not-entered', 'not-found', 'restricted')),
  list text collate "C" not null,                -- code of designation-list
  rank text collate "C",
  act text collate "C" not null check (act in ('designate', 'extend', 'correct', 'revoke')),
  of_designation bigint references designation,  -- the act that is extended, corrected or revoked
  earliest date,                                 -- effective between; equal when the day is known
  latest date,
  edtf text collate "C",
  batch text collate "C",
  registry_number text collate "C",              -- number in the list, or the UNESCO reference
  criteria text collate "C",
  note text collate "C",
  source text collate "C" not null,
  changeset_id bigint not null references changeset,
  voided_in bigint references changeset,
  check ((decision_id is null) <> (decision_absence is null)),
  check (earliest <= latest)
);
create index designation_decision on designation (decision_id);
create index designation_state on designation (list, latest) where voided_in is null;

create table designation_member (
  designation_id bigint not null references designation,
  record_id bigint not null references record,
  component text collate "C" not null default '',
  verbatim_name text collate "C" not null,
  verbatim_place text collate "C" not null default '',
  ordinal integer not null default 0,
  primary key (designation_id, record_id, component)
);
create index designation_member_record on designation_member (record_id, designation_id);

create table duplicate_candidate (
  id bigint generated always as identity primary key,
  record_a bigint not null references record,
  record_b bigint not null references record,
  score integer not null check (score between 0 and 100),
  reasons text[] collate "C" not null,
  status text collate "C" not null default 'open' check (status in ('open', 'distinct', 'merged')),
  decided_by bigint references actor,
  decided_at timestamptz,
  check (record_a < record_b),
  unique (record_a, record_b)
);
create index duplicate_candidate_b on duplicate_candidate (record_b);

-- What every feed reads. `position` and `sealed_at` are given by the sealer after commit:
-- readers follow positions, so a long transaction can neither block them nor slip behind them.
create table publication (
  id bigint generated always as identity primary key,
  record_id bigint not null references record,
  version integer not null,
  event text collate "C" not null check (event in ('published', 'updated', 'restricted', 'withdrawn', 'merged')),
  access_class smallint not null references access_class,
  at timestamptz not null default clock_timestamp(),
  position bigint unique,
  sealed_at timestamptz,
  check ((position is null) = (sealed_at is null))
);
create index publication_unsealed on publication (id) where position is null;
create index publication_record on publication (record_id, id);
