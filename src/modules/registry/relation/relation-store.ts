import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';

export interface RelationRow {
  type: string;
  from: number;
  to: number;
  fromDate: string | null;
  toDate: string | null;
  note: string | null;
  source: string;
}

/** Inserts what is not there yet; `place` is the position in the list given. */
export async function insertRelations(
  trx: Trx,
  rows: readonly RelationRow[],
  changesetId: number,
): Promise<{ id: number; place: number }[]> {
  const numbered = rows.map((row, place) => ({ ...row, place }));
  const { rows: inserted } = await sql<RelationRow & { id: number }>`
    insert into relation (type, from_record, to_record, from_date, to_date, note, source, changeset_id)
    select type, "from", "to", "fromDate", "toDate", note, source, ${changesetId}::bigint
    from json_to_recordset(${JSON.stringify(numbered)}::json) as r(type text, "from" bigint, "to" bigint,
      "fromDate" text, "toDate" text, note text, source text, place int)
    order by place
    on conflict (type, from_record, to_record, coalesce(from_date, '')) where voided_in is null do nothing
    returning id, type, from_record as "from", to_record as "to", from_date as "fromDate"`.execute(trx);
  const places = new Map(numbered.toReversed().map((row) => [edgeKey(row), row.place]));
  return inserted.map((row) => ({ id: row.id, place: places.get(edgeKey(row)) ?? 0 }));
}

function edgeKey({
  type,
  from,
  to,
  fromDate,
}: Pick<RelationRow, 'type' | 'from' | 'to' | 'fromDate'>): string {
  return `${type} ${from} ${to} ${fromDate ?? ''}`;
}

export interface LiveRelation extends RelationRow {
  id: number;
}

export async function findRelations(db: Db, ids: readonly number[]): Promise<LiveRelation[]> {
  return await liveRelations(db).where(sql<boolean>`id = any(${ids}::bigint[])`).execute();
}

export async function relationsTouching(db: Db, recordId: number): Promise<LiveRelation[]> {
  return await liveRelations(db)
    .where((eb) => eb.or([eb('from_record', '=', recordId), eb('to_record', '=', recordId)]))
    .execute();
}

function liveRelations(db: Db) {
  return db
    .selectFrom('relation')
    .select([
      'id',
      'type',
      'from_record as from',
      'to_record as to',
      'from_date as fromDate',
      'to_date as toDate',
      'note',
      'source',
    ])
    .where('voided_in', 'is', null)
    .orderBy('id');
}

export interface Circle {
  relationId: number;
  /** Identifiers from the record back to itself. */
  path: string[];
}

/** Walks up from each of these relations; one circle per relation that closes one. */
export async function findCircles(trx: Trx, relationIds: readonly number[]): Promise<Circle[]> {
  const { rows } = await sql<{ relationId: number; path: string[] }>`
    with recursive walk(start_id, type, origin, node) as (
      select id, type, from_record, to_record from relation
      where id = any(${relationIds}::bigint[]) and voided_in is null
      union
      select w.start_id, w.type, w.origin, r.to_record from walk w
      join relation r on r.type = w.type and r.from_record = w.node and r.voided_in is null
      where w.node <> w.origin
    )
    select distinct start_id as "relationId", array[]::text[] as path from walk where node = origin
    order by start_id limit 100`.execute(trx);
  return await Promise.all(
    rows.map(async ({ relationId }) => ({ relationId, path: await circleOf(trx, relationId) })),
  );
}

/** The shortest way from a relation's record back to it, in words of identifiers. */
async function circleOf(trx: Trx, relationId: number): Promise<string[]> {
  const { rows } = await sql<{ path: string[] }>`
    with recursive walk(type, origin, node, path) as (
      select type, from_record, to_record, array[from_record, to_record] from relation where id = ${relationId}
      union all
      select w.type, w.origin, r.to_record, w.path || r.to_record from walk w
      join relation r on r.type = w.type and r.from_record = w.node and r.voided_in is null
      where w.node <> w.origin and r.to_record <> all(w.path[2:])
    ),
    -- Rounds come out in order of length, and the first hit ends the walk.
    shortest as (select path from walk where node = origin limit 1)
    select array_agg(record.pid order by step.place) as path
    from shortest, unnest(shortest.path) with ordinality as step(id, place) join record on record.id = step.id`.execute(
    trx,
  );
  return rows[0]?.path ?? [];
}
