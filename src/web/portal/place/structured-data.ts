import { placeAddress } from './place-names.ts';
import type { CommuneView, FormerView, PlaceIndexView, PlaceView } from './view.ts';

const COUNTRY = { '@type': 'Country', name: 'Việt Nam', identifier: 'VN' };

interface Within {
  origin: string;
  url: string;
}

/** schema.org AdministrativeArea: names, code and what it lies in. */
export function provinceStatement(view: PlaceView, { origin, url }: Within): object {
  const { lang, unit, title } = view;
  const { lat, lon, nameEn, code, name } = unit;
  return {
    '@context': 'https://schema.org',
    '@type': 'AdministrativeArea',
    '@id': origin + url,
    url: origin + url,
    name: title,
    alternateName: [...new Set([name, ...(nameEn === null ? [] : [nameEn])])],
    identifier: code,
    ...(lat === null || lon === null
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } }),
    containedInPlace: COUNTRY,
    mainEntityOfPage: { '@type': 'CollectionPage', inLanguage: lang, isAccessibleForFree: true },
  };
}

export function communeStatement(view: CommuneView, within: Within): object {
  const { province, lang } = view;
  return {
    ...provinceStatement(view, within),
    containedInPlace: areaOf(province.fullName, within.origin + placeAddress(lang, province)),
  };
}

/** A former province is part of what took it over (ux.md P5). */
export function formerStatement(view: FormerView, within: Within): object {
  const { successor, lang, unit } = view;
  const area = areaOf(successor.fullName, within.origin + placeAddress(lang, successor));
  return {
    ...provinceStatement(view, within),
    name: unit.fullName,
    isPartOf: area,
    containedInPlace: area,
  };
}

const areaOf = (name: string, url: string) => ({
  '@type': 'AdministrativeArea',
  '@id': url,
  name,
  containedInPlace: COUNTRY,
});

export function placeListStatement({ lang, rows }: PlaceIndexView, { origin, url }: Within): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    url: origin + url,
    inLanguage: lang,
    isAccessibleForFree: true,
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: rows.length,
      itemListElement: rows.map(({ name, href }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        url: origin + href,
      })),
    },
  };
}
