import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';

type Ids = readonly number[];

/** The records that aliases, relations, designations and members belong to. */
export async function recordsBehind(
  db: Db,
  ids: { alias: Ids; relation: Ids; designation: Ids; member: Ids },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select record_id as id from record_alias where id = any(${ids.alias}::bigint[])
    union select from_record from relation where id = any(${ids.relation}::bigint[])
    union select to_record from relation where id = any(${ids.relation}::bigint[])
    union select record_id from designation_member where id = any(${ids.member}::bigint[])
    union select m.record_id from designation d
      join designation_member m on m.designation_id in (d.id, d.of_designation) and m.voided_in is null
      where d.id = any(${ids.designation}::bigint[])
    order by id`.execute(db);
  return rows.map((row) => row.id);
}

export async function hierarchyCandidates(db: Db, relationIds: Ids): Promise<{ id: number; type: string }[]> {
  if (relationIds.length === 0) return [];
  return await db
    .selectFrom('relation')
    .select(['id', 'type'])
    .where(sql<boolean>`id = any(${relationIds}::bigint[])`)
    .execute();
}
