import type { Lang } from '#platform/i18n/index.ts';

/** Every page's address in both languages (ux.md G1: lower-case ASCII, no slash at the end). */
export const ADDRESSES = {
  home: { vi: '/vi', en: '/en' },
  search: { vi: '/vi/tim-kiem', en: '/en/search' },
  standards: { vi: '/vi/tieu-chuan', en: '/en/standards' },
  vocabularies: { vi: '/vi/tu-vung', en: '/en/vocabularies' },
  codeLists: { vi: '/vi/danh-muc', en: '/en/code-lists' },
  places: { vi: '/vi/dia-phuong', en: '/en/places' },
  topics: { vi: '/vi/chu-de', en: '/en/topics' },
  festivals: { vi: '/vi/le-hoi', en: '/en/festivals' },
  openData: { vi: '/vi/du-lieu-mo', en: '/en/open-data' },
  progress: { vi: '/vi/tien-do', en: '/en/progress' },
  decisions: { vi: '/vi/quyet-dinh', en: '/en/decisions' },
  versions: { vi: '/vi/phien-ban', en: '/en/versions' },
  about: { vi: '/vi/gioi-thieu', en: '/en/about' },
  accessibility: { vi: '/vi/tro-nang', en: '/en/accessibility' },
  terms: { vi: '/vi/dieu-khoan', en: '/en/terms' },
  contact: { vi: '/vi/lien-he', en: '/en/contact' },
  siteMap: { vi: '/vi/so-do', en: '/en/site-map' },
  contribute: { vi: '/vi/gop-y', en: '/en/contribute' },
  display: { vi: '/vi/hien-thi', en: '/en/display' },
} as const satisfies Record<string, Record<Lang, string>>;

export type PageName = keyof typeof ADDRESSES;

/** Path segment of the record pages of each kind (ux.md P3, §5). */
export const KIND_SEGMENTS: Record<string, Record<Lang, string>> = {
  monument: { vi: 'di-tich', en: 'monuments' },
  artefact: { vi: 'hien-vat', en: 'artefacts' },
  intangible: { vi: 'phi-vat-the', en: 'intangible' },
  documentary: { vi: 'tu-lieu', en: 'documents' },
  museum: { vi: 'bao-tang', en: 'museums' },
  agent: { vi: 'nhan-vat-to-chuc', en: 'agents' },
  place: { vi: 'dia-diem', en: 'sites' },
  event: { vi: 'su-kien', en: 'events' },
  collection: { vi: 'suu-tap', en: 'collections' },
  source: { vi: 'nguon', en: 'sources' },
};

/** Address of a record's page; the slug is decoration and may be empty. */
export function recordAddress(lang: Lang, kind: string, pid: string, slug: string): string {
  const base = `/${lang}/${KIND_SEGMENTS[kind]?.[lang] ?? kind}/${pid}`;
  return slug === '' ? base : `${base}/${slug}`;
}

/** The same page in the other language: known pages by table, others by the caller. */
export function addressIn(lang: Lang, page: PageName, query = ''): string {
  return ADDRESSES[page][lang] + query;
}
