import { type AddressPart, foldName, parseAddress } from '#modules/places/index.ts';
import { cell, cells, type Row, type StarterData } from './data.ts';
import { add, type Fields } from './statements.ts';

/** Codes of provinces by name, of today and before 1 July 2025. */
export interface ProvinceCodes {
  today: ReadonlyMap<string, string>;
  old: ReadonlyMap<string, string>;
  /** Names of all, for reading addresses. */
  names: readonly string[];
  /** The old province of today's provinces that only one went into, by code. */
  kept: ReadonlyMap<string, string>;
  /** The old province of the land of today's communes, by code. */
  ofCommune: ReadonlyMap<string, string>;
}

type Lists = Pick<StarterData, 'provinces' | 'oldProvinces' | 'formerProvinces'>;

export function provinceCodes({ provinces, oldProvinces, formerProvinces }: Lists): ProvinceCodes {
  const today = new Map(provinces.map((row) => [foldName(cell(row, 'name_vi')), cell(row, 'code')]));
  const old = new Map(
    oldProvinces.map((row) => [foldName(cell(row, 'province_old')), cell(row, 'old_code')]),
  );
  const names = [
    ...provinces.map((row) => cell(row, 'name_vi')),
    ...oldProvinces.map((row) => cell(row, 'province_old')),
  ];
  const merged = Map.groupBy(oldProvinces, (row) => today.get(foldName(cell(row, 'province_new'))) ?? '');
  const kept = [...merged].flatMap(([code, [first, ...others]]) =>
    first && others.length === 0 ? [[code, cell(first, 'old_code')] as const] : [],
  );
  const ofCommune = new Map(formerProvinces.map((row) => [cell(row, 'code'), cell(row, 'old_code')]));
  return { today, old, names, kept: new Map(kept), ofCommune };
}

export interface GivenPlace {
  /** Address as the source prints it; empty when there is none. */
  verbatim: string;
  row: Row;
  /** Column of today's provinces. */
  column?: string;
  point: Row | undefined;
  codes: ProvinceCodes;
}

/** Where the thing is: the words of the source, today's units and those before 1 July 2025. */
export function addPlace(
  fields: Fields,
  { verbatim, row, column = 'province_new', point, codes }: GivenPlace,
): void {
  const units = cells(row, column).flatMap((name) => codes.today.get(foldName(name)) ?? []);
  const commune = cell(point, 'commune_code');
  const stated = cells(row, 'province_old').flatMap((name) => codes.old.get(foldName(name)) ?? []);
  const historic =
    [stated, oldProvincesIn(verbatim, codes), onlyPossible(units, commune, codes)].find(
      (found) => found.length > 0,
    ) ?? [];
  const value = {
    ...(verbatim === '' ? {} : { verbatim }),
    ...(units.length === 0 ? {} : { units: commune === '' ? units : [...units, commune] }),
    ...(historic.length === 0 ? {} : { historicUnits: historic }),
  };
  if (Object.keys(value).length > 0)
    add(fields, 'place', { value, source: [cell(row, 'source')].filter(Boolean) });
}

/** What the units of today leave no choice about: the commune's land, or a province that took in no other. */
function onlyPossible(
  units: readonly string[],
  commune: string,
  { kept, ofCommune }: ProvinceCodes,
): string[] {
  const byCommune = ofCommune.get(commune);
  return byCommune === undefined ? units.flatMap((unit) => kept.get(unit) ?? []) : [byCommune];
}

/**
 * The provinces of before 1 July 2025 that an address means: one whose name is no longer a province's, or any that
 * stands beside a district, since there have been none after that day.
 */
export function oldProvincesIn(address: string, codes: ProvinceCodes): string[] {
  const parts = parseAddress(address, { provinces: codes.names }).filter((part) => part.era !== 'present');
  const hasDistrict = parts.some((part) => part.level === 'district');
  const found = parts
    .filter((part) => part.level === 'province')
    .flatMap((part) => oldCode(part, hasDistrict, codes));
  return [...new Set(found)];
}

function oldCode({ name, type }: AddressPart, hasDistrict: boolean, { today, old }: ProvinceCodes): string[] {
  const folded = foldName(name === 'HCM' ? 'Hồ Chí Minh' : name);
  // "thành phố Huế" is what Thừa Thiên Huế has been called since 1 January 2025.
  const code =
    old.get(folded) ??
    (folded === 'hue' && type === 'thành phố' && hasDistrict ? old.get('thua thien hue') : undefined);
  const gone = code !== undefined && !today.has(folded);
  return code !== undefined && (gone || hasDistrict) ? [code] : [];
}
