import { sql } from 'kysely';
import type { Trx } from '#platform/db/index.ts';
import { type AdminUnit, type AdminUnits, foldName, type Succession, type UnitTypePeriod } from './unit.ts';

/** How many rows were new or differed from what was there. */
export interface LoadedUnits {
  units: number;
  types: number;
  successions: number;
}

/** Rows per statement: keeps the JSON of one below some megabytes. */
const BATCH = 5000;

/**
 * Brings the units of the data into the database: new ones are added, changed ones take the new words, none is
 * removed, because records may point to it. Loading the same data again changes nothing.
 */
export async function loadAdminUnits(
  trx: Trx,
  { units, types, successions }: AdminUnits,
): Promise<LoadedUnits> {
  // Children name their parents by key, so a level is written when the one above it is there.
  const levels = (['province', 'district', 'commune'] as const).map((level) =>
    units.filter((u) => u.level === level),
  );
  return {
    units: await inBatches(levels.flatMap(batchesOf), (batch) => upsertUnits(trx, batch)),
    types: await inBatches(batchesOf(types), (batch) => upsertTypes(trx, batch)),
    successions: await inBatches(batchesOf(successions), (batch) => upsertSuccessions(trx, batch)),
  };
}

function batchesOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) =>
    rows.slice(i * BATCH, (i + 1) * BATCH),
  );
}

async function inBatches<T>(
  batches: readonly T[][],
  write: (batch: T[]) => Promise<number>,
): Promise<number> {
  let total = 0;
  for (const batch of batches) total += await write(batch);
  return total;
}

async function upsertUnits(trx: Trx, units: readonly AdminUnit[]): Promise<number> {
  const rows = units.map((unit) => ({ ...unit, folded: foldName(unit.name) }));
  const result = await sql`
    insert into admin_unit as known (key, scheme, code, level, type, name, full_name, name_en, folded, valid_from,
      valid_to, parent_id, lat, lon, area_km2, population, note, source)
    select r.key, r.scheme, r.code, r.level, r.type, r.name, r."fullName", r."nameEn", r.folded, r."from",
      r."to", parent.id, r.lat, r.lon, r.area, r.population, r.note, r.source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(key text, scheme text, code text, level text,
      type text, name text, "fullName" text, "nameEn" text, folded text, "from" date, "to" date, parent text,
      lat double precision, lon double precision, area numeric, population bigint, note text, source text)
    left join admin_unit parent on parent.key = r.parent collate "C"
    on conflict (key) do update set type = excluded.type, name = excluded.name, full_name = excluded.full_name,
      name_en = excluded.name_en, folded = excluded.folded, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, parent_id = excluded.parent_id, lat = excluded.lat, lon = excluded.lon,
      area_km2 = excluded.area_km2, population = excluded.population, note = excluded.note, source = excluded.source
    where row(known.type, known.name, known.full_name, known.name_en, known.valid_from, known.valid_to,
        known.parent_id, known.lat, known.lon, known.area_km2, known.population, known.note, known.source)
      is distinct from row(excluded.type, excluded.name, excluded.full_name, excluded.name_en, excluded.valid_from,
        excluded.valid_to, excluded.parent_id, excluded.lat, excluded.lon, excluded.area_km2, excluded.population,
        excluded.note, excluded.source)`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

async function upsertTypes(trx: Trx, types: readonly UnitTypePeriod[]): Promise<number> {
  const result = await sql`
    insert into admin_unit_type as known (unit_id, type, full_name, valid_from, valid_to, legal_basis)
    select unit.id, r.type, r."fullName", r."from", r."to", r."legalBasis"
    from jsonb_to_recordset(${JSON.stringify(types)}::jsonb)
      as r(unit text, type text, "fullName" text, "from" date, "to" date, "legalBasis" text)
    join admin_unit unit on unit.key = r.unit collate "C"
    on conflict (unit_id, valid_from) do update
      set type = excluded.type, full_name = excluded.full_name, valid_to = excluded.valid_to,
        legal_basis = excluded.legal_basis
    where row(known.type, known.full_name, known.valid_to, known.legal_basis)
      is distinct from row(excluded.type, excluded.full_name, excluded.valid_to, excluded.legal_basis)`.execute(
    trx,
  );
  return Number(result.numAffectedRows ?? 0);
}

async function upsertSuccessions(trx: Trx, successions: readonly Succession[]): Promise<number> {
  const result = await sql`
    insert into admin_succession as known (predecessor_id, successor_id, date, extent, verbatim, legal_basis)
    select p.id, s.id, r.date, r.extent, r.verbatim, r."legalBasis"
    from jsonb_to_recordset(${JSON.stringify(successions)}::jsonb)
      as r(predecessor text, successor text, date date, extent text, verbatim text, "legalBasis" text)
    join admin_unit p on p.key = r.predecessor collate "C"
    join admin_unit s on s.key = r.successor collate "C"
    on conflict (predecessor_id, successor_id, date) do update
      set extent = excluded.extent, verbatim = excluded.verbatim, legal_basis = excluded.legal_basis
    where row(known.extent, known.verbatim, known.legal_basis)
      is distinct from row(excluded.extent, excluded.verbatim, excluded.legal_basis)`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}
