import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';
import type { RecordBody } from '../body.ts';
import type { ChangesetKind } from '../changeset/operation.ts';

export interface NewVersion {
  recordId: number;
  version: number;
  body: RecordBody;
  bodyHash: Buffer;
  chainHash: Buffer;
}

export interface Stamp {
  changesetId: number;
  actorId: number;
  reason: string;
  at: string;
}

/** Writes versions and moves their records to them. */
export async function insertVersions(trx: Trx, versions: readonly NewVersion[], stamp: Stamp): Promise<void> {
  const { changesetId, actorId, reason, at } = stamp;
  const rows = versions.map((version) => ({
    ...version,
    bodyHash: version.bodyHash.toString('hex'),
    chainHash: version.chainHash.toString('hex'),
  }));
  await sql`insert into record_version
      (record_id, version, standard, body, body_hash, chain_hash, actor_id, changeset_id, reason, at)
    select "recordId", version, body ->> 'standard', body, decode("bodyHash", 'hex'), decode("chainHash", 'hex'),
      ${actorId}::bigint, ${changesetId}::bigint, ${reason}::text, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as v("recordId" bigint, version int, body jsonb,
      "bodyHash" text, "chainHash" text)`.execute(trx);
}

export async function moveHeads(
  trx: Trx,
  heads: readonly { id: number; version: number; standard: string }[],
  at: string,
): Promise<void> {
  await sql`update record r set version = h.version, standard = h.standard, updated_at = ${at}
    from unnest(${heads.map((h) => h.id)}::bigint[], ${heads.map((h) => h.version)}::int[],
      ${heads.map((h) => h.standard)}::text[]) h(id, version, standard) where r.id = h.id`.execute(trx);
}

export interface CurrentVersion {
  recordId: number;
  version: number;
  body: RecordBody;
  bodyHash: Buffer;
  chainHash: Buffer;
  changesetKind: ChangesetKind;
}

export async function currentVersions(
  db: Db,
  recordIds: readonly number[],
): Promise<Map<number, CurrentVersion>> {
  const rows = await db
    .selectFrom('record')
    .innerJoin('record_version as v', (join) =>
      join.onRef('v.record_id', '=', 'record.id').onRef('v.version', '=', 'record.version'),
    )
    .innerJoin('changeset', 'changeset.id', 'v.changeset_id')
    .select([
      'record.id as recordId',
      'v.version',
      'v.body',
      'v.body_hash as bodyHash',
      'v.chain_hash as chainHash',
      'changeset.kind as changesetKind',
    ])
    .where(sql<boolean>`record.id = any(${recordIds}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.recordId, row]));
}

export async function findVersionBody(
  db: Db,
  { recordId, version }: { recordId: number; version: number },
): Promise<RecordBody | undefined> {
  const row = await db
    .selectFrom('record_version')
    .select('body')
    .where('record_id', '=', recordId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.body;
}
