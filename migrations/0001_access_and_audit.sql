-- Actors, access classes, audit trail. Every later table leans on these three.

-- Who acted. Accounts arrive later and become actors; `bootstrap` loads the starter data,
-- `administrator` is the holder of the administrator token, `system` is the program itself.
create table actor (
  id bigint generated always as identity primary key,
  kind text collate "C" not null check (kind in ('bootstrap', 'administrator', 'system', 'person', 'service')),
  label text collate "C" not null unique
);
insert into actor (kind, label) values ('bootstrap', 'bootstrap'), ('administrator', 'administrator'), ('system', 'system');

-- A row, field or file stores a class id; who belongs to the audience of a class is decided per request.
-- A change of policy therefore writes this table only.
create table access_class (
  id smallint primary key,
  code text collate "C" not null unique,
  audience text collate "C" not null check (audience in ('everyone', 'staff'))
);
insert into access_class (id, code, audience) values (1, 'public', 'everyone'), (2, 'draft', 'staff');

-- Secrets of the installation, stored as digests only (the administrator token of the first start).
create table credential (
  name text collate "C" primary key,
  digest bytea not null,
  created_at timestamptz not null default now()
);

-- Append-only. `position` and `hash` are given by the sealer after commit, in one chain for the installation.
create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_id bigint not null references actor,
  action text collate "C" not null,
  subject_kind text collate "C" not null,
  subject_id text collate "C" not null,
  detail jsonb not null default '{}',
  request_id text collate "C",
  position bigint unique,
  hash bytea,
  check ((position is null) = (hash is null))
);
create index audit_event_unsealed on audit_event (id) where position is null;
create index audit_event_subject on audit_event (subject_kind, subject_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create function only_sealing_of_audit_event() returns trigger language plpgsql as $$
begin
  if old.position is not null
     or (to_jsonb(new) - 'position' - 'hash') is distinct from (to_jsonb(old) - 'position' - 'hash') then
    raise exception 'audit_event is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger audit_event_append_only before delete or truncate on audit_event
  for each statement execute function refuse_change();
create trigger audit_event_sealing_only before update on audit_event
  for each row execute function only_sealing_of_audit_event();
