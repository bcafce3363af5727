import {
  type AdminUnit,
  type AdminUnitRows,
  foldName,
  namedUnit,
  oldProvinceKey,
  parseAddress,
} from '#modules/places/index.ts';
import { cell, cells, type Row, type StarterData } from './data.ts';
import { oldProvincesIn, type ProvinceCodes, provinceCodes } from './place.ts';

/** The lists of administrative units in the dataset, with the districts that its addresses name. */
export function unitRows(data: StarterData): AdminUnitRows {
  const { provinces, oldProvinces, provinceTypes, communes, formerProvinces, provincePoints, communePoints } =
    data;
  const lists = {
    provinces,
    oldProvinces,
    provinceTypes,
    communes,
    formerProvinces,
    provincePoints,
    communePoints,
  };
  return { ...lists, districts: districtsIn(data) };
}

function districtsIn(data: StarterData): AdminUnit[] {
  const codes = provinceCodes(data);
  const addresses: [readonly Row[], string][] = [
    [data.nationalMonuments, 'place'],
    [data.intangible, 'place_old'],
    [data.treasures, 'holding_institution'],
  ];
  const found = addresses.flatMap(([rows, column]) =>
    rows.flatMap((row) => districtsOf(row, cell(row, column), codes)),
  );
  return [...new Map(found.map((unit) => [unit.key, unit])).values()];
}

/** Districts are told apart by their province, so an address that leaves the province open names none. */
function districtsOf(row: Row, address: string, codes: ProvinceCodes): AdminUnit[] {
  const stated = cells(row, 'province_old').flatMap((name) => codes.old.get(foldName(name)) ?? []);
  const [province, ...others] = stated.length > 0 ? stated : oldProvincesIn(address, codes);
  if (province === undefined || others.length > 0) return [];
  return parseAddress(address, { provinces: codes.names }).flatMap(({ level, type, name, era }) =>
    level === 'district' && type !== undefined && era !== 'present'
      ? [namedUnit({ type, name, level, parent: oldProvinceKey(province), source: cell(row, 'source') })]
      : [],
  );
}
