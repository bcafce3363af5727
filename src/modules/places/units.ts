import { formerUnits, type MergedUnit } from './former-units.ts';
import type { AdminUnit, AdminUnits, Succession, UnitTypePeriod } from './unit.ts';
import { oldProvinceKey, provinceKey, REFORM_DAY } from './unit.ts';

/** A row of one of the lists, by column. */
export type UnitRow = Readonly<Record<string, string>>;

/** The lists of the starter data that describe units; the two of points may be empty. */
export interface AdminUnitRows {
  provinces: readonly UnitRow[];
  oldProvinces: readonly UnitRow[];
  provinceTypes: readonly UnitRow[];
  communes: readonly UnitRow[];
  /** `code`, `old_code`: the old province of a commune's land. */
  formerProvinces: readonly UnitRow[];
  provincePoints: readonly UnitRow[];
  communePoints: readonly UnitRow[];
  /** Districts found in addresses. */
  districts: readonly AdminUnit[];
}

const MERGER = 'Nghị quyết 202/2025/QH15';

// The source names them after their foreign claims; the State's English names are these.
const ENGLISH_NAMES: Readonly<Record<string, string>> = { '20333': 'Hoang Sa', '22736': 'Truong Sa' };

const cell = (row: UnitRow | undefined, column: string): string => row?.[column] ?? '';
const orNull = (text: string): string | null => (text === '' ? null : text);
const byCode = (rows: readonly UnitRow[]) => new Map(rows.map((row) => [cell(row, 'code'), row]));

/** All units, their types over time and who followed whom, ready to be loaded. */
export function adminUnits(rows: AdminUnitRows): AdminUnits {
  const types = provinceTypes(rows.provinceTypes);
  const today = [...provincesOf(rows, types), ...communesOf(rows)];
  const former = formerUnits(mergedUnits(rows));
  const old = oldProvincesOf(rows, types);
  const noted = today.map((unit) => withNote(unit, former.remainders.get(unit.key)));
  const units = new Map(
    [...old, ...noted, ...rows.districts, ...former.units].map((unit) => [unit.key, unit]),
  );
  return {
    // Parents before children: provinces, districts, communes.
    units: [...units.values()].toSorted((a, b) => rank(a) - rank(b)),
    types,
    successions: [...provinceSuccessions(rows), ...former.successions],
  };
}

const rank = ({ level }: AdminUnit): number => ['province', 'district', 'commune'].indexOf(level);

function withNote(unit: AdminUnit, remainders: readonly string[] | undefined): AdminUnit {
  return remainders === undefined ? unit : { ...unit, note: `Gồm cả: ${remainders.join(', ')}` };
}

function provinceTypes(rows: readonly UnitRow[]): UnitTypePeriod[] {
  return rows.map((row) => ({
    unit: `${cell(row, 'scheme')}:${cell(row, 'code')}`,
    type: cell(row, 'type'),
    fullName: cell(row, 'full_name_vi'),
    from: orNull(cell(row, 'valid_from')),
    to: orNull(cell(row, 'valid_to')),
    legalBasis: cell(row, 'legal_basis'),
  }));
}

interface Described {
  row: UnitRow;
  key: string;
  level: AdminUnit['level'];
  parent: string | null;
  point: UnitRow | undefined;
}

function describeUnit({ row, key, level, parent, point }: Described): AdminUnit {
  const code = cell(row, 'code');
  const population = cell(row, 'population');
  return {
    key,
    scheme: 'gso-2025',
    code,
    level,
    type: cell(row, 'kind'),
    name: cell(row, 'name_vi'),
    fullName: cell(row, 'full_name_vi'),
    nameEn: ENGLISH_NAMES[code] ?? cell(row, 'name_en'),
    from: REFORM_DAY,
    to: null,
    parent,
    lat: point ? Number(cell(point, 'lat')) : null,
    lon: point ? Number(cell(point, 'lon')) : null,
    area: orNull(cell(row, 'area_km2')),
    population: population === '' ? null : Number(population),
    note: orNull(cell(row, 'note')),
    source: cell(row, 'source'),
  };
}

function provincesOf(
  { provinces, provincePoints }: AdminUnitRows,
  types: readonly UnitTypePeriod[],
): AdminUnit[] {
  const points = byCode(provincePoints);
  return provinces.map((row) => {
    const code = cell(row, 'code');
    const unit = describeUnit({
      row,
      key: provinceKey(code),
      level: 'province',
      parent: null,
      point: points.get(code),
    });
    const latest = latestType(types, unit.key);
    return latest ? { ...unit, type: latest.type, fullName: latest.fullName } : unit;
  });
}

function latestType(types: readonly UnitTypePeriod[], unit: string): UnitTypePeriod | undefined {
  return types
    .filter((period) => period.unit === unit)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    .at(-1);
}

function communesOf({ communes, communePoints }: AdminUnitRows): AdminUnit[] {
  const points = byCode(communePoints);
  return communes.map((row) => {
    const code = cell(row, 'code');
    const parent = provinceKey(cell(row, 'province_code'));
    return describeUnit({ row, key: `gso-2025:${code}`, level: 'commune', parent, point: points.get(code) });
  });
}

function oldProvincesOf(
  { oldProvinces, provinces }: AdminUnitRows,
  types: readonly UnitTypePeriod[],
): AdminUnit[] {
  const english = new Map(provinces.map((row) => [cell(row, 'name_vi'), cell(row, 'name_en')]));
  return oldProvinces.map((row) => {
    const name = cell(row, 'province_old');
    const key = oldProvinceKey(cell(row, 'old_code'));
    const latest = latestType(types, key);
    return {
      key,
      scheme: 'gso-2024',
      code: cell(row, 'old_code'),
      level: 'province',
      type: latest?.type ?? 'tỉnh',
      name,
      fullName: latest?.fullName ?? `Tỉnh ${name}`,
      nameEn: english.get(name) ?? null,
      from: null,
      to: REFORM_DAY,
      parent: null,
      lat: null,
      lon: null,
      area: null,
      population: null,
      note: null,
      source: cell(row, 'source'),
    };
  });
}

function provinceSuccessions({ oldProvinces, provinces }: AdminUnitRows): Succession[] {
  const codes = new Map(provinces.map((row) => [cell(row, 'name_vi'), cell(row, 'code')]));
  return oldProvinces.map((row) => ({
    predecessor: oldProvinceKey(cell(row, 'old_code')),
    successor: provinceKey(codes.get(cell(row, 'province_new')) ?? ''),
    date: REFORM_DAY,
    extent: 'whole',
    verbatim: null,
    legalBasis: MERGER,
  }));
}

function mergedUnits({ communes, formerProvinces }: AdminUnitRows): MergedUnit[] {
  const old = new Map(formerProvinces.map((row) => [cell(row, 'code'), cell(row, 'old_code')]));
  return communes.map((row) => ({
    key: `gso-2025:${cell(row, 'code')}`,
    type: cell(row, 'kind'),
    name: cell(row, 'name_vi'),
    provinceCode: cell(row, 'province_code'),
    oldProvinceCode: old.get(cell(row, 'code')),
    mergedFrom: cell(row, 'merged_from'),
    source: cell(row, 'source'),
  }));
}
