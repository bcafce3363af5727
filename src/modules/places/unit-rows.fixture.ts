import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type AdminUnitRows, adminUnits, type UnitRow } from './units.ts';

const rows = (file: string): UnitRow[] => parse(readFileSync(`data/${file}`), { columns: true });

export const unitRows: AdminUnitRows = {
  provinces: rows('facts/provinces.csv'),
  oldProvinces: rows('facts/province_mapping_63_to_34.csv'),
  provinceTypes: rows('facts/province_types.csv'),
  communes: rows('facts/communes.csv'),
  formerProvinces: rows('facts/commune_former_provinces.csv'),
  provincePoints: rows('coordinates/provinces.csv'),
  communePoints: rows('coordinates/communes.csv'),
  districts: [],
};

/** All units of the shipped data. */
export const units = adminUnits(unitRows);
