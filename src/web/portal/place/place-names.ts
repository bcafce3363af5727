import type { AddressedUnit, Unit } from '#modules/places/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';

/** Segment before the names of provinces until 30 June 2025. */
const FORMER: Record<Lang, string> = { vi: 'cu', en: 'former' };

export const formerPlaces = (lang: Lang): string => `${ADDRESSES.places[lang]}/${FORMER[lang]}`;

type Placed = Pick<AddressedUnit, 'scheme' | 'level' | 'slug' | 'parentSlug'>;

/** The page of a unit, where it has one: units known by name only have none. */
export function pageOfUnit(lang: Lang, unit: Placed | undefined): string | undefined {
  return unit === undefined || unit.scheme === 'named' ? undefined : placeAddress(lang, unit);
}

/** The page of a province, of today or before, or of a commune of today. */
export function placeAddress(lang: Lang, { scheme, level, slug, parentSlug }: Placed): string {
  if (scheme === 'gso-2024') return `${formerPlaces(lang)}/${slug}`;
  const path = level === 'commune' ? `${parentSlug}/${slug}` : slug;
  return `${ADDRESSES.places[lang]}/${path}`;
}

/** Terms of the English version of Luật 72/2025/QH15 and of the statistics office. */
const TYPES_EN: Readonly<Record<string, string>> = {
  tỉnh: 'province',
  'thành phố': 'city',
  phường: 'ward',
  xã: 'commune',
  'thị trấn': 'township',
  'đặc khu': 'special zone',
  huyện: 'district',
  quận: 'urban district',
  'thị xã': 'town',
};

export function typeName(type: string, lang: Lang): string {
  return lang === 'en' ? (TYPES_EN[type] ?? type) : type;
}

type Named = Pick<Unit, 'type' | 'name' | 'nameEn' | 'fullName'>;

/** "Thành phố Đà Nẵng", "Da Nang city". */
export function fullPlaceName({ type, name, nameEn, fullName }: Named, lang: Lang): string {
  return lang === 'en' ? `${nameEn ?? name} ${typeName(type, lang)}` : fullName;
}

/** "Đà Nẵng", "Da Nang". */
export function barePlaceName({ name, nameEn }: Pick<Unit, 'name' | 'nameEn'>, lang: Lang): string {
  return lang === 'en' ? (nameEn ?? name) : name;
}

/** As within a sentence: "TP. Đà Nẵng", "tỉnh Quảng Nam", "Da Nang". */
export function shortPlaceName(
  { type, name, nameEn }: Pick<Unit, 'type' | 'name' | 'nameEn'>,
  lang: Lang,
): string {
  if (lang === 'en') return nameEn ?? name;
  return type === 'thành phố' ? `TP. ${name}` : `${type} ${name}`;
}
