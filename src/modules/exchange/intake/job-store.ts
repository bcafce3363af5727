import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { RowReport } from '../import/outcome.ts';
import type { Mapping } from '../sheet/mapping.ts';
import type { Checked, ImportJob, ImportState, Inspection } from './job.ts';
import { storableJson } from './storable.ts';

export type NewJob = Pick<
  ImportJob,
  | 'actorId'
  | 'fileName'
  | 'fileBytes'
  | 'fileDigest'
  | 'spool'
  | 'kind'
  | 'format'
  | 'mapping'
  | 'inspection'
  | 'profile'
>;

export async function insertJob(db: Db, job: NewJob): Promise<number> {
  const { id } = await db
    .insertInto('import_job')
    .values({
      actor_id: job.actorId,
      file_name: job.fileName,
      file_bytes: job.fileBytes,
      file_digest: job.fileDigest,
      spool: job.spool,
      kind: job.kind,
      format: job.format,
      mapping: storableJson(job.mapping),
      inspection: storableJson(job.inspection),
      profile: job.profile,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What a change of a job may set. */
export interface JobChange {
  state?: ImportState;
  kind?: string;
  mapping?: Mapping;
  inspection?: Inspection;
  profile?: string | null;
  progress?: number;
  checked?: Checked | null;
  refusal?: LocalizedText[] | null;
  skipRejected?: boolean;
  reason?: string;
  changesetId?: number;
  undoReason?: string;
  undoChangesetId?: number;
  publications?: readonly number[];
}

/**
 * Changes a job where it still is in one of these states and, for a person's change, at the revision that the person
 * saw. False when it is not: then nothing was changed.
 */
export async function changeJob(
  db: Db,
  { id, from, revision }: { id: number; from: readonly ImportState[]; revision?: number },
  change: JobChange,
): Promise<boolean> {
  const row = await db
    .updateTable('import_job')
    .set({
      ...columnsOf(change),
      updated_at: sql<string>`now()`,
      ...(revision === undefined ? {} : { revision: revision + 1 }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision ?? 0))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

function columnsOf(change: JobChange) {
  const { state, kind, profile, progress, reason, publications } = change;
  const set = {
    ...{ state, kind, profile, progress, reason, publications },
    mapping: json(change.mapping),
    inspection: json(change.inspection),
    checked: json(change.checked),
    refusal: json(change.refusal),
    skip_rejected: change.skipRejected,
    changeset_id: change.changesetId,
    undo_reason: change.undoReason,
    undo_changeset_id: change.undoChangesetId,
  };
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
}

function json(value: object | null | undefined): string | null | undefined {
  return value === undefined || value === null ? value : storableJson(value);
}

export async function deleteRows(db: Db, id: number): Promise<void> {
  await db.deleteFrom('import_row').where('job_id', '=', id).execute();
}

/** Adds rows in the order of the file; `first` is the place of the first of them. */
export async function insertRows(
  db: Db,
  { id, first }: { id: number; first: number },
  rows: readonly RowReport[],
): Promise<void> {
  const stored = rows.map((row, index) => ({
    ...row,
    place: first + index,
    cells: row.outcome === 'rejected' ? row.cells : null,
  }));
  await sql`insert into import_row (job_id, place, line, outcome, pid, problems, changes, cells)
    select ${id}, r.place, r.line, r.outcome, r.pid, r.problems, r.changes, nullif(r.cells, 'null'::jsonb)
    from jsonb_to_recordset(${storableJson(stored)}::jsonb) as r(place integer, line integer, outcome text,
      pid text, problems jsonb, changes jsonb, cells jsonb)`.execute(db);
}

/**
 * Enters the new records of an import that a killed worker had written: they are in the order of the new rows. Where
 * they are not as many, which is whose is not known.
 */
export async function updatePidsOfRepeated(
  db: Db,
  { id, changesetId }: { id: number; changesetId: number },
): Promise<void> {
  await sql`with made as (
      select row_number() over (order by record.id) as n, record.pid from record_version v
      join record on record.id = v.record_id where v.changeset_id = ${changesetId} and v.version = 1),
    fresh as (
      select row_number() over (order by place) as n, place from import_row
      where job_id = ${id} and outcome = 'created')
    update import_row r set pid = made.pid from made join fresh using (n)
    where r.job_id = ${id} and r.place = fresh.place
      and (select count(*) from made) = (select count(*) from fresh)`.execute(db);
}

/** Enters which records the rows became. Where a row's record is not known, what was known stays. */
export async function updatePids(
  db: Db,
  { id, first }: { id: number; first: number },
  rows: readonly Pick<RowReport, 'pid'>[],
): Promise<void> {
  const places = rows.map((_, index) => first + index);
  const pids = rows.map(({ pid }) => pid);
  await sql`update import_row r set pid = q.pid
    from unnest(${places}::integer[], ${pids}::text[]) q(place, pid)
    where r.job_id = ${id} and r.place = q.place and q.pid <> '' and r.pid <> q.pid`.execute(db);
}
