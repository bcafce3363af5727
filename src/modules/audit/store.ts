import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '#platform/db/index.ts';
import type { ChainedEvent } from './chain.ts';
import type { PublicationEvent } from './tables.ts';

export interface AuditEvent {
  actorId: number;
  /** What was done, `thing.verb`: `record.update`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  detail?: Record<string, unknown>;
  requestId?: string | undefined;
}

/** Writes what happened into the transaction in which it happens, so that both come about or neither. */
export async function recordAudit(trx: Trx, event: AuditEvent): Promise<void> {
  await trx
    .insertInto('audit_event')
    .values({
      actor_id: event.actorId,
      action: event.action,
      subject_kind: event.subjectKind,
      subject_id: event.subjectId,
      detail: event.detail ?? {},
      request_id: event.requestId ?? null,
    })
    .execute();
}

export interface Publication {
  recordId: number;
  version: number;
  event: PublicationEvent;
  accessClass: number;
}

/** Says that the public state of records changed at an instant; feeds see it once the sealer has given it a position. */
export async function recordPublications(
  trx: Trx,
  rows: readonly Publication[],
  { at }: { at: string },
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into publication (record_id, version, event, access_class, at)
    select *, ${at}::timestamptz from unnest(${rows.map((row) => row.recordId)}::bigint[],
      ${rows.map((row) => row.version)}::int[], ${rows.map((row) => row.event)}::text[],
      ${rows.map((row) => row.accessClass)}::smallint[])`.execute(trx);
}

// Any constant works as long as every sealer uses the same.
const SEALER_LOCK = 730_227;

/** False when another sealer is at work; its batch covers what this one would have sealed. */
export async function takeSealerLock(trx: Trx): Promise<boolean> {
  const { rows } = await sql<{
    taken: boolean;
  }>`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as taken`.execute(trx);
  return rows[0]?.taken === true;
}

const chained = (position: RawBuilder<number>) => sql`${position} as position, id,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id as "actorId", action,
  subject_kind as "subjectKind", subject_id as "subjectId", detail, request_id as "requestId"`;

export async function unsealedEvents(
  trx: Trx,
  options: { after: number; limit: number },
): Promise<ChainedEvent[]> {
  const position = sql<number>`${options.after}::bigint + row_number() over (order by id)`;
  const { rows } = await sql<ChainedEvent>`select ${chained(position)} from audit_event
    where position is null order by id limit ${options.limit}`.execute(trx);
  return rows;
}

export interface SealedEvent {
  event: ChainedEvent;
  hash: Buffer;
}

/** The next events of the chain after a position, in order. */
export async function sealedEvents(
  db: Db,
  options: { after: number; limit: number },
): Promise<SealedEvent[]> {
  const { rows } = await sql<ChainedEvent & { hash: Buffer }>`select ${chained(sql<number>`position`)}, hash
    from audit_event where position > ${options.after} order by position limit ${options.limit}`.execute(db);
  return rows.map(({ hash, ...event }) => ({ event, hash }));
}

export async function lastSealed(db: Db): Promise<{ position: number; hash: Buffer } | undefined> {
  const { rows } = await sql<{ position: number; hash: Buffer }>`select position, hash from audit_event
    where position is not null order by position desc limit 1`.execute(db);
  return rows[0];
}

export async function sealEvents(trx: Trx, sealed: readonly SealedEvent[]): Promise<void> {
  await sql`update audit_event e set position = s.position, hash = s.hash
    from unnest(${sealed.map((s) => s.event.id)}::bigint[], ${sealed.map((s) => s.event.position)}::bigint[],
      ${sealed.map((s) => s.hash)}::bytea[]) s(id, position, hash) where e.id = s.id`.execute(trx);
}

/** Numbers the committed publication rows that have no position yet; returns how many. */
export async function sealPublications(trx: Trx, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update publication p set position = s.position, sealed_at = now()
    from (select id, row_number() over (order by id) + coalesce((select max(position) from publication), 0) as position
      from publication where position is null order by id limit ${limit}) s
    where p.id = s.id`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
