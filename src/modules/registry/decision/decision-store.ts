import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';

export interface DecisionRow {
  key: string;
  number: string;
  date: string | null;
  dateNote: string | null;
  issuer: string;
  signer: string | null;
  summaryVi: string | null;
  summaryEn: string | null;
  inForceFrom: string | null;
  replaces: number | null;
  source: string;
}

export interface KnownDecision extends DecisionRow {
  id: number;
}

export async function insertDecisions(
  trx: Trx,
  rows: readonly DecisionRow[],
  changesetId: number,
): Promise<string[]> {
  const { rows: inserted } = await sql<{ key: string }>`
    insert into decision (key, number, date, date_note, issuer, signer, summary_vi, summary_en, in_force_from, replaces,
      source, changeset_id)
    select key, number, date, "dateNote", issuer, signer, "summaryVi", "summaryEn", "inForceFrom", replaces, source,
      ${changesetId}::bigint
    from json_to_recordset(${JSON.stringify(rows)}::json) as d(key text, number text, date date, "dateNote" text,
      issuer text, signer text, "summaryVi" text, "summaryEn" text, "inForceFrom" date, replaces bigint, source text)
    on conflict (key) where voided_in is null do nothing returning key`.execute(trx);
  return inserted.map((row) => row.key);
}

export async function findDecisions(db: Db, keys: readonly string[]): Promise<Map<string, KnownDecision>> {
  const rows = await db
    .selectFrom('decision')
    .select([
      'id',
      'key',
      'number',
      'date',
      'date_note as dateNote',
      'issuer',
      'signer',
      'summary_vi as summaryVi',
      'summary_en as summaryEn',
      'in_force_from as inForceFrom',
      'replaces',
      'source',
    ])
    .where(sql<boolean>`key = any(${keys}::text[])`)
    .where('voided_in', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}
