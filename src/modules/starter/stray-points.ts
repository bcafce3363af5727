import type { TerritoryMap } from '#formats/geo/index.ts';
import { checkPointInProvince, foldName } from '#modules/places/index.ts';
import { cell, cells, type KeyedRow, type StarterData } from './data.ts';
import { provinceCodes } from './place.ts';

/** A point that lies outside every province its row states; `found` is the code of the one it lies in. */
export interface StrayPoint {
  key: string;
  provinces: string[];
  metres: number;
  found: string | undefined;
}

/** Checks every point of the dataset against the map. */
export function strayPoints(
  data: StarterData,
  map: Pick<TerritoryMap, 'provinces' | 'archipelagos'>,
): StrayPoint[] {
  const { today } = provinceCodes(data);
  const rows = [
    ...data.specialMonuments,
    ...data.nationalMonuments,
    ...data.treasures,
    ...data.museums,
    ...data.unesco,
  ];
  return rows.flatMap((row) => strayPoint(row, { data, today, map }));
}

interface Survey {
  data: StarterData;
  today: ReadonlyMap<string, string>;
  map: Pick<TerritoryMap, 'provinces' | 'archipelagos'>;
}

function strayPoint(row: KeyedRow, { data, today, map }: Survey): StrayPoint[] {
  const given = data.points.get(row.key);
  if (!given || cell(given, 'lat') === '') return [];
  const point = { lat: Number(cell(given, 'lat')), lon: Number(cell(given, 'lon')) };
  const names = cells(row, 'province_new').length > 0 ? cells(row, 'province_new') : cells(row, 'provinces');
  const provinces = names.flatMap((name) => today.get(foldName(name)) ?? []);
  const checks = provinces.map((province) => checkPointInProvince(map, { point, province }));
  const outside = checks.flatMap((check) => (check.kind === 'outside' ? [check] : []));
  if (outside.length < checks.length || checks.length === 0) return [];
  const metres = Math.min(...outside.map((check) => check.metres));
  return [{ key: row.key, provinces, metres, found: outside[0]?.found }];
}
