import type { Statement } from '#modules/standards/index.ts';
import type { FormerProvince, Gazetteer, SourceUnit } from './source.ts';
import { stringsOf } from './structured-value.ts';

/** Where a record is, in today's units and in those before 1 July 2025. */
export interface PlaceView {
  provinces: SourceUnit[];
  communes: SourceUnit[];
  /** As the record states them; else every one that its place may have lain in. */
  formerProvinces: FormerProvince[];
}

/** Codes of the units that statements of place name; the gazetteer is read for them. */
export function placeCodes(statements: readonly Statement[]): { units: string[]; formerProvinces: string[] } {
  return {
    units: statements.flatMap(({ value }) => stringsOf(value, 'units')),
    formerProvinces: statements.flatMap(({ value }) => stringsOf(value, 'historicUnits')),
  };
}

/**
 * Each side is completed from the other, so that an old name finds a record with a new address and the other way
 * round: a commune tells its former province exactly, a province all that went into it.
 */
export function placeView(statements: readonly Statement[], gazetteer: Gazetteer): PlaceView {
  const stated = placeCodes(statements);
  const statedFormer = known(stated.formerProvinces, gazetteer.formerProvinces);
  const units = known(stated.units, gazetteer.units);
  const communes = units.filter((unit) => unit.level === 'commune');
  const provinceCodes =
    units.length > 0
      ? units.map((unit) => unit.province)
      : statedFormer.flatMap((province) => province.successors);
  const provinces = known(provinceCodes, gazetteer.units);
  const formerCodes = provinces.flatMap((province) => {
    const inside = communes.filter((commune) => commune.province === province.code);
    return (inside.length > 0 ? inside : [province]).flatMap((unit) => unit.formerProvinces);
  });
  return {
    provinces,
    communes,
    formerProvinces: statedFormer.length > 0 ? statedFormer : known(formerCodes, gazetteer.formerProvinces),
  };
}

function known<T>(codes: readonly string[], units: ReadonlyMap<string, T>): T[] {
  return [...new Set(codes)].flatMap((code) => units.get(code) ?? []);
}
