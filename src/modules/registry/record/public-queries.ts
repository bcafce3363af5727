import { sql } from 'kysely';
import { ANONYMOUS, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { mapFields, type RecordBody } from '../body.ts';
import type { Source } from '../context.ts';
import { standingOf, visibleMembers } from '../designation/standing-queries.ts';
import { type CurrentRecord, currentRecords } from './bulk-queries.ts';
import { type Title, titlesOf } from './name-store.ts';
import { publicGeometry } from './public-geometry.ts';
import { visibleBody } from './visible-body.ts';

/** A designation that was not taken back, as open data tell it. `on`: YYYY-MM-DD, null where the sources give no day. */
export interface ListEntry {
  list: string;
  rank: string | null;
  decision: string | null;
  on: string | null;
}

/** A published record as everybody may have it: kept fields restricted, locations generalised. */
export interface PublicRecord
  extends Pick<CurrentRecord, 'id' | 'pid' | 'kind' | 'version' | 'verification'> {
  updatedAt: string;
  title: Title;
  body: RecordBody;
  /** Codes of today's provinces. */
  provinces: string[];
  entries: ListEntry[];
}

/** Published records in order of id, a page at a time. `on`: the day of which the lists are told. */
export async function publicRecordsAfter(
  { db, rules }: Source,
  { after, limit, on }: { after: number; limit: number; on: string },
): Promise<PublicRecord[]> {
  const classes = await visibleClasses(db, ANONYMOUS);
  const ids = await publishedIds(db, { classes, after, limit });
  const [records, titles, provinces, entries] = await Promise.all([
    currentRecords(db, ids),
    titlesOf(db, ids),
    provincesOf(db, ids),
    entriesOf(db, { ids, classes, on }),
  ]);
  return records.map(({ id, pid, kind, version, verification, updatedAt, body }) => ({
    ...{ id, pid, kind, version, verification, updatedAt },
    title: titles.get(id) ?? { vi: pid },
    body: publicBody(visibleBody(body, { reader: ANONYMOUS, rules })),
    provinces: provinces.get(id) ?? [],
    entries: entries.get(id) ?? [],
  }));
}

/** Locations as the public may know them. */
export function publicBody(body: RecordBody): RecordBody {
  return mapFields(body, (_field, list) => list.map(publicGeometry));
}

async function publishedIds(
  db: Db,
  { classes, after, limit }: { classes: readonly number[]; after: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('record')
    .select('id')
    .where('id', '>', after)
    .where('state', '=', 'published')
    .where(visibleTo(classes))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

async function provincesOf(db: Db, ids: readonly number[]): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ recordId: number; codes: string[] }>`
    select record_id as "recordId", array_agg(value order by value) as codes from record_trait
    where trait = 'province' and record_id = any(${ids}::bigint[]) group by record_id`.execute(db);
  return new Map(rows.map(({ recordId, codes }) => [recordId, codes]));
}

async function entriesOf(
  db: Db,
  { ids, classes, on }: { ids: readonly number[]; classes: readonly number[]; on: string },
): Promise<Map<number, ListEntry[]>> {
  const { rows } = await sql<{ recordId: number; entries: ListEntry[] }>`
    select m.record_id as "recordId", jsonb_agg(jsonb_build_object('list', d.list, 'rank', d.rank,
      'decision', decision.number, 'on', coalesce(decision.date, case when d.earliest = d.latest then d.earliest end))
      order by d.earliest nulls last, d.id) as entries
    from ${visibleMembers(classes)} left join decision on decision.id = d.decision_id
    where d.voided_in is null and d.act in ('designate', 'extend') and m.record_id = any(${ids}::bigint[])
      and ${standingOf(on)} in ('in-force', 'uncertain')
    group by m.record_id`.execute(db);
  return new Map(rows.map(({ recordId, entries }) => [recordId, entries]));
}
