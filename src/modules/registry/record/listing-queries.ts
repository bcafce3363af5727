import { sql } from 'kysely';
import { type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type Title, titlesOf } from './name-store.ts';
import type { RecordKind } from './record.ts';

/** What a list of records for machines needs of each. */
export interface ListedRecord {
  id: number;
  pid: string;
  kind: RecordKind;
  title: Title;
  version: number;
  updatedAt: string;
}

export interface RecordSpan {
  /** Ids above this one, up to and with `upTo`. */
  after: number;
  upTo: number;
}

/** Published records of a span of ids, in order of id, as far as the reader may see them. */
export async function recordsInSpan(
  db: Db,
  reader: Reader,
  { after, upTo }: RecordSpan,
): Promise<ListedRecord[]> {
  const classes = await visibleClasses(db, reader);
  const rows = await listed(db)
    .where('record.id', '>', after)
    .where('record.id', '<=', upTo)
    .where('record.state', '=', 'published')
    .where(visibleTo(classes))
    .orderBy('record.id')
    .execute();
  return await titled(db, rows);
}

/** Published records of these ids, in no order; those that the reader may not see are missing. */
export async function recordsOfIds(db: Db, reader: Reader, ids: readonly number[]): Promise<ListedRecord[]> {
  const classes = await visibleClasses(db, reader);
  const rows = await listed(db)
    .where(sql<boolean>`record.id = any(${ids}::bigint[])`)
    .where('record.state', '=', 'published')
    .where(visibleTo(classes))
    .execute();
  return await titled(db, rows);
}

/**
 * The spans that hold at least one published record which the reader may see, and when one of these last changed; spans
 * are numbered from 0 and `size` ids wide.
 */
export async function occupiedSpans(
  db: Db,
  reader: Reader,
  size: number,
): Promise<{ span: number; updatedAt: string }[]> {
  const classes = await visibleClasses(db, reader);
  const { rows } = await sql<{ span: number; updatedAt: string }>`
    select ((id - 1) / ${size}::bigint)::int as span, max(updated_at) as "updatedAt"
    from record where state = 'published' and ${visibleTo(classes)} group by 1 order by 1`.execute(db);
  return rows;
}

function listed(db: Db) {
  return db
    .selectFrom('record')
    .select(['record.id', 'record.pid', 'record.kind', 'record.version', 'record.updated_at as updatedAt']);
}

async function titled(db: Db, rows: readonly Omit<ListedRecord, 'title'>[]): Promise<ListedRecord[]> {
  const titles = await titlesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, title: titles.get(row.id) ?? { vi: row.pid } }));
}
