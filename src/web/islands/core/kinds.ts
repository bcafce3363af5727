/**
 * Heading of each kind in the list of suggestions and the path of its pages: `label|path`. The same words as in the
 * code list and the addresses of the server; a test compares them.
 */
const VI: Record<string, string> = {
  monument: 'Di tích|di-tich',
  artefact: 'Hiện vật|hien-vat',
  intangible: 'Di sản phi vật thể|phi-vat-the',
  documentary: 'Di sản tư liệu|tu-lieu',
  museum: 'Bảo tàng|bao-tang',
  agent: 'Nhân vật, tổ chức|nhan-vat-to-chuc',
  place: 'Địa điểm|dia-diem',
  event: 'Sự kiện|su-kien',
  collection: 'Sưu tập|suu-tap',
  source: 'Nguồn|nguon',
};

const EN: Record<string, string> = {
  monument: 'Monument|monuments',
  artefact: 'Artefact|artefacts',
  intangible: 'Intangible heritage|intangible',
  documentary: 'Documentary heritage|documents',
  museum: 'Museum|museums',
  agent: 'Person or organisation|agents',
  place: 'Place|sites',
  event: 'Event|events',
  collection: 'Collection|collections',
  source: 'Source|sources',
};

export type PageLang = 'vi' | 'en';

export function kindWords(kind: string, lang: PageLang): { label: string; path: string } {
  const [label = kind, path = kind] = ((lang === 'en' ? EN : VI)[kind] ?? '').split('|');
  return { label, path };
}
