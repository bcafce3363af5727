import Type, { type TSchema } from 'typebox';
import { meaning } from '#platform/http/index.ts';
import { FACET_FIELDS, FILTER_KEYS } from './fields.ts';
import { LARGEST_PAGE, PAGE_SIZE, SORTS } from './search-query.ts';

type Words = { vi: string; en: string };

const KEYS: Readonly<Record<string, Words>> = {
  q: {
    vi: 'từ cần tìm, có dấu hoặc không; "cụm từ", -loại trừ',
    en: 'words, with or without marks; "phrase", -exclude',
  },
  from: {
    vi: 'từ năm hoặc ngày, như 1460, -0199, 2012-10-01; unknown: chưa rõ niên đại',
    en: 'from this year or day, such as 1460, -0199, 2012-10-01; unknown: those without a date',
  },
  to: { vi: 'đến năm hoặc ngày', en: 'until this year or day' },
  near: { vi: 'gần vị trí: vĩ độ,kinh độ', en: 'near a position: latitude,longitude' },
  bbox: { vi: 'trong khung: tây,nam,đông,bắc', en: 'within west,south,east,north' },
  sort: { vi: `thứ tự: ${SORTS.join(', ')}`, en: `order: ${SORTS.join(', ')}` },
  view: { vi: 'cách xem của trang; không đổi kết quả', en: 'how pages show it; changes no result' },
  after: { vi: 'giá trị next của trang trước', en: 'the next of the page before' },
  before: { vi: 'giá trị previous của trang sau', en: 'the previous of the page after' },
  limit: {
    vi: `số kết quả mỗi trang, 1–${LARGEST_PAGE}; mặc định ${PAGE_SIZE}`,
    en: `results per page, 1–${LARGEST_PAGE}; ${PAGE_SIZE} unless given`,
  },
  exact: { vi: '1: đếm chính xác dù nhiều kết quả', en: '1: count exactly however many there are' },
};

function filterWords(key: string): Words {
  const fields = FACET_FIELDS.filter((field) => field.key === key);
  const words = (lang: 'vi' | 'en') => fields.map((field) => field.doc[lang]).join(' ');
  return { vi: words('vi'), en: words('en') };
}

/**
 * The parameters of every search for the documentation, without those of `without`. They stay open here: the parser
 * refuses by the same closed list, with better messages than a schema can give.
 */
export function searchParameters(without: readonly string[] = []): Record<string, TSchema> {
  const own = Object.entries(KEYS).map(([key, words]): [string, TSchema] => [key, parameter(key, words)]);
  const filters = FILTER_KEYS.map((key): [string, TSchema] => [key, parameter(key, filterWords(key))]);
  return Object.fromEntries([...own, ...filters].filter(([key]) => !without.includes(key)));
}

function parameter(key: string, { vi, en }: Words): TSchema {
  const example = key === 'q' ? { examples: ['trong dong ngoc lu'] } : {};
  return Type.Optional(Type.Unsafe<string | string[]>(meaning(vi, en, example)));
}
