import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';
import type { ChangesetKind } from './operation.ts';

export interface NewChangeset {
  kind: ChangesetKind;
  key: string | undefined;
  actorId: number;
  reason: string;
  at: string;
  reverts: number | undefined;
}

/**
 * Undefined when a changeset with that key exists, or one that reverts the same changeset. Waits for a running one
 * of that kind, never for others.
 */
export async function insertChangeset(trx: Trx, changeset: NewChangeset): Promise<number | undefined> {
  const { kind, key, actorId, reason, at, reverts } = changeset;
  const row = await trx
    .insertInto('changeset')
    .values({ kind, key: key ?? null, actor_id: actorId, reason, opened_at: at, reverts: reverts ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export interface ChangesetRow {
  id: number;
  kind: ChangesetKind;
  detail: Record<string, unknown>;
}

export async function findChangesetByKey(db: Db, key: string): Promise<ChangesetRow | undefined> {
  return await db
    .selectFrom('changeset')
    .select(['id', 'kind', 'detail'])
    .where('key', '=', key)
    .executeTakeFirst();
}

/** The changeset of a key, and whether it was taken back since. */
export async function changesetOfKey(
  db: Db,
  key: string,
): Promise<{ id: number; reverted: boolean } | undefined> {
  return await db
    .selectFrom('changeset as c')
    .select(['c.id', sql<boolean>`exists (select from changeset r where r.reverts = c.id)`.as('reverted')])
    .where('c.key', '=', key)
    .executeTakeFirst();
}

export async function changesetKind(db: Db, id: number): Promise<ChangesetKind | undefined> {
  const row = await db.selectFrom('changeset').select('kind').where('id', '=', id).executeTakeFirst();
  return row?.kind;
}

export async function writeDetail(trx: Trx, id: number, detail: Record<string, unknown>): Promise<void> {
  await trx.updateTable('changeset').set({ detail }).where('id', '=', id).execute();
}

export async function changesetExists(db: Db, id: number): Promise<boolean> {
  const row = await db.selectFrom('changeset').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** The versions a changeset wrote, for the answer to somebody who sends it again. */
export async function versionsWritten(
  db: Db,
  changesetId: number,
): Promise<{ pid: string; version: number }[]> {
  return await db
    .selectFrom('record_version as v')
    .innerJoin('record', 'record.id', 'v.record_id')
    .select(['record.pid', 'v.version'])
    .where('v.changeset_id', '=', changesetId)
    .orderBy('v.record_id')
    .orderBy('v.version')
    .execute();
}

// Any constant works as long as every writer uses the same.
const HIERARCHY_LOCK = 730_228;

/**
 * Held from the last check until commit only: two changesets that each add one half of a circle would otherwise both
 * find nothing wrong.
 */
export async function lockHierarchy(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${HIERARCHY_LOCK})`.execute(trx);
}
