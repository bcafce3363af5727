import Type from 'typebox';
import type { Db } from '#platform/db/index.ts';
import {
  type HttpServer,
  jsonAnswer,
  meaning,
  operation,
  PAGE_PARAMETERS,
  pageOf,
  query,
  readCursor,
  refuse,
  writeCursor,
} from '#platform/http/index.ts';
import { unitsWithin } from './list-queries.ts';
import { predecessors, provincesOn, resolvePlaceName, successors, unitsByKey } from './queries.ts';

const orNull = (schema: Type.TSchema) => Type.Union([schema, Type.Null()]);
const DATE = { format: 'date' } as const;
const KEY = Type.String(
  meaning('khóa đơn vị, ví dụ gso-2025:48', 'key of the unit, for instance gso-2025:48', {
    minLength: 1,
    maxLength: 400,
  }),
);

const UNIT_PROPERTIES = {
  key: Type.String(),
  scheme: Type.Enum(['gso-2025', 'gso-2024', 'named'] as const),
  code: orNull(Type.String()),
  level: Type.Enum(['province', 'district', 'commune'] as const),
  type: Type.String(),
  name: Type.String(),
  fullName: Type.String(),
  nameEn: orNull(Type.String()),
  from: orNull(Type.String(DATE)),
  to: orNull(Type.String({ ...DATE, description: 'Exclusive' })),
  parent: orNull(Type.String()),
  lat: orNull(Type.Number()),
  lon: orNull(Type.Number()),
};

const UNIT = Type.Object(UNIT_PROPERTIES);
const RELATED = Type.Object({
  ...UNIT_PROPERTIES,
  date: Type.String(DATE),
  extent: Type.Enum(['whole', 'part', 'unstated'] as const),
  verbatim: orNull(Type.String()),
});

/** Administrative units of today and before, and which became which. */
export function registerPlaceRoutes(server: HttpServer, { db, now }: { db: Db; now: () => Date }): void {
  provinces(server, db, now);
  named(server, db);
  read(server, db);
  within(server, db);
}

function provinces(server: HttpServer, db: Db, now: () => Date): void {
  const words = {
    id: 'listProvinces',
    tag: 'places',
    summary: { vi: 'Các tỉnh, thành phố vào một ngày', en: 'The provinces of a day' },
    detail: { vi: '63 đến hết 30-6-2025, 34 từ 1-7-2025.', en: '63 until 30 June 2025, 34 since.' },
  };
  const on = Type.Optional(
    Type.String(
      meaning('NĂM-THÁNG-NGÀY; mặc định hôm nay', 'YEAR-MONTH-DAY; today unless given', { maxLength: 10 }),
    ),
  );
  const schema = {
    querystring: query({ on }),
    ...operation(words, {
      200: jsonAnswer('In Vietnamese order of names', Type.Object({ items: Type.Array(UNIT) })),
    }),
  };
  server.get('/api/v1/places/provinces', { schema }, async (request, reply) => {
    const { on: day = dayInVietnam(now()) } = request.query;
    if (!isDay(day)) return refuse(request, reply, { kind: 'invalid', issues: [noDay(day)] });
    return { items: await provincesOn(db, day) };
  });
}

function named(server: HttpServer, db: Db): void {
  const words = {
    id: 'resolvePlace',
    tag: 'places',
    summary: { vi: 'Đơn vị mang một tên, cũ hoặc mới', en: 'Units that bear a name, of today or before' },
  };
  const name = Type.String(
    meaning('tên, có dấu hoặc không', 'the name, with or without marks', {
      minLength: 1,
      maxLength: 200,
      examples: ['Quảng Nam'],
    }),
  );
  const schema = {
    querystring: query({ name }),
    ...operation(words, {
      200: jsonAnswer('Provinces first, then what still exists', Type.Object({ items: Type.Array(UNIT) })),
    }),
  };
  server.get('/api/v1/places', { schema }, async (request) => ({
    items: await resolvePlaceName(db, request.query.name),
  }));
}

function read(server: HttpServer, db: Db): void {
  const words = {
    id: 'readPlace',
    tag: 'places',
    summary: {
      vi: 'Một đơn vị, trước đó và sau đó là gì',
      en: 'A unit, what it came from and what became of it',
    },
  };
  const shape = Type.Object({
    ...UNIT_PROPERTIES,
    predecessors: Type.Array(RELATED),
    successors: Type.Array(RELATED),
  });
  const schema = {
    params: Type.Object({ key: KEY }),
    querystring: query({}),
    ...operation(words, { 200: jsonAnswer('The unit', shape) }),
  };
  server.get('/api/v1/places/:key', { schema }, async (request, reply) => {
    const { key } = request.params;
    const [unit] = await unitsByKey(db, [key]);
    if (unit === undefined) return refuse(request, reply, { kind: 'not-found' });
    return { ...unit, predecessors: await predecessors(db, key), successors: await successors(db, key) };
  });
}

function within(server: HttpServer, db: Db): void {
  const words = {
    id: 'listUnitsWithin',
    tag: 'places',
    summary: { vi: 'Các đơn vị trực thuộc', en: 'Units within a unit' },
  };
  const schema = {
    params: Type.Object({ key: KEY }),
    querystring: query(PAGE_PARAMETERS),
    ...operation(words, { 200: jsonAnswer('In order of keys', pageOf(UNIT)) }),
  };
  server.get('/api/v1/places/:key/units', { schema }, async (request, reply) => {
    const { after, limit } = request.query;
    const start = after === undefined ? '' : readCursor(Type.String({ maxLength: 400 }), after);
    if (start === undefined || start.includes('\0'))
      return refuse(request, reply, { kind: 'invalid', issues: [WRONG_TOKEN] });
    const { key } = request.params;
    const [unit] = await unitsByKey(db, [key]);
    if (unit === undefined) return refuse(request, reply, { kind: 'not-found' });
    const rows = await unitsWithin(db, key, { after: start, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: writeCursor(last.key) } : { items };
  });
}

/** The calendar day in Việt Nam (UTC+7). */
function dayInVietnam(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function noDay(given: string) {
  const message = {
    vi: `“${given}” không phải ngày có thật dạng NĂM-THÁNG-NGÀY. Hãy kiểm tra lại.`,
    en: `“${given}” is no existing day in the form YEAR-MONTH-DAY. Check it.`,
  };
  return { pointer: '/query/on', code: 'impossible-date', message };
}

const WRONG_TOKEN = {
  pointer: '/query/after',
  code: 'wrong-page',
  message: {
    vi: 'Giá trị after không thuộc danh sách này. Hãy dùng đúng giá trị next của trang trước.',
    en: 'This after does not belong to this list. Use the next of the page before as it was given.',
  },
};
