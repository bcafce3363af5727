import { sql } from 'kysely';
import type { RecordState } from '#modules/registry/index.ts';
import type { Db } from '#platform/db/index.ts';

/** Records that a changeset made, which are drafts still, in order of their ids. */
export async function draftsOf(
  db: Db,
  { changesetId, after, limit }: { changesetId: number; after: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('record_version as v')
    .innerJoin('record', 'record.id', 'v.record_id')
    .select('record.id')
    .where('v.changeset_id', '=', changesetId)
    .where('v.version', '=', 1)
    .where('v.record_id', '>', after)
    .where('record.state', '=', 'draft')
    .orderBy('v.record_id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many of the records that a changeset made are in which state now. */
export async function statesOfCreated(
  db: Db,
  changesetId: number,
): Promise<Partial<Record<RecordState, number>>> {
  const rows = await db
    .selectFrom('record_version as v')
    .innerJoin('record', 'record.id', 'v.record_id')
    .select(({ fn }) => ['record.state', fn.countAll<number>().as('count')])
    .where('v.changeset_id', '=', changesetId)
    .where('v.version', '=', 1)
    .groupBy('record.state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** The rows of an import that these records were made of. */
export async function linesOf(db: Db, id: number, pids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('import_row')
    .select(['pid', 'line'])
    .where('job_id', '=', id)
    .where(sql<boolean>`pid = any(${pids}::text[])`)
    .execute();
  return new Map(rows.map(({ pid, line }) => [pid, line]));
}

/** Of changesets, the newest that was not taken back. */
export async function standingAmong(db: Db, changesetIds: readonly number[]): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select c.id from changeset c
    where c.id = any(${changesetIds}::bigint[]) and not exists (select from changeset r where r.reverts = c.id)
    order by c.id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
