import { type AddressedUnit, addressedUnits, oldProvinceKey, type Unit } from '#modules/places/index.ts';
import {
  fieldMap,
  fieldStatements,
  type RecordBody,
  type RecordStandard,
  type Values,
} from '#modules/standards/index.ts';
import type { PageContext } from '../page-context.ts';
import { placeAddress } from '../place/place-names.ts';
import type { UnitName } from './frame.ts';

export interface UnitNames {
  units: ReadonlyMap<string, UnitName>;
  formerUnits: ReadonlyMap<string, UnitName>;
}

/** Keys of today's units, provinces and communes alike. */
const unitKey = (code: string): string => `gso-2025:${code}`;

/** The names of all administrative units that a record's places mention. */
export async function unitNames(
  { portal, lang }: PageContext,
  standard: RecordStandard,
  body: RecordBody,
): Promise<UnitNames> {
  const places = placesOf(standard, body);
  const now = places.flatMap((place) => place.units ?? []);
  const before = places.flatMap((place) => place.historicUnits ?? []);
  if (now.length + before.length === 0) return { units: new Map(), formerUnits: new Map() };
  const found = await addressedUnits(portal.source.db, [...now.map(unitKey), ...before.map(oldProvinceKey)]);
  const named = (scheme: Unit['scheme']) =>
    new Map(
      found
        .filter((unit) => unit.scheme === scheme)
        .map((unit) => [unit.code ?? unit.key, unitName(unit, lang)]),
    );
  return { units: named('gso-2025'), formerUnits: named('gso-2024') };
}

function placesOf(standard: RecordStandard, body: RecordBody): Values['place'][] {
  return [...fieldMap(standard).values()]
    .filter((field) => field.datatype === 'place')
    .flatMap((field) => fieldStatements(body, field.id))
    .flatMap(({ value }) => (value === undefined ? [] : [value as Values['place']]));
}

function unitName(unit: AddressedUnit, lang: 'vi' | 'en'): UnitName {
  const { lat, lon } = unit;
  return {
    code: unit.code ?? unit.key,
    name: lang === 'en' && unit.nameEn !== null ? unit.nameEn : unit.fullName,
    isProvince: unit.level === 'province',
    href: placeAddress(lang, unit),
    ...(lat === null || lon === null ? {} : { point: { lat, lon } }),
  };
}
