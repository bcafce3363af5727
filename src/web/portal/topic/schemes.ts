import type { Lang } from '#platform/i18n/index.ts';

/** A thesaurus or code list whose terms have pages, with the filter of the search that its terms are values of. */
export interface SchemeDeclaration {
  id: string;
  source: 'vocabulary' | 'code-list';
  /** Field of the index and query key (modules/search, fields.ts). */
  field: string;
  key: string;
  segment: Record<Lang, string>;
}

/** In the order of the index page. */
export const SCHEMES: readonly SchemeDeclaration[] = [
  {
    id: 'periods',
    source: 'vocabulary',
    field: 'period',
    key: 'period',
    segment: { vi: 'thoi-ky', en: 'periods' },
  },
  {
    id: 'ethnic-groups',
    source: 'vocabulary',
    field: 'community',
    key: 'community',
    segment: { vi: 'dan-toc', en: 'ethnic-groups' },
  },
  {
    id: 'monument-type',
    source: 'code-list',
    field: 'type',
    key: 'type',
    segment: { vi: 'loai-hinh-di-tich', en: 'monument-types' },
  },
  {
    id: 'ich-type',
    source: 'code-list',
    field: 'type',
    key: 'type',
    segment: { vi: 'loai-hinh-phi-vat-the', en: 'intangible-types' },
  },
  {
    id: 'object-types',
    source: 'vocabulary',
    field: 'type',
    key: 'type',
    segment: { vi: 'loai-hien-vat', en: 'object-types' },
  },
  {
    id: 'materials',
    source: 'vocabulary',
    field: 'material',
    key: 'material',
    segment: { vi: 'chat-lieu', en: 'materials' },
  },
  {
    id: 'techniques',
    source: 'vocabulary',
    field: 'material',
    key: 'material',
    segment: { vi: 'ky-thuat', en: 'techniques' },
  },
];
