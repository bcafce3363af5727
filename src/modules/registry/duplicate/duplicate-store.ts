import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';

type Pair = { a: number; b: number; actorId: number; at: string };

/** A pair that was merged is decided, whoever found it. */
export async function decideMerged(trx: Trx, { a, b, actorId, at }: Pair): Promise<void> {
  await trx
    .updateTable('duplicate_candidate')
    .set({ status: 'merged', decided_by: actorId, decided_at: at })
    .where('record_a', '=', Math.min(a, b))
    .where('record_b', '=', Math.max(a, b))
    .execute();
}

/** A merge that was taken back leaves its pairs undecided. */
export async function reopenCandidates(trx: Trx, recordIds: readonly number[]): Promise<void> {
  if (recordIds.length === 0) return;
  await sql`update duplicate_candidate set status = 'open', decided_by = null, decided_at = null
    where status = 'merged' and (record_a = any(${recordIds}::bigint[]) or record_b = any(${recordIds}::bigint[]))`.execute(
    trx,
  );
}

/** Returns false when there is no such open pair. */
export async function decideDistinct(
  trx: Trx,
  { id, actorId, at }: { id: number; actorId: number; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('duplicate_candidate')
    .set({ status: 'distinct', decided_by: actorId, decided_at: at })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** A name that more records bear than this says nothing; comparing all of them would only cost time. */
const COMMON_NAME = 100;

const SAME_IDENTIFIER = 95;
const SAME_NAME_AND_PROVINCE = 80;
const SAME_NAME = 50;

/**
 * Enters the pairs among these records and all others of their kind that share an identifier, or a name and no
 * contradicting province. A pair that was decided before stays decided. Returns how many pairs are new.
 */
export async function insertCandidates(trx: Trx, recordIds: readonly number[]): Promise<number> {
  const { numAffectedRows } = await sql`
    with subject as (
      select id, kind from record where id = any(${recordIds}::bigint[]) and state not in ('withdrawn', 'merged')
    ),
    by_name as (
      select s.id as one, o.record_id as other from subject s
      join (select distinct record_id, folded from record_name where folded <> '') n on n.record_id = s.id
      join lateral (select record_id from record_name c where c.folded = n.folded limit ${COMMON_NAME + 1}) o on true
      join record r on r.id = o.record_id and r.kind = s.kind and r.state not in ('withdrawn', 'merged')
      where o.record_id <> s.id
        and (select count(*) from (select from record_name c where c.folded = n.folded limit ${COMMON_NAME + 1}) x)
          <= ${COMMON_NAME}
    ),
    by_identifier as (
      select s.id as one, o.record_id as other from subject s
      join record_trait t on t.record_id = s.id and t.trait = 'identifier'
      join record_trait o on o.trait = 'identifier' and o.value = t.value and o.record_id <> s.id
      join record r on r.id = o.record_id and r.kind = s.kind and r.state not in ('withdrawn', 'merged')
    ),
    pair as (
      select least(one, other) as a, greatest(one, other) as b, bool_or(name) as name, bool_or(identifier) as identifier
      from (select one, other, true as name, false as identifier from by_name
        union all select one, other, false, true from by_identifier) p group by 1, 2
    ),
    placed as (
      select pair.*,
        exists (select from record_trait x join record_trait y using (trait, value)
          where x.record_id = a and y.record_id = b and trait = 'province') as shared,
        exists (select from record_trait where record_id = a and trait = 'province')
          and exists (select from record_trait where record_id = b and trait = 'province') as known
      from pair
    )
    insert into duplicate_candidate (record_a, record_b, score, reasons)
    select a, b,
      case when identifier then ${SAME_IDENTIFIER}::int when shared then ${SAME_NAME_AND_PROVINCE}::int
        else ${SAME_NAME}::int end,
      array_remove(array[case when identifier then 'identifier' end, case when name then 'name' end,
        case when shared then 'province' end], null)
    from placed where identifier or shared or not known
    on conflict (record_a, record_b) do nothing`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

export interface CandidatePage {
  after?: number | undefined;
  limit: number;
}

export async function listCandidates(db: Db, { after, limit }: CandidatePage) {
  return await db
    .selectFrom('duplicate_candidate as c')
    .innerJoin('record as a', 'a.id', 'c.record_a')
    .innerJoin('record as b', 'b.id', 'c.record_b')
    .select([
      'c.id',
      'c.score',
      'c.reasons',
      'a.pid as pidA',
      'b.pid as pidB',
      'a.id as recordA',
      'b.id as recordB',
    ])
    .where('c.status', '=', 'open')
    .$if(after !== undefined, (query) => query.where('c.id', '>', after ?? 0))
    .orderBy('c.id')
    .limit(limit)
    .execute();
}
