import Type from 'typebox';
import { provincesOn } from '#modules/places/index.ts';
import type { Db } from '#platform/db/index.ts';
import {
  fileAnswer,
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
import { dayInVietnam } from './day.ts';
import { ITEM_STATES, listItems, type ProgrammeItem } from './listing-queries.ts';
import { listVersions } from './lists-queries.ts';
import { readProgress } from './progress-queries.ts';
import { listSnapshots, readSnapshot } from './snapshot-queries.ts';
import type { TargetProgress } from './tally.ts';
import { targetById } from './targets.ts';
import { CELL, cellView, ITEM, LIST, listView, TARGET, targetView } from './views.ts';

export interface ProgrammeRoutes {
  db: Db;
  now(): Date;
}

const TAG = 'programme';

/** Progress of the digitisation programme: targets, provinces, the items behind every figure, and monthly snapshots. */
export function registerProgrammeRoutes(server: HttpServer, parts: ProgrammeRoutes): void {
  overview(server, parts);
  target(server, parts);
  items(server, parts);
  snapshots(server, parts);
}

function overview(server: HttpServer, { db, now }: ProgrammeRoutes): void {
  const words = {
    id: 'readProgramme',
    tag: TAG,
    summary: {
      vi: 'Tiến độ mọi mục tiêu, cả nước và từng tỉnh',
      en: 'Progress of every target, nation and provinces',
    },
    detail: {
      vi: 'Mục thuộc nhiều tỉnh tính một lần cho cả nước và một lần ở mỗi tỉnh.',
      en: 'An item of several provinces counts once for the nation, and once in each of them.',
    },
  };
  const province = Type.Object({
    code: Type.String(),
    name: Type.String(),
    cells: Type.Record(Type.String(), CELL),
  });
  const answer = Type.Object({
    on: Type.String({ format: 'date' }),
    targets: Type.Array(TARGET),
    provinces: Type.Array(province),
  });
  const schema = {
    querystring: query({}),
    ...operation(words, { 200: jsonAnswer('Targets, and the cells of each province by target', answer) }),
  };
  server.get('/api/v1/programme', { schema }, async () => {
    const on = dayInVietnam(now());
    const [progress, provinces] = await Promise.all([readProgress(db, on), provincesOn(db, on)]);
    return {
      on,
      targets: progress.map(targetView),
      provinces: provinces.map(({ code, name }) => ({
        code: code ?? '',
        name,
        cells: cellsOf(progress, code ?? ''),
      })),
    };
  });
}

function cellsOf(progress: readonly TargetProgress[], code: string) {
  const cells = progress.flatMap(({ target: { id }, provinces }) => {
    const tally = provinces.get(code);
    return tally === undefined ? [] : [[id, cellView(tally)] as const];
  });
  return Object.fromEntries(cells);
}

const TARGET_PARAMETERS = Type.Object({
  id: Type.String(
    meaning('mục tiêu, ví dụ T2a', 'the target, for instance T2a', { minLength: 1, maxLength: 20 }),
  ),
});

function target(server: HttpServer, { db, now }: ProgrammeRoutes): void {
  const words = {
    id: 'readTarget',
    tag: TAG,
    summary: { vi: 'Một mục tiêu và các bản danh mục đã chốt', en: 'A target and its frozen lists' },
  };
  const answer = Type.Object({ target: TARGET, lists: Type.Array(LIST) });
  const schema = {
    params: TARGET_PARAMETERS,
    querystring: query({}),
    ...operation(words, { 200: jsonAnswer('The target; its lists, newest first', answer) }),
  };
  server.get('/api/v1/programme/targets/:id', { schema }, async (request, reply) => {
    const found = targetById(request.params.id);
    if (found === undefined) return refuse(request, reply, { kind: 'not-found' });
    const [[progress], lists] = await Promise.all([
      readProgress(db, dayInVietnam(now()), [found]),
      listVersions(db, found.id),
    ]);
    if (progress === undefined) return refuse(request, reply, { kind: 'not-found' });
    return { target: targetView(progress), lists: lists.map(listView) };
  });
}

function items(server: HttpServer, { db, now }: ProgrammeRoutes): void {
  const words = {
    id: 'listTargetItems',
    tag: TAG,
    summary: { vi: 'Các mục đứng sau một con số', en: 'The items behind a figure' },
  };
  const place = Type.Optional(
    Type.String(
      meaning('mã tỉnh; “none” là chưa rõ tỉnh', 'code of a province; `none`: province not known', {
        pattern: '^(\\d{2}|none)$',
      }),
    ),
  );
  const state = Type.Enum(ITEM_STATES, {
    ...meaning(
      'counted: cả đã và chưa số hóa; gone: đã rời danh mục; outside: ngoài danh mục',
      'counted: done and missing together; gone: left the list; outside: not on it',
    ),
    default: 'counted',
  });
  const schema = {
    params: TARGET_PARAMETERS,
    querystring: query({ place, state, ...PAGE_PARAMETERS }),
    ...operation(words, { 200: jsonAnswer('In order of their records', pageOf(ITEM)) }),
  };
  server.get('/api/v1/programme/targets/:id/items', { schema }, async (request, reply) => {
    const found = targetById(request.params.id);
    if (found === undefined) return refuse(request, reply, { kind: 'not-found' });
    const { after, limit, place: code, state: wanted } = request.query;
    const start = after === undefined ? 0 : readCursor(Type.Integer({ minimum: 1 }), after);
    if (start === undefined) return refuse(request, reply, { kind: 'invalid', issues: [WRONG_TOKEN] });
    const province = code === 'none' ? '' : code;
    const page = await listItems(db, request.reader, {
      ...{ target: found, state: wanted, province, after: start, limit },
      on: dayInVietnam(now()),
    });
    const shown = page.items.map(itemView);
    return page.next === undefined ? { items: shown } : { items: shown, next: writeCursor(page.next) };
  });
}

function itemView({ record, ...rest }: ProgrammeItem) {
  return { pid: record?.pid ?? null, kind: record?.kind ?? null, title: record?.title ?? null, ...rest };
}

const WRONG_TOKEN = {
  pointer: '/query/after',
  code: 'wrong-page',
  message: {
    vi: 'Giá trị after không thuộc danh sách này. Hãy dùng đúng giá trị next của trang trước.',
    en: 'This after does not belong to this list. Use the next of the page before as it was given.',
  },
};

function snapshots(server: HttpServer, { db }: ProgrammeRoutes): void {
  const month = Type.String(meaning('NĂM-THÁNG', 'YEAR-MONTH', { pattern: '^\\d{4}-\\d{2}$' }));
  const stamp = Type.Object({ month, takenOn: Type.String({ format: 'date' }), digest: Type.String() });
  const listWords = {
    id: 'listProgrammeSnapshots',
    tag: TAG,
    summary: { vi: 'Các bản chốt số liệu hằng tháng', en: 'The monthly snapshots' },
  };
  const listSchema = {
    querystring: query({}),
    ...operation(listWords, { 200: jsonAnswer('Oldest first', Type.Object({ items: Type.Array(stamp) })) }),
  };
  server.get('/api/v1/programme/snapshots', { schema: listSchema }, async () => ({
    items: (await listSnapshots(db)).map(({ month: name, takenOn, digest }) => ({
      month: name,
      takenOn,
      digest,
    })),
  }));
  const readWords = {
    id: 'readProgrammeSnapshot',
    tag: TAG,
    summary: { vi: 'Nguyên văn một bản chốt', en: 'A snapshot, byte for byte' },
    detail: {
      vi: 'JSON chuẩn tắc (RFC 8785); SHA-256 của đúng các byte này là `digest` trong danh sách.',
      en: 'Canonical JSON (RFC 8785); the SHA-256 of these very bytes is the `digest` of the list.',
    },
  };
  const readSchema = {
    params: Type.Object({ month }),
    querystring: query({}),
    ...operation(readWords, { 200: fileAnswer('The numbers of the month', 'application/json') }),
  };
  server.get('/api/v1/programme/snapshots/:month', { schema: readSchema }, async (request, reply) => {
    const kept = await readSnapshot(db, request.params.month);
    if (kept === undefined) return refuse(request, reply, { kind: 'not-found' });
    return reply.type('application/json; charset=utf-8').send(kept.content);
  });
}
