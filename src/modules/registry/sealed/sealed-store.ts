import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';
import type { NewSealedValue, SealedValue } from './sealed.ts';

/** The sealed values of records, by record. */
export async function sealedValuesOf(
  db: Db,
  recordIds: readonly number[],
): Promise<Map<number, SealedValue[]>> {
  if (recordIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('sealed_value')
    .select(['id', 'record_id', 'field', 'value', 'salt'])
    .where(sql<boolean>`record_id = any(${recordIds}::bigint[])`)
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (row) => row.record_id);
}

export interface SealedRow extends NewSealedValue {
  recordId: number;
}

export async function insertSealedValues(trx: Trx, rows: readonly SealedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows.map(({ salt, ...row }) => ({ ...row, salt: salt.toString('hex') })));
  await sql`insert into sealed_value (id, record_id, field, value, salt)
    select id, "recordId", field, value, decode(salt, 'hex')
    from json_to_recordset(${json}::json) as s(id uuid, "recordId" bigint, field text, value jsonb, salt text)`.execute(
    trx,
  );
}

/** Forgets value and salt in every version; the digests in the bodies stay, so every hash still verifies. */
export async function eraseSealedValues(
  trx: Trx,
  erasure: { recordId: number; fields: readonly string[] | undefined; reason: string; at: string },
): Promise<number> {
  const { recordId, fields, reason, at } = erasure;
  const { numUpdatedRows } = await trx
    .updateTable('sealed_value')
    .set({ value: null, salt: null, erased_at: at, erased_reason: reason })
    .where('record_id', '=', recordId)
    .where('erased_at', 'is', null)
    .$if(fields !== undefined, (query) => query.where('field', 'in', [...(fields ?? [])]))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
