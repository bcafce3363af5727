-- Who is signed in to the workbench. The secret itself is in the reader's cookie; here is only its digest. A session
-- holds as long as the credential it was opened with.
create table session (
  digest bytea primary key,
  credential bytea not null,
  actor_id bigint not null references actor,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_expiry on session (expires_at);
