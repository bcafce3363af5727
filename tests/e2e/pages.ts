/** A page of the portal and the kilobytes its compressed HTML may weigh (ux.md §1A). */
export interface PageSort {
  path?: string;
  /** Instead of a path: a search whose first record is meant. */
  find?: string;
  /** Instead of a path: the address of a list, of which the first page below it is meant. */
  under?: string;
  /** Of the record that is found: its page, its list of versions, or what is left after it was withdrawn. */
  as?: 'record' | 'versions' | 'withdrawn';
  html: number;
  /** Anything but 200. */
  status?: number;
  /** Layout shift where fonts come late; lists in columns are balanced anew by the letters of another font. */
  shift?: number;
}

const HUE = 'Quần thể kiến trúc Cố đô Huế kind:monument';

/** One page of every sort, each in the language of its address; the check follows it to the other language. */
export const PAGES: Record<string, PageSort> = {
  home: { path: '/vi', html: 14 },
  'search, everything': { path: '/vi/tim-kiem', html: 18 },
  'search, grid and facets': { path: '/vi/tim-kiem?q=ch%C3%B9a&kind=monument&place=01&view=grid', html: 18 },
  'search, on the map': { path: '/vi/tim-kiem?view=map', html: 18 },
  'search, nothing': { path: '/vi/tim-kiem?q=kh%C3%B4ngcog%C3%AC&kind=museum', html: 18 },
  'search in time': { path: '/vi/tim-kiem?view=timeline', html: 18 },
  'search in time, by dynasty': { path: '/en/search?view=timeline&by=dynasty&kind=artefact', html: 18 },
  monument: { find: HUE, html: 16 },
  artefact: { find: 'Trống đồng Ngọc Lũ kind:artefact', html: 16 },
  intangible: { find: 'Hội Gióng kind:intangible', html: 16 },
  documentary: { find: 'kind:documentary', html: 16 },
  museum: { find: 'kind:museum', html: 16 },
  agent: { find: 'kind:agent', html: 16 },
  place: { find: 'kind:place', html: 16 },
  'versions of a record': { find: HUE, as: 'versions', html: 16 },
  festivals: { path: '/vi/le-hoi', html: 16 },
  'festivals of a month': { path: '/en/festivals/2027/02?sort=lunar', html: 16 },
  places: { path: '/vi/dia-phuong', html: 14 },
  'place by an old name': { path: '/vi/dia-phuong?q=quang%20nam', html: 14 },
  'province of most communes': { path: '/vi/dia-phuong/ho-chi-minh', html: 14 },
  'province with an archipelago': { path: '/vi/dia-phuong/da-nang', html: 14 },
  commune: { path: '/vi/dia-phuong/da-nang/hoi-an', html: 14 },
  'special zone without a record': { path: '/vi/dia-phuong/da-nang/hoang-sa', html: 14 },
  'former province': { path: '/en/places/former/quang-nam', html: 14 },
  topics: { path: '/vi/chu-de', html: 14 },
  'list of terms': { path: '/vi/chu-de/thoi-ky', html: 14 },
  term: { path: '/en/topics/periods/nguyen-dynasty', html: 14 },
  collections: { path: '/vi/suu-tap', html: 18 },
  'open data': { path: '/vi/du-lieu-mo', html: 16 },
  'data set': { path: '/vi/du-lieu-mo/list-bao-vat-quoc-gia', html: 16 },
  'reference of the API': { path: '/api/v1/docs?lang=vi', html: 16 },
  progress: { path: '/vi/tien-do', html: 20, shift: 0.03 },
  'progress of a target': { path: '/vi/tien-do/muc-tieu/t2a?place=46', html: 20 },
  'progress of a target everywhere': { path: '/vi/tien-do/muc-tieu/t1b', html: 20 },
  'progress of a province': { path: '/vi/tien-do/hue', html: 20 },
  decisions: { path: '/vi/quyet-dinh', html: 16 },
  decision: { under: '/vi/quyet-dinh', html: 16 },
  standards: { path: '/vi/tieu-chuan', html: 16 },
  standard: { path: '/vi/tieu-chuan/di-tich', html: 16 },
  vocabularies: { path: '/vi/tu-vung', html: 16 },
  vocabulary: { path: '/vi/tu-vung/materials', html: 16, shift: 0.2 },
  'code lists': { path: '/vi/danh-muc', html: 16 },
  'code list': { under: '/vi/danh-muc', html: 16 },
  about: { path: '/vi/gioi-thieu', html: 12 },
  accessibility: { path: '/vi/tro-nang', html: 12, shift: 0.03 },
  terms: { path: '/vi/dieu-khoan', html: 12 },
  contact: { path: '/vi/lien-he', html: 12 },
  'site map': { path: '/vi/so-do', html: 12 },
  contribute: { path: '/vi/gop-y', html: 12 },
  display: { path: '/vi/hien-thi', html: 12 },
  'sign-in to the workbench': { path: '/quan-tri/dang-nhap', html: 8 },
  withdrawn: { find: 'kind:agent', as: 'withdrawn', html: 10, status: 410 },
  'not found': { path: '/vi/khong-co-trang-nay', html: 10, status: 404 },
};
