import { describe, expect, it } from 'vitest';
import type { AddressedUnit } from '#modules/places/index.ts';
import { LANGUAGES } from '#platform/i18n/index.ts';
import {
  barePlaceName,
  fullPlaceName,
  pageOfUnit,
  placeAddress,
  shortPlaceName,
  typeName,
} from './place-names.ts';
import {
  communeStatement,
  formerStatement,
  placeListStatement,
  provinceStatement,
} from './structured-data.ts';
import type { CommuneView, FormerView, PlaceIndexView } from './view.ts';

const daNang: AddressedUnit = {
  key: 'gso-2025:48',
  scheme: 'gso-2025',
  code: '48',
  level: 'province',
  type: 'thành phố',
  name: 'Đà Nẵng',
  fullName: 'Thành phố Đà Nẵng',
  nameEn: 'Da Nang',
  from: null,
  to: null,
  parent: null,
  lat: 16.05,
  lon: 108.2,
  slug: 'da-nang',
  parentSlug: null,
};
const hoiAn: AddressedUnit = {
  ...daNang,
  key: 'gso-2025:20410',
  code: '20410',
  level: 'commune',
  type: 'phường',
  name: 'Hội An',
  fullName: 'Phường Hội An',
  nameEn: null,
  slug: 'hoi-an',
  parentSlug: 'da-nang',
};
const quangNam: AddressedUnit = {
  ...daNang,
  scheme: 'gso-2024',
  code: '49',
  type: 'tỉnh',
  name: 'Quảng Nam',
  fullName: 'Tỉnh Quảng Nam',
  nameEn: 'Quang Nam',
  slug: 'quang-nam',
  lat: null,
  lon: null,
};

describe('addresses of places', () => {
  it.each([
    [daNang, '/vi/dia-phuong/da-nang', '/en/places/da-nang'],
    [hoiAn, '/vi/dia-phuong/da-nang/hoi-an', '/en/places/da-nang/hoi-an'],
    [quangNam, '/vi/dia-phuong/cu/quang-nam', '/en/places/former/quang-nam'],
  ])('are those of level and time', (unit, vi, en) => {
    expect(LANGUAGES.map((lang) => placeAddress(lang, unit))).toEqual([vi, en]);
    expect(pageOfUnit('vi', unit)).toBe(vi);
  });

  it('are none for what is known by name only', () => {
    expect(pageOfUnit('vi', { ...hoiAn, scheme: 'named' })).toBeUndefined();
    expect(pageOfUnit('en', undefined)).toBeUndefined();
  });
});

describe('names of places', () => {
  it('are full, bare or within a sentence, in both languages', () => {
    expect(LANGUAGES.map((lang) => fullPlaceName(daNang, lang))).toEqual([
      'Thành phố Đà Nẵng',
      'Da Nang city',
    ]);
    expect(LANGUAGES.map((lang) => barePlaceName(daNang, lang))).toEqual(['Đà Nẵng', 'Da Nang']);
    expect(LANGUAGES.map((lang) => shortPlaceName(daNang, lang))).toEqual(['TP. Đà Nẵng', 'Da Nang']);
    expect(shortPlaceName(quangNam, 'vi')).toBe('tỉnh Quảng Nam');
  });

  it('stay Vietnamese where no English name is known', () => {
    expect(fullPlaceName(hoiAn, 'en')).toBe('Hội An ward');
    expect(barePlaceName(hoiAn, 'en')).toBe('Hội An');
    expect(typeName('tổng', 'en')).toBe('tổng');
  });
});

const within = { origin: 'https://x.vn', url: '/vi/dia-phuong/da-nang' };
// Statements read no more than this of a view.
const view = { lang: 'vi', unit: daNang, title: 'Thành phố Đà Nẵng' } as CommuneView;

describe('what machines are told of a place', () => {
  it('has code, point and country', () => {
    expect(provinceStatement(view, within)).toMatchObject({
      '@id': 'https://x.vn/vi/dia-phuong/da-nang',
      identifier: '48',
      alternateName: ['Đà Nẵng', 'Da Nang'],
      geo: { latitude: 16.05, longitude: 108.2 },
      containedInPlace: { '@type': 'Country', identifier: 'VN' },
    });
  });

  it('keeps a point on the equator or meridian, and makes up none', () => {
    const at = (lat: number | null, lon: number | null) =>
      provinceStatement({ ...view, unit: { ...daNang, lat, lon } }, within);
    expect(at(0, 0)).toHaveProperty('geo.latitude', 0);
    expect(at(null, 108)).not.toHaveProperty('geo');
  });

  it('says a name once', () => {
    const unit = { ...daNang, nameEn: 'Đà Nẵng' };
    expect(provinceStatement({ ...view, unit }, within)).toHaveProperty('alternateName', ['Đà Nẵng']);
  });

  it('puts a commune in its province and a former province in its successor', () => {
    const area = { '@id': 'https://x.vn/en/places/da-nang', name: 'Thành phố Đà Nẵng' };
    const commune = { ...view, lang: 'en', unit: hoiAn, province: daNang } as CommuneView;
    expect(communeStatement(commune, within)).toMatchObject({ containedInPlace: area });
    const former = {
      lang: 'en',
      unit: quangNam,
      title: 'Quang Nam (former)',
      successor: daNang,
    } as FormerView;
    expect(formerStatement(former, within)).toMatchObject({
      name: 'Tỉnh Quảng Nam',
      isPartOf: area,
      containedInPlace: area,
    });
  });

  it('numbers the list from one', () => {
    const rows = ['a', 'b'].map((name) => ({ name, href: `/vi/dia-phuong/${name}` }));
    const statement = placeListStatement({ lang: 'vi', rows } as PlaceIndexView, within);
    expect(statement).toMatchObject({
      mainEntity: {
        numberOfItems: 2,
        itemListElement: [{ position: 1 }, { position: 2, url: 'https://x.vn/vi/dia-phuong/b' }],
      },
    });
  });
});
