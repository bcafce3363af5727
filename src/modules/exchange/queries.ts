import { sql } from 'kysely';
import { type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { ChangesetKind, RecordKind, RecordState, Verification } from '#modules/registry/index.ts';
import type { Db } from '#platform/db/index.ts';

/** Which records an export takes; what is left out takes all. */
export interface RecordFilter {
  kind?: RecordKind | undefined;
  state?: RecordState | undefined;
  verification?: Verification | undefined;
  pid?: string | undefined;
  /** Records that this changeset wrote. */
  changeset?: number | undefined;
}

/** Ids in ascending order, a page at a time, of what this reader may see. Closed records only where they are asked for. */
export async function recordIdsAfter(
  db: Db,
  reader: Reader,
  { filter, after, limit }: { filter: RecordFilter; after: number; limit: number },
): Promise<number[]> {
  const { kind, state, verification, pid, changeset } = filter;
  const classes = await visibleClasses(db, reader);
  const rows = await db
    .selectFrom('record')
    .select('record.id')
    .where(visibleTo(classes))
    .where('record.id', '>', after)
    .$if(kind !== undefined, (query) => query.where('record.kind', '=', kind ?? 'artefact'))
    .$if(state !== undefined, (query) => query.where('record.state', '=', state ?? 'draft'))
    .$if(state === undefined, (query) => query.where('record.state', 'not in', ['withdrawn', 'merged']))
    .$if(verification !== undefined, (query) =>
      query.where('record.verification', '=', verification ?? 'confirmed'),
    )
    .$if(pid !== undefined, (query) => query.where('record.pid', '=', pid ?? ''))
    .$if(changeset !== undefined, (query) =>
      query.where(sql<boolean>`exists (select from record_version v where v.record_id = record.id
        and v.changeset_id = ${changeset ?? 0})`),
    )
    .orderBy('record.id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Records by identifier, as far as there are any. */
export async function recordIdsByPid(db: Db, pids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('record')
    .select(['pid', 'id'])
    .where(sql<boolean>`pid = any(${pids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.pid, row.id]));
}

/** Records by alias; the key of the map is `scheme:value`. */
export async function recordIdsByAlias(
  db: Db,
  aliases: readonly { scheme: string; value: string }[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ scheme: string; value: string; id: number }>`
    select a.scheme, a.value, a.record_id as id from record_alias a
    join unnest(${aliases.map((a) => a.scheme)}::text[], ${aliases.map((a) => a.value)}::text[]) q(scheme, value)
      on a.scheme = q.scheme and a.value = q.value where a.voided_in is null`.execute(db);
  return new Map(rows.map(({ scheme, value, id }) => [`${scheme}:${value}`, id]));
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
