import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';

/** A sequence is never rolled back and never waited for: long imports do not hold up other writers. */
export async function nextSequenceNumbers(trx: Trx, count: number): Promise<number[]> {
  const { rows } = await sql<{
    n: number;
  }>`select nextval('pid_sequence') as n from generate_series(1, ${count})`.execute(trx);
  return rows.map((row) => row.n);
}

export interface AliasRow {
  scheme: string;
  value: string;
  recordId: number;
}

export async function findAliases(
  db: Db,
  aliases: readonly { scheme: string; value: string }[],
): Promise<(AliasRow & { id: number })[]> {
  const { rows } = await sql<AliasRow & { id: number }>`
    select a.id, a.scheme, a.value, a.record_id as "recordId" from record_alias a
    join unnest(${aliases.map((a) => a.scheme)}::text[], ${aliases.map((a) => a.value)}::text[]) q(scheme, value)
      on a.scheme = q.scheme and a.value = q.value where a.voided_in is null`.execute(db);
  return rows;
}

/** Returns how many were new; waits for a running changeset that adds the same alias. */
export async function insertAliases(
  trx: Trx,
  aliases: readonly AliasRow[],
  changesetId: number,
): Promise<AliasRow[]> {
  const { rows } = await sql<AliasRow>`insert into record_alias (scheme, value, record_id, changeset_id)
    select scheme, value, record_id, ${changesetId}::bigint
    from unnest(${aliases.map((a) => a.scheme)}::text[], ${aliases.map((a) => a.value)}::text[],
      ${aliases.map((a) => a.recordId)}::bigint[]) a(scheme, value, record_id)
    on conflict (scheme, value) where voided_in is null do nothing
    returning scheme, value, record_id as "recordId"`.execute(trx);
  return rows;
}

export async function aliasesOf(
  db: Db,
  recordId: number,
): Promise<{ id: number; scheme: string; value: string }[]> {
  return await db
    .selectFrom('record_alias')
    .select(['id', 'scheme', 'value'])
    .where('record_id', '=', recordId)
    .where('voided_in', 'is', null)
    .orderBy('scheme')
    .orderBy('value')
    .execute();
}
