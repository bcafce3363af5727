import { sql } from 'kysely';
import { type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { findAliases } from '../identifier/identifier-store.ts';
import type { Alias } from '../reference.ts';
import type { RecordKind, RecordState, Verification } from './record.ts';

/** Which records are meant; what is left out means all. */
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

/** Records by alias; the key of the map is `scheme:value`. */
export async function recordIdsByAlias(db: Db, aliases: readonly Alias[]): Promise<Map<string, number>> {
  if (aliases.length === 0) return new Map();
  const rows = await findAliases(db, aliases);
  return new Map(rows.map(({ scheme, value, recordId }) => [`${scheme}:${value}`, recordId]));
}
