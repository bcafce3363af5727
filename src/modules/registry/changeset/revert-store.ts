import { sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';
import type { RecordBody } from '../body.ts';
import type { RecordState, Verification } from '../record/record.ts';
import type { VoidableThing } from '../tables.ts';
import type { Stamp } from '../version/version-store.ts';

export interface VersionSpan {
  recordId: number;
  /** The first version the changeset wrote; 1 when it created the record. */
  first: number;
  /** Whether the body is still what the changeset left behind. */
  untouched: boolean;
}

export async function versionSpans(db: Db, changesetId: number): Promise<VersionSpan[]> {
  const { rows } = await sql<VersionSpan>`
    select span.record_id as "recordId", span.first, cur.body_hash = own.body_hash as untouched
    from (select record_id, min(version) as first, max(version) as last from record_version
      where changeset_id = ${changesetId} group by record_id) span
    join record on record.id = span.record_id
    join record_version own on own.record_id = span.record_id and own.version = span.last
    join record_version cur on cur.record_id = span.record_id and cur.version = record.version
    order by span.record_id`.execute(db);
  return rows;
}

export interface StateSpan {
  recordId: number;
  /** `mergedInto`: where it was merged to before the changeset. */
  state: { before: RecordState; after: RecordState; mergedInto: number | null } | null;
  verification: { before: Verification; after: Verification } | null;
}

/** What a changeset made of states and verifications: from its first change of each record to its last. */
export async function stateSpans(db: Db, changesetId: number): Promise<StateSpan[]> {
  const rows = await db
    .selectFrom('record_state_change')
    .select(['record_id', 'aspect', 'before', 'after', 'merged_into as mergedInto'])
    .where('changeset_id', '=', changesetId)
    .orderBy('record_id')
    .orderBy('id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.record_id)].map(([recordId, changes]) => ({
    recordId,
    state: spanOf<RecordState>(changes.filter((change) => change.aspect === 'state')),
    verification: spanOf<Verification>(changes.filter((change) => change.aspect === 'verification')),
  }));
}

function spanOf<T extends string>(
  changes: readonly { before: string; after: string; mergedInto: number | null }[],
): { before: T; after: T; mergedInto: number | null } | null {
  const [first, last] = [changes[0], changes.at(-1)];
  return first && last
    ? { before: first.before as T, after: last.after as T, mergedInto: first.mergedInto }
    : null;
}

/** Records of a changeset's making that others have built upon: moved on, related, or listed. */
export async function builtUpon(
  db: Db,
  { created, changesetId }: { created: readonly number[]; changesetId: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from unnest(${created}::bigint[]) as c(id)
    where exists (select from record_state_change s where s.record_id = c.id and s.changeset_id <> ${changesetId}
        and s.aspect = 'state' and s.before <> (select state from record where record.id = c.id)
        and s.id = (select min(id) from record_state_change t where t.record_id = c.id and t.aspect = 'state'
          and t.changeset_id <> ${changesetId}))
      or exists (select from record_state_change s join record on record.id = c.id where s.record_id = c.id
        and s.aspect = 'verification' and s.changeset_id <> ${changesetId} and s.before <> record.verification)
      or exists (select from relation r where r.voided_in is null and r.changeset_id <> ${changesetId}
        and (r.from_record = c.id or r.to_record = c.id))
      or exists (select from designation_member m where m.record_id = c.id and m.voided_in is null
        and m.changeset_id <> ${changesetId})
    order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** Live acts of later changesets that stand on decisions or acts which are about to be voided. */
export async function laterActs(
  db: Db,
  {
    decisions,
    designations,
    changesetId,
  }: { decisions: readonly number[]; designations: readonly number[]; changesetId: number },
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(key, 'designation ' || id) as name from designation
    where voided_in is null and changeset_id <> ${changesetId} and not id = any(${designations}::bigint[])
      and (decision_id = any(${decisions}::bigint[]) or of_designation = any(${designations}::bigint[]))
    union select key from decision where voided_in is null and changeset_id <> ${changesetId}
      and replaces = any(${decisions}::bigint[]) and not id = any(${decisions}::bigint[])
    order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** What cannot come back because its place was taken, or because a record it needs is closed. */
export async function blockedRestores(
  db: Db,
  ids: Readonly<Record<VoidableThing, readonly number[]>>,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.scheme || ':' || a.value as name from record_alias a join record r on r.id = a.record_id
    where a.id = any(${ids.alias}::bigint[]) and (r.merged_into is not null or exists (select from record_alias l
      where l.scheme = a.scheme and l.value = a.value and l.voided_in is null))
    union select r.pid from relation e join record r on r.id in (e.from_record, e.to_record)
    where e.id = any(${ids.relation}::bigint[]) and (r.merged_into is not null or exists (select from relation l
      where l.type = e.type and l.from_record = e.from_record and l.to_record = e.to_record
        and coalesce(l.from_date, '') = coalesce(e.from_date, '') and l.voided_in is null))
    union select d.key from decision d where d.id = any(${ids.decision}::bigint[])
      and exists (select from decision l where l.key = d.key and l.voided_in is null)
    union select d.key from designation d where d.id = any(${ids.designation}::bigint[])
      and exists (select from designation l where l.key = d.key and l.voided_in is null)
    union select r.pid from designation_member m join record r on r.id = m.record_id
    where m.id = any(${ids.member}::bigint[]) and (r.merged_into is not null or exists (
      select from designation_member l where l.designation_id = m.designation_id and l.record_id = m.record_id
        and l.component = m.component and l.voided_in is null))
    order by name`.execute(db);
  return rows.map((row) => row.name);
}

export interface RestoredVersion {
  recordId: number;
  version: number;
  body: RecordBody;
}

/** Writes the body of an earlier version again as the newest one, where it differs. */
export async function copyVersions(
  trx: Trx,
  targets: readonly { recordId: number; version: number }[],
  { changesetId, actorId, reason, at }: Stamp,
): Promise<RestoredVersion[]> {
  const { rows } = await sql<RestoredVersion>`
    insert into record_version
      (record_id, version, standard, body, body_hash, chain_hash, actor_id, changeset_id, reason, at)
    select r.id, cur.version + 1, old.standard, old.body, old.body_hash, sha256(cur.chain_hash || old.body_hash),
      ${actorId}::bigint, ${changesetId}::bigint, ${reason}::text, ${at}::timestamptz
    from unnest(${targets.map((t) => t.recordId)}::bigint[], ${targets.map((t) => t.version)}::int[]) t(id, version)
    join record r on r.id = t.id
    join record_version cur on cur.record_id = r.id and cur.version = r.version
    join record_version old on old.record_id = r.id and old.version = t.version
    where old.body_hash <> cur.body_hash
    returning record_id as "recordId", version, body`.execute(trx);
  return rows.toSorted((a, b) => a.recordId - b.recordId);
}
