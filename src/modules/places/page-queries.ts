import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { type Unit, unitColumns } from './queries.ts';
import type { Extent } from './tables.ts';

/** A unit with the name it has in the address of its page. */
export interface AddressedUnit extends Unit {
  /** `hoi-an`; with the code behind where two communes of a province share a name without marks: `son-ha-21289`. */
  slug: string;
  /** That of the province it lies in. */
  parentSlug: string | null;
}

// Folded names are lower-case ASCII words already: "hoi an".
const slugColumns = sql`replace(u.folded, ' ', '-') || case when u.level = 'commune' and exists (
    select from admin_unit twin where twin.folded = u.folded and twin.level = u.level and twin.scheme = u.scheme
      and twin.parent_id = u.parent_id and twin.id <> u.id) then '-' || u.code else '' end as slug,
  replace(parent.folded, ' ', '-') as "parentSlug"`;

async function selectUnits(db: Db, rest: RawBuilder<unknown>): Promise<AddressedUnit[]> {
  const { rows } = await sql<AddressedUnit>`select ${unitColumns}, ${slugColumns}
    from admin_unit u left join admin_unit parent on parent.id = u.parent_id ${rest}`.execute(db);
  return rows;
}

/** Units by key with their slugs, in no particular order; keys that are not there are left out. */
export async function addressedUnits(db: Db, keys: readonly string[]): Promise<AddressedUnit[]> {
  return keys.length === 0 ? [] : await selectUnits(db, sql`where u.key = any(${[...keys]}::text[])`);
}

/** `province`: one of the 34; `former`: one of the 63 until 30 June 2025; `commune`: of the province with that slug. */
type UnitAddress =
  | { kind: 'province' | 'former'; slug: string }
  | { kind: 'commune'; province: string; slug: string };

const LONGEST_SLUG = 100;
const foldedOf = (slug: string): string => slug.slice(0, LONGEST_SLUG).toLowerCase().replaceAll('-', ' ');
const PROVINCE_SCHEME = { province: 'gso-2025', former: 'gso-2024' } as const;

/**
 * The unit whose page an address means; its slug may differ from the one asked for. A commune is also found by its code
 * at the end, and under a wrong province where only one commune of the country bears the name.
 */
export async function unitAtAddress(db: Db, address: UnitAddress): Promise<AddressedUnit | undefined> {
  const folded = foldedOf(address.slug);
  if (address.kind !== 'commune') {
    const scheme = PROVINCE_SCHEME[address.kind];
    return (
      await selectUnits(db, sql`where u.folded = ${folded} and u.level = 'province' and u.scheme = ${scheme}`)
    )[0];
  }
  const code = /(?:^|-)(\d{5})$/.exec(address.slug)?.[1] ?? null;
  const found = await selectUnits(
    db,
    sql`where u.level = 'commune' and u.scheme = 'gso-2025' and (u.folded = ${folded} or u.code = ${code})`,
  );
  const inside = found.filter((unit) => unit.parentSlug === address.province);
  return (
    found.find((unit) => unit.code === code) ??
    inside.find((unit) => unit.slug === address.slug) ??
    onlyOne(inside) ??
    onlyOne(found)
  );
}

const onlyOne = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** Today's communes of a province, A to Y as Vietnamese sorts; at most 168. */
export async function communesWithin(db: Db, province: string): Promise<AddressedUnit[]> {
  return await selectUnits(
    db,
    sql`where parent.key = ${province} and u.level = 'commune' and u.scheme = 'gso-2025' order by u.name, u.key`,
  );
}

/** The 63 provinces until 30 June 2025, in Vietnamese order, each with the key of the one that took it over. */
export async function formerProvinces(db: Db): Promise<(AddressedUnit & { successor: string | null })[]> {
  const { rows } = await sql<AddressedUnit & { successor: string | null }>`
    select ${unitColumns}, ${slugColumns}, (select next.key from admin_succession s
      join admin_unit next on next.id = s.successor_id where s.predecessor_id = u.id order by s.date limit 1) as successor
    from admin_unit u left join admin_unit parent on parent.id = u.parent_id
    where u.level = 'province' and u.scheme = 'gso-2024' order by u.name, u.key`.execute(db);
  return rows;
}

/** Districts of a province until 30 June 2025 that addresses or lists name; the data has no complete list of them. */
export async function districtsWithin(db: Db, province: string, limit: number): Promise<Unit[]> {
  const { rows } = await sql<Unit>`select ${unitColumns} from admin_unit u
    join admin_unit parent on parent.id = u.parent_id
    where parent.key = ${province} and u.level = 'district' order by u.name, u.key limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** One unit that came before or after, with the act of law and the day. */
export interface HistoryStep extends AddressedUnit {
  relation: 'predecessor' | 'successor';
  date: string;
  extent: Extent;
  verbatim: string | null;
  legalBasis: string;
}

/** What a unit was put together from and what its land went into, with the acts that did so. */
export async function unitHistory(db: Db, key: string): Promise<HistoryStep[]> {
  const { rows } = await sql<HistoryStep>`
    with known as (select id from admin_unit where key = ${key}), steps as (
      select s.predecessor_id as id, 'predecessor' as relation, s.* from admin_succession s
        join known on known.id = s.successor_id
      union all
      select s.successor_id, 'successor', s.* from admin_succession s join known on known.id = s.predecessor_id)
    select ${unitColumns}, ${slugColumns}, steps.relation, steps.date, steps.extent, steps.verbatim,
      steps.legal_basis as "legalBasis"
    from steps join admin_unit u on u.id = steps.id left join admin_unit parent on parent.id = u.parent_id
    order by steps.date, u.name, u.key`.execute(db);
  return rows;
}

/** The units that the land of several units went into; `of` is the key of the earlier one. */
export async function successorsOf(
  db: Db,
  keys: readonly string[],
): Promise<(AddressedUnit & { of: string })[]> {
  const { rows } = await sql<AddressedUnit & { of: string }>`
    select ${unitColumns}, ${slugColumns}, old.key as "of" from admin_unit old
      join admin_succession s on s.predecessor_id = old.id join admin_unit u on u.id = s.successor_id
      left join admin_unit parent on parent.id = u.parent_id
    where old.key = any(${[...keys]}::text[]) order by s.date, u.name, u.key`.execute(db);
  return rows;
}

/** What is known of a unit beside its name. `area`: km² as a decimal string. */
export interface UnitDetails {
  area: string | null;
  population: number | null;
  note: string | null;
  source: string;
  /** Types and full names over time; empty where they never changed or the data does not say. */
  types: { type: string; fullName: string; from: string | null; to: string | null; legalBasis: string }[];
}

export async function unitDetails(db: Db, key: string): Promise<UnitDetails | undefined> {
  const { rows } = await sql<UnitDetails>`
    select u.area_km2::text as area, u.population, u.note, u.source, coalesce((
      select json_agg(json_build_object('type', t.type, 'fullName', t.full_name, 'from', t.valid_from,
        'to', t.valid_to, 'legalBasis', t.legal_basis) order by t.valid_from nulls first)
      from admin_unit_type t where t.unit_id = u.id), '[]') as types
    from admin_unit u where u.key = ${key}`.execute(db);
  return rows[0];
}
