import type { ResultItem, SearchView } from './view.ts';

export const DRUM: ResultItem = {
  href: '/vi/hien-vat/d1abc/trong-dong-ngoc-lu',
  kind: 'artefact',
  kindLabel: 'Hiện vật',
  title: 'Trống đồng Ngọc Lũ',
  otherNames: [{ text: 'Ngoc Lu Bronze Drum', lang: 'en' }],
  summary: { text: 'Mặt trống có ngôi sao 14 cánh.' },
  ranks: ['Bảo vật quốc gia'],
  facts: ['Hà Nội', 'Bảo tàng Lịch sử quốc gia'],
  confirmed: false,
};

/** The second page of results for "trong dong", artefacts only. */
export function aView(changes: Partial<SearchView> = {}): SearchView {
  return {
    state: {
      lang: 'vi',
      pairs: [
        ['q', 'trong dong'],
        ['kind', 'artefact'],
        ['view', 'list'],
        ['after', 'token'],
      ],
    },
    query: 'trong dong',
    view: 'list',
    sort: 'relevance',
    sorts: [
      { value: 'relevance', label: 'Liên quan' },
      { value: 'name', label: 'Tên A–Z' },
    ],
    total: 2140,
    totalIsExact: true,
    position: { first: 25, last: 48 },
    items: [
      DRUM,
      { ...DRUM, href: '/vi/hien-vat/d1xyz/x', kind: 'artefact', confirmed: true, otherNames: [], ranks: [] },
    ],
    facets: [
      {
        name: 'kind',
        key: 'kind',
        label: 'Loại di sản',
        values: [
          { value: 'artefact', label: 'Hiện vật', count: 2140, chosen: true },
          { value: 'monument', label: 'Di tích', count: 12, chosen: false },
        ],
      },
      {
        name: 'period',
        key: 'period',
        label: 'Niên đại',
        values: Array.from({ length: 10 }, (_, index) => ({
          value: `p${index}`,
          label: `Thời ${index}`,
          count: index,
          chosen: false,
        })),
      },
    ],
    chips: [{ label: 'Hiện vật', group: 'Loại di sản', removeHref: '/vi/tim-kiem?q=trong+dong' }],
    placeHints: [],
    waysOut: [],
    previous: 'back',
    next: 'on',
    ...changes,
  };
}
