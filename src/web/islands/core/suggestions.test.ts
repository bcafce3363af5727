import { expect, test } from 'vitest';
import { readGroups } from './suggestions.ts';

test('records lead to their pages, places and terms to the search with that filter', () => {
  const naming = { lang: 'vi', places: 'Địa phương', terms: 'Từ vựng', search: '/vi/tim-kiem' } as const;
  const groups = readGroups(
    [
      { group: 'records', kind: 'artefact', items: [{ pid: 'd1abc', text: 'Trống đồng Ngọc Lũ' }] },
      { group: 'places', items: [{ key: 'place', value: 'former-49', text: 'Quảng Nam', count: 42 }] },
      { group: 'terms', items: [{ key: 'period', value: 'dong-son', text: 'Văn hóa Đông Sơn', count: 24 }] },
    ],
    naming,
  );
  expect(groups).toEqual([
    { label: 'Hiện vật', items: [{ label: 'Trống đồng Ngọc Lũ', href: '/vi/hien-vat/d1abc' }] },
    {
      label: 'Địa phương',
      items: [{ label: 'Quảng Nam', href: '/vi/tim-kiem?place=former-49', note: '42' }],
    },
    {
      label: 'Từ vựng',
      items: [{ label: 'Văn hóa Đông Sơn', href: '/vi/tim-kiem?period=dong-son', note: '24' }],
    },
  ]);
});
