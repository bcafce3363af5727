import { sql } from 'kysely';
import type { Trx } from '#platform/db/index.ts';
import type { ProjectedRecord } from './projected.ts';

/** A projected record with its lexemes as ids of the lexicon. */
export interface IndexedRecord {
  record: ProjectedRecord;
  tokens: number[];
  facets: number[];
}

/** How many of the rows hold each token now. */
export async function tokenCounts(trx: Trx, recordIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ token: number; n: number }>`
    select token, count(*)::int as n from search_row, unnest(tokens) as token
    where record_id = any(${recordIds}::int[]) group by token`.execute(trx);
  return new Map(rows.map(({ token, n }) => [token, n]));
}

export async function writeRows(trx: Trx, indexed: readonly IndexedRecord[]): Promise<void> {
  if (indexed.length === 0) return;
  await sql`
    insert into search_row (record_id, access_class, sample, static_rank, earliest, latest, published_at, point, facets, tokens)
    select "recordId", "accessClass", sample, "staticRank", earliest, latest, "publishedAt",
      case when lon is null then null else point(lon, lat) end, decode(facets, 'hex'), tokens
    from jsonb_to_recordset(${JSON.stringify(indexed.map(rowOf))}::jsonb) as r("recordId" int, "accessClass" smallint,
      sample smallint, "staticRank" int, earliest int, latest int, "publishedAt" timestamptz, lat float8, lon float8,
      facets text, tokens int[])
    on conflict (record_id) do update set access_class = excluded.access_class, static_rank = excluded.static_rank,
      earliest = excluded.earliest, latest = excluded.latest, published_at = excluded.published_at,
      point = excluded.point, facets = excluded.facets, tokens = excluded.tokens`.execute(trx);
  await sql`
    insert into search_card (record_id, pid, kind, title, card)
    select "recordId", pid, kind, title, card
    from jsonb_to_recordset(${JSON.stringify(indexed.map(({ record }) => cardRowOf(record)))}::jsonb)
      as c("recordId" int, pid text, kind text, title text, card jsonb)
    on conflict (record_id) do update set pid = excluded.pid, kind = excluded.kind, title = excluded.title,
      card = excluded.card`.execute(trx);
}

function rowOf({ record, tokens, facets }: IndexedRecord) {
  const { recordId, accessClass, sample, staticRank, earliest, latest, publishedAt, point } = record;
  return {
    recordId,
    accessClass,
    sample,
    staticRank,
    earliest,
    latest,
    publishedAt,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    facets: packIds(facets).toString('hex'),
    tokens,
  };
}

function cardRowOf({ recordId, pid, kind, title, card }: ProjectedRecord) {
  return { recordId, pid, kind, title, card };
}

/** Ids as the index keeps them: four bytes each, little-endian. */
export function packIds(ids: readonly number[]): Buffer {
  return Buffer.from(Int32Array.from(ids).buffer);
}

export async function deleteRows(trx: Trx, recordIds: readonly number[]): Promise<void> {
  if (recordIds.length === 0) return;
  await trx.deleteFrom('search_row').where('record_id', 'in', recordIds).execute();
  await trx.deleteFrom('search_card').where('record_id', 'in', recordIds).execute();
}

/**
 * Hides at once the rows that everybody could find and whose records have left that class or were closed; they are in
 * no class until the job has read them again. What becomes public waits for the job: until then its words belong to the
 * lexicon of its old class, and writing a hundred thousand rows twice would hold the writer up for nothing.
 */
export async function hideLeaving(trx: Trx, recordIds: readonly number[]): Promise<void> {
  await sql`update search_row s set access_class = 0
    from record r where r.id = s.record_id and r.id = any(${recordIds}::bigint[]) and s.access_class <> 0
      and (r.closed_at is not null or (r.access_class <> s.access_class
        and s.access_class in (select id from access_class where audience = 'everyone')))`.execute(trx);
}

export async function enqueuePending(
  trx: Trx,
  { changesetId, recordIds }: { changesetId: number; recordIds: readonly number[] },
): Promise<void> {
  await sql`insert into search_pending (changeset_id, record_id)
    select ${changesetId}, id from unnest(${recordIds}::int[]) id on conflict do nothing`.execute(trx);
}

/** The cards of others name a record that has ended; they are written again without it. */
export async function enqueueNeighbours(
  trx: Trx,
  { changesetId, recordIds }: { changesetId: number; recordIds: readonly number[] },
): Promise<void> {
  await sql`
    with ended as (select id from record where id = any(${recordIds}::bigint[]) and closed_at is not null)
    insert into search_pending (changeset_id, record_id)
    select ${changesetId}::bigint, e.from_record from ended join relation e on e.to_record = ended.id and e.voided_in is null
    union select ${changesetId}::bigint, e.to_record from ended join relation e on e.from_record = ended.id and e.voided_in is null
    on conflict do nothing`.execute(trx);
}

export async function removePending(
  trx: Trx,
  { changesetId, recordIds }: { changesetId: number; recordIds: readonly number[] },
): Promise<void> {
  await sql`delete from search_pending where changeset_id = ${changesetId}
    and record_id = any(${recordIds}::int[])`.execute(trx);
}

// Any constant works as long as every projection uses the same. Frequencies are sums, and one writer at a time adds them.
const PROJECTION_LOCK = 730_231;

export async function lockProjection(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${PROJECTION_LOCK})`.execute(trx);
}
