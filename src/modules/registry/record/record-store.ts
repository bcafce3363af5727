import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';
import type { RecordKind, RecordState, Verification } from './record.ts';

/** What of a record may change, as locked by the running changeset. */
export interface RecordHead {
  id: number;
  pid: string;
  kind: RecordKind;
  state: RecordState;
  accessClass: number;
  verification: Verification;
  version: number;
  mergedInto: number | null;
  mergedPid: string | null;
  closedAt: string | null;
  closedReason: string | null;
}

export interface NewRecord {
  pid: string;
  kind: RecordKind;
  state: RecordState;
  accessClass: number;
  standard: string;
  starterKey: string | null;
}

/** Ids by identifier. */
export async function insertRecords(
  trx: Trx,
  records: readonly NewRecord[],
  at: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; pid: string }>`
    insert into record (pid, kind, state, access_class, version, standard, starter_key, created_at, updated_at)
    select pid, kind, state, "accessClass", 1, standard, "starterKey",
      ${at}::timestamptz, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(records)}::json) as r(pid text, kind text, state text,
      "accessClass" smallint, standard text, "starterKey" text)
    returning id, pid`.execute(trx);
  return new Map(rows.map((row) => [row.pid, row.id]));
}

export async function findIdsByPid(db: Db, pids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'pid'])
    .where(sql<boolean>`pid = any(${pids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.pid, row.id]));
}

export async function findIdsByStarterKey(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'starter_key as key'])
    .where(sql<boolean>`starter_key = any(${keys}::text[])`)
    .$narrowType<{ key: string }>()
    .execute();
  return new Map(rows.map((row) => [row.key, row.id]));
}

export type LockStrength = 'close' | 'write' | 'refer';

/** Locks in ascending order of id, so that two changesets can wait for each other in one direction only. */
export async function lockRecords(trx: Trx, strengths: ReadonlyMap<number, LockStrength>): Promise<void> {
  const sorted = [...strengths].toSorted(([a], [b]) => a - b);
  const ids = sorted.map(([id]) => id);
  const how = sorted.map(([, strength]) => strength);
  await sql`select lock_records(${ids}::bigint[], ${how}::text[])`.execute(trx);
}

export async function readHeads(db: Db, ids: readonly number[]): Promise<RecordHead[]> {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('record')
    .leftJoin('record as target', 'target.id', 'record.merged_into')
    .select([
      'record.id',
      'record.pid',
      'record.kind',
      'record.state',
      'record.access_class as accessClass',
      'record.verification',
      'record.version',
      'record.merged_into as mergedInto',
      'target.pid as mergedPid',
      'record.closed_at as closedAt',
      'record.closed_reason as closedReason',
    ])
    .where(sql<boolean>`record.id = any(${ids}::bigint[])`)
    .execute();
}

export interface StateWrite {
  id: number;
  state: RecordState;
  accessClass: number;
  mergedInto: number | null;
  /** Set when the state closes the record. */
  closedReason: string | null;
}

export async function writeStates(trx: Trx, rows: readonly StateWrite[], at: string): Promise<void> {
  await sql`update record r set state = s.state, access_class = s."accessClass", merged_into = s."mergedInto",
      closed_reason = s."closedReason", updated_at = ${at},
      closed_at = case when s.state in ('withdrawn', 'merged') then ${at}::timestamptz end
    from json_to_recordset(${JSON.stringify(rows)}::json) as s(id bigint, state text, "accessClass" smallint,
      "mergedInto" bigint, "closedReason" text) where r.id = s.id`.execute(trx);
}

export async function writeVerifications(
  trx: Trx,
  rows: readonly { id: number; verification: Verification }[],
  at: string,
): Promise<void> {
  await sql`update record r set verification = v.verification, updated_at = ${at}
    from json_to_recordset(${JSON.stringify(rows)}::json) as v(id bigint, verification text)
    where r.id = v.id`.execute(trx);
}

export interface StateChange {
  recordId: number;
  aspect: 'state' | 'verification';
  before: string;
  after: string;
  /** The record it was merged into before, or is now. */
  mergedInto?: number | null;
  reason: string;
}

export async function insertStateChanges(
  trx: Trx,
  changes: readonly StateChange[],
  { changesetId, at }: { changesetId: number; at: string },
): Promise<void> {
  await sql`insert into record_state_change (record_id, changeset_id, aspect, before, after, merged_into, reason, at)
    select "recordId", ${changesetId}::bigint, aspect, before, after, "mergedInto", reason, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(changes)}::json) as c("recordId" bigint, aspect text, before text,
      after text, "mergedInto" bigint, reason text)`.execute(trx);
}
