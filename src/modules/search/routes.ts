import Type, { type TSchema } from 'typebox';
import { KINDS } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type HttpServer, jsonAnswer, languageOf, meaning, operation, refuse } from '#platform/http/index.ts';
import { FACET_FIELDS, FILTER_KEYS } from './fields.ts';
import { type SearchAnswer, search } from './search.ts';
import { LARGEST_PAGE, PAGE_SIZE, parseSearchQuery, type QueryParameters, SORTS } from './search-query.ts';

const LOCALIZED = Type.Object({ vi: Type.Optional(Type.String()), en: Type.Optional(Type.String()) });
const TERM = Type.Object({ code: Type.String(), label: LOCALIZED });

const ITEM = Type.Object({
  pid: Type.String(),
  kind: Type.Enum(KINDS),
  title: Type.Object({
    vi: Type.String(),
    en: Type.Optional(Type.String()),
    han: Type.Optional(Type.String()),
  }),
  summary: Type.Optional(LOCALIZED),
  types: Type.Array(TERM),
  lists: Type.Array(TERM),
  rank: Type.String(),
  place: Type.Optional(LOCALIZED),
  date: Type.Optional(LOCALIZED),
  holder: Type.Optional(LOCALIZED),
  verification: Type.Enum(['unconfirmed', 'confirmed'] as const),
  point: Type.Optional(
    Type.Array(Type.Number(), {
      minItems: 2,
      maxItems: 2,
      description: 'Latitude, longitude; public precision only',
    }),
  ),
});

const FACETS = Type.Record(
  Type.String(),
  Type.Array(
    Type.Object({
      value: Type.String(),
      label: Type.String(),
      count: Type.Integer(),
      selected: Type.Boolean(),
    }),
  ),
  { description: 'Counts by facet, in the order of its values; those of a facet ignore its own choice' },
);

const ANSWER = Type.Object({
  total: Type.Integer(),
  totalIsExact: Type.Boolean({
    description: 'False beyond 20,000 results unless exact=1: numbers are then estimates',
  }),
  position: Type.Integer({ description: 'Number of the first item, from 1' }),
  items: Type.Array(ITEM),
  facets: FACETS,
  interpretation: Type.Optional(
    Type.Object(
      { kind: Type.Enum(['keystrokes', 'spelling'] as const), text: Type.String() },
      { description: 'What the words were taken for, where that is not what was typed' },
    ),
  ),
  placeHints: Type.Array(
    Type.Object({
      key: Type.Literal('place'),
      value: Type.String(),
      label: Type.String(),
      former: Type.Boolean(),
    }),
    { description: 'Places named in the query, offered as filters' },
  ),
  next: Type.Optional(Type.String({ description: 'Opaque; give it as `after` to get the next page' })),
  previous: Type.Optional(Type.String({ description: 'Opaque; give it as `before` to get the page before' })),
});

type Words = { vi: string; en: string };

const KEYS: Readonly<Record<string, Words>> = {
  q: {
    vi: 'từ cần tìm, có dấu hoặc không; "cụm từ", -loại trừ',
    en: 'words, with or without marks; "phrase", -exclude',
  },
  from: {
    vi: 'từ năm hoặc ngày, như 1460, -0199, 2012-10-01',
    en: 'from this year or day, such as 1460, -0199, 2012-10-01',
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
 * The parameters for the documentation. They stay open here: the parser of the module refuses by the same closed list,
 * with better messages than a schema can give.
 */
export const SEARCH_PARAMETERS = Type.Object(
  Object.fromEntries([
    ...Object.entries(KEYS).map(([key, { vi, en }]): [string, TSchema] => [
      key,
      Type.Optional(
        Type.Unsafe<string>(meaning(vi, en, key === 'q' ? { examples: ['trong dong ngoc lu'] } : {})),
      ),
    ]),
    ...FILTER_KEYS.map((key): [string, TSchema] => {
      const { vi, en } = filterWords(key);
      return [key, Type.Optional(Type.Unsafe<string | string[]>(meaning(vi, en)))];
    }),
  ]),
);

/** Finding records. */
export function registerSearchRoutes(server: HttpServer, { db }: { db: Db }): void {
  const words = {
    id: 'search',
    tag: 'search',
    summary: { vi: 'Tìm hồ sơ', en: 'Search records' },
    detail: {
      vi: 'Không dấu, Telex, VNI, sai một chữ, tên địa phương cũ và mới đều tìm được. Bộ lọc có thể cho nhiều lần.',
      en: 'Works without marks, in Telex or VNI, with one typing error, and with place names old and new. Filters may be repeated.',
    },
  };
  const schema = {
    querystring: SEARCH_PARAMETERS,
    ...operation(words, { 200: jsonAnswer('A page of results', ANSWER) }),
  };
  server.get('/api/v1/search', { schema }, async (request, reply) => {
    const lang = languageOf(request);
    const parsed = parseSearchQuery(request.query as QueryParameters, { lang, mistakes: 'refuse' });
    if (parsed.kind === 'invalid') return refuse(request, reply, parsed);
    const answer = await search(db, request.reader, parsed.query);
    return reply
      .headers({ 'content-language': lang, vary: 'Accept-Language, Authorization' })
      .send(presentAnswer(answer));
  });
}

/** Facets by name, as filters are given. */
function presentAnswer({ facets, ...answer }: SearchAnswer) {
  return { ...answer, facets: Object.fromEntries(facets.map(({ name, values }) => [name, values])) };
}
