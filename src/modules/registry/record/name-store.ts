import { sql } from 'kysely';
import { foldFully } from '#formats/vietnamese/index.ts';
import type { Db, Trx } from '#platform/db/index.ts';
import type { Identity } from '../context.ts';

const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

/** Names that differ in case, tones, marks or punctuation only have the same folded form. */
export function foldedName(text: string): string {
  return foldFully(text).replace(NOT_LETTERS, ' ').trim();
}

type IdentityOf = { recordId: number; identity: Identity };

/** Replaces names and traits of records by those of their new current version. */
export async function writeIdentities(
  trx: Trx,
  records: readonly IdentityOf[],
  { fresh = false } = {},
): Promise<void> {
  if (records.length === 0) return;
  if (!fresh) {
    const ids = records.map((record) => record.recordId);
    await sql`delete from record_name where record_id = any(${ids}::bigint[])`.execute(trx);
    await sql`delete from record_trait where record_id = any(${ids}::bigint[])`.execute(trx);
  }
  await insertNames(trx, records);
  await insertTraits(trx, records);
}

async function insertNames(trx: Trx, records: readonly IdentityOf[]): Promise<void> {
  const names = records.flatMap(({ recordId, identity }) =>
    identity.names.map((name, ordinal) => ({ recordId, ordinal, ...name, folded: foldedName(name.text) })),
  );
  await sql`insert into record_name (record_id, ordinal, name, folded, lang, script, type)
    select "recordId", ordinal, text, folded, lang, script, type
    from json_to_recordset(${JSON.stringify(names)}::json) as n("recordId" bigint, ordinal int, text text,
      folded text, lang text, script text, type text)`.execute(trx);
}

async function insertTraits(trx: Trx, records: readonly IdentityOf[]): Promise<void> {
  const traits = records.flatMap(({ recordId, identity }) => [
    ...identity.provinces.map((value) => ({ recordId, trait: 'province', value })),
    ...identity.identifiers.map((value) => ({ recordId, trait: 'identifier', value })),
  ]);
  if (traits.length === 0) return;
  await sql`insert into record_trait (record_id, trait, value)
    select distinct "recordId", trait, value
    from json_to_recordset(${JSON.stringify(traits)}::json) as t("recordId" bigint, trait text, value text)`.execute(
    trx,
  );
}

export interface Title {
  vi: string;
  en?: string;
}

/** A title for lists: the first primary name of each language; a record without a Vietnamese name shows what it has. */
export async function titlesOf(db: Db, recordIds: readonly number[]): Promise<Map<number, Title>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ recordId: number; vi: string; en: string | null }>`
    select record_id as "recordId",
      (array_agg(name order by coalesce(lang, 'vi') <> 'vi', type <> 'primary', ordinal))[1] as vi,
      (array_agg(name order by type <> 'primary', ordinal) filter (where lang = 'en'))[1] as en
    from record_name where record_id = any(${recordIds}::bigint[]) group by record_id`.execute(db);
  return new Map(rows.map(({ recordId, vi, en }) => [recordId, { vi, ...(en === null ? {} : { en }) }]));
}

/** All names of each record, in the order they are written. */
export async function namesOf(db: Db, recordIds: readonly number[]): Promise<Map<number, string[]>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ recordId: number; names: string[] }>`
    select record_id as "recordId", array_agg(name order by ordinal) as names
    from record_name where record_id = any(${recordIds}::bigint[]) group by record_id`.execute(db);
  return new Map(rows.map(({ recordId, names }) => [recordId, names]));
}
