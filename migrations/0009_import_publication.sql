-- The drafts of an import can be published as a whole, and that can be taken back.

alter table import_job drop constraint import_job_state_check;
alter table import_job add constraint import_job_state_check check (state in
  ('uploaded', 'checking', 'checked', 'refused', 'committing', 'committed', 'publishing', 'unpublishing', 'undoing',
   'undone', 'failed', 'discarded'));
-- Changesets that published drafts of the import, oldest first, those taken back since included.
alter table import_job add column publications bigint[] not null default '{}';
