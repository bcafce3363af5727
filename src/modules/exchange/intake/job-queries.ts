import type { Selectable } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { Tables } from '#platform/db/tables.ts';
import type { RowOutcome, RowReport } from '../import/outcome.ts';
import type { TableFormat } from '../import/table-formats.ts';
import type { ImportJob } from './job.ts';

export async function findJob(db: Db, id: number): Promise<ImportJob | undefined> {
  const row = await db.selectFrom('import_job').selectAll().where('id', '=', id).executeTakeFirst();
  return row && jobOf(row);
}

/** Newest first; `before`: the id of the last one of the page before. */
export async function listJobs(
  db: Db,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<ImportJob[]> {
  const rows = await db
    .selectFrom('import_job')
    .selectAll()
    .where('state', '<>', 'discarded')
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(jobOf);
}

function jobOf(row: Selectable<Tables['import_job']>): ImportJob {
  return {
    id: row.id,
    actorId: row.actor_id,
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    fileDigest: row.file_digest,
    spool: row.spool,
    kind: row.kind,
    // Written from a `TableFormat`; a format is never taken away.
    format: row.format as TableFormat,
    mapping: row.mapping,
    inspection: row.inspection,
    profile: row.profile,
    state: row.state,
    revision: row.revision,
    progress: row.progress,
    checked: row.checked,
    refusal: row.refusal,
    skipRejected: row.skip_rejected,
    reason: row.reason,
    changesetId: row.changeset_id,
    undoReason: row.undo_reason,
    undoChangesetId: row.undo_changeset_id,
    publications: row.publications.map(Number),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** The changeset that took an import back, by whatever way. */
export async function revertOf(db: Db, changesetId: number): Promise<number | null> {
  const row = await db
    .selectFrom('changeset')
    .select('id')
    .where('reverts', '=', changesetId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Which of these records everybody may open. */
export async function publishedAmong(db: Db, pids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('record')
    .select('pid')
    .where('pid', 'in', pids.length > 0 ? pids : [''])
    .where('state', '=', 'published')
    .execute();
  return new Set(rows.map(({ pid }) => pid));
}

/** A row as it is kept; `place` counts from 0 and is where the next page goes on. */
export interface StoredRow extends RowReport {
  place: number;
}

export async function listRows(
  db: Db,
  id: number,
  { outcome, after = -1, limit }: { outcome?: RowOutcome | undefined; after?: number; limit: number },
): Promise<StoredRow[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['place', 'line', 'outcome', 'pid', 'problems', 'changes', 'cells'])
    .where('job_id', '=', id)
    .where('place', '>', after)
    .$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome ?? 'created'))
    .orderBy('place')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, cells: row.cells ?? [] }));
}

/** All rows, a page at a time; for files that are downloaded. */
export async function* everyRow(db: Db, id: number, outcome?: RowOutcome): AsyncGenerator<StoredRow> {
  let after = -1;
  for (;;) {
    const rows = await listRows(db, id, { outcome, after, limit: 500 });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.place;
  }
}
