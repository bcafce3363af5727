import { sql } from 'kysely';
import { slugify } from '#formats/vietnamese/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Extent, UnitScheme } from './tables.ts';
import { foldName } from './unit.ts';
import { type TypedName, typedName, type UnitLevel } from './unit-type.ts';

/** A unit as it is shown. `from`/`to`: YYYY-MM-DD, `to` exclusive, null for an open or unknown end. */
export interface Unit {
  key: string;
  scheme: UnitScheme;
  code: string | null;
  level: UnitLevel;
  type: string;
  name: string;
  fullName: string;
  nameEn: string | null;
  from: string | null;
  to: string | null;
  parent: string | null;
  lat: number | null;
  lon: number | null;
}

/** A unit that followed or preceded another. */
export interface RelatedUnit extends Unit {
  date: string;
  extent: Extent;
  verbatim: string | null;
}

export const unitColumns = sql`u.key, u.scheme, u.code, u.level, u.type, u.name, u.full_name as "fullName", u.name_en as "nameEn",
  u.valid_from as "from", u.valid_to as "to", parent.key as parent, u.lat, u.lon`;

// Types that changed during the life of a unit: the name it bore on the day.
const columnsOn = (
  date: string,
) => sql`u.key, u.scheme, u.code, u.level, coalesce(t.type, u.type) as type, u.name,
  coalesce(t.full_name, u.full_name) as "fullName", u.name_en as "nameEn", u.valid_from as "from",
  u.valid_to as "to", parent.key as parent, u.lat, u.lon
  from admin_unit u left join admin_unit parent on parent.id = u.parent_id
  left join admin_unit_type t on t.unit_id = u.id
    and (t.valid_from is null or t.valid_from <= ${date}) and (t.valid_to is null or t.valid_to > ${date})`;

const livedOn = (date: string) =>
  sql`(u.valid_from is null or u.valid_from <= ${date}) and (u.valid_to is null or u.valid_to > ${date})`;

/** The unit that bore a code on a day (YYYY-MM-DD), called what it was called then. */
export async function unitOn(
  db: Db,
  { level, code, date }: { level: UnitLevel; code: string; date: string },
): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`select ${columnsOn(date)}
    where u.level = ${level} and u.code = ${code} and ${livedOn(date)}`.execute(db);
  return rows[0];
}

/** The provinces of a day: 63 until 30 June 2025, 34 since. In Vietnamese order of their names. */
export async function provincesOn(db: Db, date: string): Promise<Unit[]> {
  const { rows } = await sql<Unit>`select ${columnsOn(date)}
    where u.level = 'province' and ${livedOn(date)} order by u.name, u.key`.execute(db);
  return rows;
}

/** Units by key, in no particular order; keys that are not there are left out. */
export async function unitsByKey(db: Db, keys: readonly string[]): Promise<Unit[]> {
  const { rows } = await sql<Unit>`select ${unitColumns} from admin_unit u
    left join admin_unit parent on parent.id = u.parent_id where u.key = any(${[...keys]}::text[])`.execute(
    db,
  );
  return rows;
}

/** What the land of a unit was put into, up to a day; the whole history without one. */
export async function successors(db: Db, key: string, date = 'infinity'): Promise<RelatedUnit[]> {
  const { rows } = await sql<RelatedUnit>`select ${unitColumns}, s.date, s.extent, s.verbatim
    from admin_unit known join admin_succession s on s.predecessor_id = known.id
    join admin_unit u on u.id = s.successor_id left join admin_unit parent on parent.id = u.parent_id
    where known.key = ${key} and s.date <= ${date}::date order by s.date, u.name, u.key`.execute(db);
  return rows;
}

/** What a unit was put together from, up to a day; the whole history without one. */
export async function predecessors(db: Db, key: string, date = 'infinity'): Promise<RelatedUnit[]> {
  const { rows } = await sql<RelatedUnit>`select ${unitColumns}, s.date, s.extent, s.verbatim
    from admin_unit known join admin_succession s on s.successor_id = known.id
    join admin_unit u on u.id = s.predecessor_id left join admin_unit parent on parent.id = u.parent_id
    where known.key = ${key} and s.date <= ${date}::date order by s.date, u.name, u.key`.execute(db);
  return rows;
}

const LONGEST_NAME = 200;

/**
 * Every unit, of today or before, that a name can mean: accents, case and hyphens do not count; a type in front
 * ("tỉnh Quảng Nam", "TP. Huế") narrows the answer where units of that type bear the name. Provinces come first, then
 * units that still exist.
 */
export async function resolvePlaceName(db: Db, text: string): Promise<Unit[]> {
  const asked = text.trim().slice(0, LONGEST_NAME);
  const typed = typedName(asked);
  const names = [
    ...new Set([asked, ...(typed ? [typed.name] : []), ...spelledOut(asked)].map(foldName)),
  ].filter(Boolean);
  if (names.length === 0) return [];
  const { rows } = await sql<Unit>`select ${unitColumns} from admin_unit u
    left join admin_unit parent on parent.id = u.parent_id
    where u.folded = any(${names}::text[])
    order by array_position(array['province', 'district', 'commune'], u.level::text), u.valid_to nulls first, u.name, u.key`.execute(
    db,
  );
  return typed ? narrowed(rows, typed, foldName(asked)) : rows;
}

/** Names people write in short; the only ones that are no guess. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['hcm', 'Hồ Chí Minh'],
  ['tphcm', 'Hồ Chí Minh'],
  ['sai gon', 'Hồ Chí Minh'],
]);

function spelledOut(text: string): string[] {
  const name = SHORT.get(foldName(text)) ?? SHORT.get(foldName(typedName(text)?.name ?? ''));
  return name === undefined ? [] : [name];
}

function narrowed(units: readonly Unit[], typed: TypedName, wholeName: string): Unit[] {
  // "Xã Tắc" may be a name of its own: what is called exactly so stays.
  const fitting = units.filter((unit) => unit.type === typed.type || foldName(unit.name) === wholeName);
  return fitting.length > 0 ? fitting : [...units];
}

/** `self`; `within`: lies in it, or took over land that did; `successor`, `predecessor`: the unit itself became or came from. */
export interface ExpandedUnit {
  key: string;
  scheme: UnitScheme;
  code: string | null;
  level: UnitLevel;
  relation: 'self' | 'within' | 'successor' | 'predecessor';
}

/**
 * All units a search for one unit has to look under: the unit, what lies in it, and across the reforms what it came
 * from and what became of it. For "tỉnh Quảng Nam" (until 30 June 2025) that is also every commune of today on its land.
 */
export async function expandPlace(db: Db, key: string): Promise<ExpandedUnit[]> {
  const { rows } = await sql<ExpandedUnit>`
    with recursive below as (
      select id from admin_unit where key = ${key}
      union select child.id from admin_unit child join below on child.parent_id = below.id
    ), related as (
      select id, case when key = ${key} then 'self' else 'within' end as relation, 0 as rank
        from below join admin_unit using (id)
      union all
      select s.successor_id, case when p.key = ${key} then 'successor' else 'within' end, 1
        from below b join admin_unit p on p.id = b.id join admin_succession s on s.predecessor_id = b.id
      union all
      select s.predecessor_id, case when n.key = ${key} then 'predecessor' else 'within' end, 2
        from below b join admin_unit n on n.id = b.id join admin_succession s on s.successor_id = b.id
    )
    select distinct on (u.id) u.key, u.scheme, u.code, u.level, related.relation
    from related join admin_unit u on u.id = related.id order by u.id, related.rank`.execute(db);
  return rows;
}

/** Today's provinces by the name in their addresses: `da-nang`. */
export async function provinceSlugs(db: Db): Promise<Map<string, Unit>> {
  const { rows } = await sql<Unit>`select ${unitColumns} from admin_unit u
    left join admin_unit parent on parent.id = u.parent_id
    where u.level = 'province' and u.scheme = 'gso-2025'`.execute(db);
  return new Map(rows.map((unit) => [slugify(unit.name), unit]));
}
