import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Db } from '#platform/db/index.ts';
import {
  type HttpServer,
  jsonAnswer,
  languageOf,
  meaning,
  operation,
  query,
  refuse,
} from '#platform/http/index.ts';
import { HISTOGRAM, MAP_ANSWER, SEARCH_ANSWER, SUGGESTIONS } from './answer-shapes.ts';
import { histogram } from './histogram.ts';
import { unknownKey } from './issues.ts';
import { mapClusters } from './map.ts';
import { searchParameters } from './parameters.ts';
import { type SearchAnswer, search } from './search.ts';
import { type ParsedQuery, parseSearchQuery, QUERY_KEYS, type QueryParameters } from './search-query.ts';
import { suggest } from './suggest.ts';

/** Finding records: as a list, while typing, on the map, in time. */
export function registerSearchRoutes(server: HttpServer, { db }: { db: Db }): void {
  searching(server, db);
  suggesting(server, db);
  mapping(server, db);
  dating(server, db);
}

/** A minute old is fresh enough for everybody; what staff see is kept by nobody. */
function headersFor(request: FastifyRequest): Record<string, string> {
  return {
    'content-language': languageOf(request),
    vary: 'Accept-Language, Authorization',
    'cache-control': request.reader.staff ? 'private, no-store' : 'public, max-age=60',
  };
}

function parsed(request: FastifyRequest, parameters: QueryParameters): ParsedQuery {
  return parseSearchQuery(parameters, { lang: languageOf(request), mistakes: 'refuse' });
}

function searching(server: HttpServer, db: Db): void {
  const words = {
    id: 'search',
    tag: 'search',
    summary: { vi: 'Tìm hồ sơ', en: 'Search records' },
    detail: {
      vi: 'Không dấu, Telex, VNI, sai một chữ, tên địa phương cũ và mới đều tìm được. Bộ lọc có thể cho nhiều lần.',
      en: 'Works without marks, in Telex or VNI, with one typing error, and with place names old and new. Filters may be repeated.',
    },
  };
  const querystring = Type.Object(searchParameters());
  const schema = {
    querystring,
    ...operation(words, { 200: jsonAnswer('A page of results', SEARCH_ANSWER) }),
  };
  server.get('/api/v1/search', { schema }, async (request, reply) => {
    const asked = parsed(request, request.query as QueryParameters);
    if (asked.kind === 'invalid') return refuse(request, reply, asked);
    const answer = await search(db, request.reader, asked.query);
    return reply.headers(headersFor(request)).send(presentAnswer(answer));
  });
}

/** Facets by name, as filters are given. */
function presentAnswer({ facets, ...answer }: SearchAnswer) {
  return { ...answer, facets: Object.fromEntries(facets.map(({ name, values }) => [name, values])) };
}

function suggesting(server: HttpServer, db: Db): void {
  const words = {
    id: 'suggest',
    tag: 'search',
    summary: { vi: 'Gợi ý khi đang gõ', en: 'Suggestions while typing' },
  };
  const q = Type.String(
    meaning('chữ đã gõ', 'what was typed so far', { maxLength: 300, examples: ['trong d'] }),
  );
  const schema = {
    querystring: query({ q }),
    ...operation(words, { 200: jsonAnswer('At most six groups, none of them empty', SUGGESTIONS) }),
  };
  server.get('/api/v1/suggest', { schema }, async (request, reply) => {
    const groups = await suggest(db, request.reader, { text: request.query.q, lang: languageOf(request) });
    return reply.headers(headersFor(request)).send({ groups });
  });
}

/** Keys of paging and order mean nothing where everything is counted. */
const LIST_ONLY = ['after', 'before', 'limit', 'sort', 'view', 'near'];

function mapping(server: HttpServer, db: Db): void {
  const words = {
    id: 'mapClusters',
    tag: 'search',
    summary: { vi: 'Kết quả tìm trên bản đồ, gom theo ô', en: 'Results on the map, clustered by cell' },
  };
  const zoom = Type.Integer(
    meaning('mức phóng của bản đồ', 'zoom of the map', { minimum: 3, maximum: 18, default: 6 }),
  );
  const schema = {
    querystring: Type.Object({ ...searchParameters(LIST_ONLY), zoom }),
    ...operation(words, { 200: jsonAnswer('Counts per province and per cell', MAP_ANSWER) }),
  };
  server.get('/api/v1/map/clusters', { schema }, async (request, reply) => {
    const { zoom: wanted, ...parameters } = request.query as QueryParameters & { zoom: number };
    return await answer(request, reply, parameters, (asked) =>
      mapClusters(db, request.reader, asked, { zoom: wanted, bbox: null }),
    );
  });
}

function dating(server: HttpServer, db: Db): void {
  const words = {
    id: 'histogram',
    tag: 'search',
    summary: { vi: 'Kết quả tìm theo thời gian', en: 'Results in time' },
  };
  const by = Type.Enum(
    ['century', 'decade'] as const,
    meaning('bước thời gian', 'step of time', { default: 'century' }),
  );
  const schema = {
    querystring: Type.Object({ ...searchParameters(LIST_ONLY), by }),
    ...operation(words, { 200: jsonAnswer('Counts per century or decade', HISTOGRAM) }),
  };
  server.get('/api/v1/histogram', { schema }, async (request, reply) => {
    const { by: step, ...parameters } = request.query as QueryParameters & { by: 'century' | 'decade' };
    return await answer(request, reply, parameters, (asked) =>
      histogram(db, request.reader, asked, { by: step }),
    );
  });
}

type Query = Extract<ParsedQuery, { kind: 'query' }>['query'];

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  parameters: QueryParameters,
  count: (asked: Query) => Promise<object>,
): Promise<FastifyReply> {
  const useless = LIST_ONLY.filter((key) => key in parameters);
  if (useless.length > 0) {
    const known = QUERY_KEYS.filter((key) => !LIST_ONLY.includes(key));
    return refuse(request, reply, { kind: 'invalid', issues: useless.map((key) => unknownKey(key, known)) });
  }
  const asked = parsed(request, parameters);
  if (asked.kind === 'invalid') return refuse(request, reply, asked);
  return reply.headers(headersFor(request)).send(await count(asked.query));
}
