import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';
import type { Act, DecisionAbsence } from './designation.ts';

export interface DesignationRow {
  key: string | null;
  decisionId: number | null;
  decisionAbsence: DecisionAbsence | null;
  list: string;
  rank: string | null;
  act: Act;
  of: number | null;
  earliest: string | null;
  latest: string | null;
  edtf: string | null;
  batch: string | null;
  registryNumber: string | null;
  criteria: string | null;
  note: string | null;
  source: string;
}

/** Ids in the order given. */
export async function insertDesignations(
  trx: Trx,
  rows: readonly DesignationRow[],
  changesetId: number,
): Promise<number[]> {
  const numbered = rows.map((row, place) => ({ ...row, place }));
  const { rows: ids } = await sql<{ id: number }>`
    insert into designation (key, decision_id, decision_absence, list, rank, act, of_designation, earliest, latest, edtf,
      batch, registry_number, criteria, note, source, changeset_id)
    select key, "decisionId", "decisionAbsence", list, rank, act, "of", earliest, latest, edtf, batch, "registryNumber",
      criteria, note, source, ${changesetId}::bigint
    from json_to_recordset(${JSON.stringify(numbered)}::json) as d(place int, key text, "decisionId" bigint,
      "decisionAbsence" text, list text, rank text, act text, "of" bigint, earliest date, latest date, edtf text,
      batch text, "registryNumber" text, criteria text, note text, source text)
    order by place returning id`.execute(trx);
  return ids.map((row) => row.id).toSorted((a, b) => a - b);
}

export interface MemberRow {
  designationId: number;
  recordId: number;
  component: string;
  verbatimName: string;
  verbatimPlace: string;
  ordinal: number;
}

/** A record that is a member already stays one. */
export async function insertMembers(
  trx: Trx,
  rows: readonly MemberRow[],
  changesetId: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into designation_member
      (designation_id, record_id, component, verbatim_name, verbatim_place, ordinal, changeset_id)
    select "designationId", "recordId", component, "verbatimName", "verbatimPlace", ordinal, ${changesetId}::bigint
    from json_to_recordset(${JSON.stringify(rows)}::json) as m("designationId" bigint, "recordId" bigint,
      component text, "verbatimName" text, "verbatimPlace" text, ordinal int)
    on conflict (designation_id, record_id, component) where voided_in is null do nothing`.execute(trx);
}

export interface KnownDesignation {
  id: number;
  key: string | null;
  act: Act;
}

export async function findDesignations(
  db: Db,
  { keys, ids }: { keys: readonly string[]; ids: readonly number[] },
): Promise<KnownDesignation[]> {
  return await db
    .selectFrom('designation')
    .select(['id', 'key', 'act'])
    .where(sql<boolean>`(key = any(${keys}::text[]) or id = any(${ids}::bigint[]))`)
    .where('voided_in', 'is', null)
    .execute();
}

/** Live acts that extend, correct or revoke one of these. */
export async function followersOf(db: Db, ids: readonly number[]): Promise<{ id: number; of: number }[]> {
  return await db
    .selectFrom('designation')
    .select(['id', 'of_designation as of'])
    .where(sql<boolean>`of_designation = any(${ids}::bigint[])`)
    .where('voided_in', 'is', null)
    .$narrowType<{ of: number }>()
    .execute();
}

export async function membersOf(
  db: Db,
  designationIds: readonly number[],
): Promise<(MemberRow & { id: number })[]> {
  return await liveMembers(db)
    .where(sql<boolean>`designation_id = any(${designationIds}::bigint[])`)
    .execute();
}

export async function membershipsOf(db: Db, recordId: number): Promise<(MemberRow & { id: number })[]> {
  return await liveMembers(db).where('record_id', '=', recordId).execute();
}

function liveMembers(db: Db) {
  return db
    .selectFrom('designation_member')
    .select([
      'id',
      'designation_id as designationId',
      'record_id as recordId',
      'component',
      'verbatim_name as verbatimName',
      'verbatim_place as verbatimPlace',
      'ordinal',
    ])
    .where('voided_in', 'is', null)
    .orderBy('id');
}
