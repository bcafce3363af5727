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
create trigger changeset_stays before delete or truncate on changeset
  for each statement execute function refuse_change();

-- For rows of which only the named columns may ever change.
create function refuse_other_change() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - tg_argv) is distinct from (to_jsonb(old) - tg_argv) then
    raise exception 'only % of % may change', array_to_string(tg_argv, ', '), tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

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
create trigger record_stays before delete or truncate on record
  for each statement execute function refuse_change();
create trigger record_identity before update on record
  for each row when (row(old.id, old.pid, old.kind, old.starter_key, old.created_at)
    is distinct from row(new.id, new.pid, new.kind, new.starter_key, new.created_at))
  execute function refuse_change();

-- Locks records one after another in the order given (ascending ids, so that two writers never wait for each other):
-- 'write' for an edit, 'close' for a merge, which must also wait for relations being added, 'refer' for the far end of
-- a relation, which edits of that record do not wait for.
create function lock_records(ids bigint[], strengths text[]) returns void language plpgsql as $$
begin
  for i in 1 .. coalesce(cardinality(ids), 0) loop
    case strengths[i]
      when 'close' then perform from record where id = ids[i] for update;
      when 'write' then perform from record where id = ids[i] for no key update;
      else perform from record where id = ids[i] for key share;
    end case;
  end loop;
end $$;

-- What happened to the state or the verification of a record, and in which changeset: who published, who withdrew.
create table record_state_change (
  id bigint generated always as identity primary key,
  record_id bigint not null references record,
  changeset_id bigint not null references changeset,
  aspect text collate "C" not null check (aspect in ('state', 'verification')),
  before text collate "C" not null,
  after text collate "C" not null,
  merged_into bigint references record,          -- before or after, so that a merge can be undone and redone
  reason text collate "C" not null default '',
  at timestamptz not null default clock_timestamp()
);
create index record_state_change_changeset on record_state_change (changeset_id, record_id);
create index record_state_change_record on record_state_change (record_id, id);
create trigger record_state_change_immutable before update or delete or truncate on record_state_change
  for each statement execute function refuse_change();

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
create index sealed_value_record on sealed_value (record_id, field);
create trigger sealed_value_stays before delete or truncate on sealed_value
  for each statement execute function refuse_change();
create trigger sealed_value_erasing_only before update on sealed_value
  for each row when (old.erased_at is not null or new.erased_at is null) execute function refuse_change();
create trigger sealed_value_identity before update on sealed_value
  for each row execute function refuse_other_change('value', 'salt', 'erased_at', 'erased_reason');

-- Names of the current version, for titles and for finding duplicates. Derived: rewritten with every version.
create table record_name (
  record_id bigint not null references record,
  ordinal integer not null,
  name text collate "vi-x-icu" not null,
  folded text collate "C" not null,              -- formats/vietnamese foldFully, letters and digits only
  lang text collate "C",
  script text collate "C",
  type text collate "C" not null,
  primary key (record_id, ordinal)
);
create index record_name_folded on record_name (folded, record_id);

-- What else two descriptions of one thing have in common. Derived, like the names.
create table record_trait (
  record_id bigint not null references record,
  trait text collate "C" not null check (trait in ('province', 'identifier')),
  value text collate "C" not null,
  primary key (record_id, trait, value)
);
create index record_trait_identifier on record_trait (value, record_id) where trait = 'identifier';

create table record_alias (
  id bigint generated always as identity primary key,
  scheme text collate "C" not null,              -- 'unesco', 'inventory', 'temporary', 'starter', 'url', 'local' …
  value text collate "C" not null,
  record_id bigint not null references record,
  changeset_id bigint not null references changeset,
  voided_in bigint references changeset
);
create unique index record_alias_live on record_alias (scheme, value) where voided_in is null;
create index record_alias_record on record_alias (record_id) where voided_in is null;
create index record_alias_changeset on record_alias (changeset_id);

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
create index relation_from on relation (from_record) where voided_in is null;
create index relation_to on relation (to_record) where voided_in is null;
create index relation_changeset on relation (changeset_id);

create table decision (
  id bigint generated always as identity primary key,
  key text collate "C" not null,                 -- slug of number and year, used in addresses: '1426-qd-ttg-2012'
  number text collate "C" not null,              -- '1426/QĐ-TTg'
  date date,
  date_note text collate "C",                    -- doubt about the date, as found in the source
  issuer text collate "C" not null,              -- code of decision-issuer
  signer text collate "C",
  summary_vi text collate "C",
  summary_en text collate "C",
  in_force_from date,
  replaces bigint references decision,
  source text collate "C" not null,
  changeset_id bigint not null references changeset,
  voided_in bigint references changeset
);
create unique index decision_live on decision (key) where voided_in is null;
create index decision_date on decision ((coalesce(date, '-infinity'::date)) desc, id desc) where voided_in is null;
create index decision_replaces on decision (replaces) where replaces is not null;
create index decision_changeset on decision (changeset_id);

-- A designation is a dated act of a decision on one record or a set.
create table designation (
  id bigint generated always as identity primary key,
  key text collate "C",                          -- fixed key of loaded data
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
create unique index designation_live on designation (key) where voided_in is null;
create index designation_decision on designation (decision_id, id) where voided_in is null;
create index designation_of on designation (of_designation) where voided_in is null;
create index designation_changeset on designation (changeset_id);
create index designation_state on designation (list, latest) where voided_in is null;

create table designation_member (
  id bigint generated always as identity primary key,
  designation_id bigint not null references designation,
  record_id bigint not null references record,
  component text collate "C" not null default '',
  verbatim_name text collate "C" not null,
  verbatim_place text collate "C" not null default '',
  ordinal integer not null default 0,
  changeset_id bigint not null references changeset,
  voided_in bigint references changeset
);
create unique index designation_member_live on designation_member (designation_id, record_id, component)
  where voided_in is null;
create index designation_member_record on designation_member (record_id, designation_id) where voided_in is null;
-- Also of voided members: an act that once named members does not speak of the whole.
create index designation_member_designation on designation_member (designation_id);
create index designation_member_changeset on designation_member (changeset_id);

-- Aliases, relations, decisions, designations and members are never changed, only voided, and restored when that is
-- reverted. Who did it when is kept here; `voided_in` on the row is the present state.
create table voiding (
  changeset_id bigint not null references changeset,
  thing text collate "C" not null check (thing in ('alias', 'relation', 'decision', 'designation', 'member')),
  thing_id bigint not null,
  restored boolean not null,
  primary key (changeset_id, thing, thing_id)
);
create trigger voiding_immutable before update or delete or truncate on voiding
  for each statement execute function refuse_change();

create trigger record_alias_stays before delete or truncate on record_alias
  for each statement execute function refuse_change();
create trigger record_alias_voiding_only before update on record_alias
  for each row execute function refuse_other_change('voided_in');
create trigger relation_stays before delete or truncate on relation
  for each statement execute function refuse_change();
create trigger relation_voiding_only before update on relation
  for each row execute function refuse_other_change('voided_in');
create trigger decision_stays before delete or truncate on decision
  for each statement execute function refuse_change();
create trigger decision_voiding_only before update on decision
  for each row execute function refuse_other_change('voided_in');
create trigger designation_stays before delete or truncate on designation
  for each statement execute function refuse_change();
create trigger designation_voiding_only before update on designation
  for each row execute function refuse_other_change('voided_in');
create trigger designation_member_stays before delete or truncate on designation_member
  for each statement execute function refuse_change();
create trigger designation_member_voiding_only before update on designation_member
  for each row execute function refuse_other_change('voided_in');

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
create trigger publication_stays before delete or truncate on publication
  for each statement execute function refuse_change();
create trigger publication_sealed_stays before update on publication
  for each row when (old.position is not null) execute function refuse_change();
create trigger publication_sealing_only before update on publication
  for each row execute function refuse_other_change('position', 'sealed_at');
