import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform/db/index.ts';
import type { VoidableThing } from '../tables.ts';

/** Each has `id`, `changeset_id` and `voided_in`. */
const TABLES: Readonly<Record<VoidableThing, RawBuilder<unknown>>> = {
  alias: sql.table('record_alias'),
  relation: sql.table('relation'),
  decision: sql.table('decision'),
  designation: sql.table('designation'),
  member: sql.table('designation_member'),
};

export interface Voiding {
  thing: VoidableThing;
  changesetId: number;
  ids: readonly number[];
}

/** Voids what is live; returns the ids that were. */
export async function voidThings(trx: Trx, { thing, changesetId, ids }: Voiding): Promise<number[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: number }>`update ${TABLES[thing]} set voided_in = ${changesetId}
    where id = any(${ids}::bigint[]) and voided_in is null returning id`.execute(trx);
  return await remember(trx, { thing, changesetId, ids: rows.map((row) => row.id) }, false);
}

/** Brings voided rows back; returns the ids that came back. */
export async function restoreThings(trx: Trx, { thing, changesetId, ids }: Voiding): Promise<number[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: number }>`update ${TABLES[thing]} set voided_in = null
    where id = any(${ids}::bigint[]) and voided_in is not null returning id`.execute(trx);
  return await remember(trx, { thing, changesetId, ids: rows.map((row) => row.id) }, true);
}

async function remember(
  trx: Trx,
  { thing, changesetId, ids }: Voiding,
  restored: boolean,
): Promise<number[]> {
  await sql`insert into voiding (changeset_id, thing, thing_id, restored)
    select ${changesetId}::bigint, ${thing}::text, id, ${restored}::boolean from unnest(${ids}::bigint[]) as t(id)`.execute(
    trx,
  );
  return [...ids];
}

/**
 * What a changeset made that is still there, voided, and brought back. What it both made and voided never was: taking
 * the changeset back must not bring it about.
 */
export interface Effects {
  created: number[];
  voided: number[];
  restored: number[];
}

export async function effectsOn(trx: Trx, thing: VoidableThing, changesetId: number): Promise<Effects> {
  const created = await sql<{ id: number }>`select id from ${TABLES[thing]}
    where changeset_id = ${changesetId} and voided_in is null order by id`.execute(trx);
  const flipped = await sql<{ id: number; restored: boolean }>`select thing_id as id, restored from voiding v
    join ${TABLES[thing]} t on t.id = v.thing_id and t.changeset_id <> ${changesetId}
    where v.changeset_id = ${changesetId} and v.thing = ${thing} order by thing_id`.execute(trx);
  const pick = (restored: boolean) =>
    flipped.rows.filter((row) => row.restored === restored).map((row) => row.id);
  return { created: created.rows.map((row) => row.id), voided: pick(false), restored: pick(true) };
}
