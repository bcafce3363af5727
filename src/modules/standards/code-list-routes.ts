import Type from 'typebox';
import {
  fileAnswer,
  type HttpServer,
  jsonAnswer,
  languageOf,
  meaning,
  operation,
  query,
  refuse,
} from '#platform/http/index.ts';
import type { Catalogue } from './catalogue.ts';
import { codeListCsvDownload, codeListDownload } from './downloads.ts';
import { type CodeList, CodeListSchema } from './schema.ts';
import { STANDARD_CACHING, sendDownload } from './serving.ts';

const SCHEME = Type.String(
  meaning('mã của danh mục', 'id of the list', { pattern: '^[a-z][a-z0-9-]{0,59}$' }),
);
const VERSION = Type.String(
  meaning('phiên bản, ví dụ 2024', 'version, for instance 2024', { pattern: '^[0-9.]{1,20}$' }),
);

const summaryShape = Type.Object({
  reference: Type.String({ examples: ['ich-type@2024'] }),
  ...Type.Pick(CodeListSchema, ['scheme', 'version', 'label', 'validFrom', 'validTo']).properties,
  codes: Type.Integer({ description: 'Number of codes' }),
  href: Type.String(),
});

function summaryOf({ scheme, version, label, validFrom, validTo, codes }: CodeList) {
  const reference = `${scheme}@${version}`;
  const href = `/api/v1/code-lists/${scheme}/${version}`;
  return { reference, scheme, version, label, validFrom, validTo, codes: codes.length, href };
}

export function registerCodeListRoutes(server: HttpServer, catalogue: Catalogue): void {
  listCodeLists(server, catalogue);
  readCodeList(server, catalogue);
  downloadCodeList(server, catalogue);
}

function listCodeLists(server: HttpServer, catalogue: Catalogue): void {
  const words = {
    id: 'listCodeLists',
    tag: 'standards',
    summary: { vi: 'Các danh mục mã, mọi phiên bản', en: 'Code lists, every version' },
  };
  const shape = Type.Object({ items: Type.Array(summaryShape) });
  const schema = {
    querystring: query({}),
    ...operation(words, { 200: jsonAnswer('Lists by id, oldest version first', shape) }),
  };
  server.get('/api/v1/code-lists', { schema }, async (_request, reply) =>
    reply.headers(STANDARD_CACHING).send({ items: catalogue.codeLists().map(summaryOf) }),
  );
}

function readCodeList(server: HttpServer, catalogue: Catalogue): void {
  const answer = {
    200: jsonAnswer('The list with its codes and its mapping from earlier versions', CodeListSchema),
  };
  const newest = {
    params: Type.Object({ scheme: SCHEME }),
    querystring: query({}),
    ...operation(
      {
        id: 'readNewestCodeList',
        tag: 'standards',
        summary: { vi: 'Phiên bản mới nhất của một danh mục', en: 'The newest version of a code list' },
      },
      answer,
    ),
  };
  server.get('/api/v1/code-lists/:scheme', { schema: newest }, async (request, reply) => {
    const list = catalogue.codeList(request.params.scheme);
    if (list === undefined) return refuse(request, reply, { kind: 'not-found' });
    return reply.headers(STANDARD_CACHING).send(list);
  });
  const versioned = {
    params: Type.Object({ scheme: SCHEME, version: VERSION }),
    querystring: query({}),
    ...operation(
      {
        id: 'readCodeList',
        tag: 'standards',
        summary: { vi: 'Một phiên bản của một danh mục', en: 'One version of a code list' },
      },
      answer,
    ),
  };
  server.get('/api/v1/code-lists/:scheme/:version', { schema: versioned }, async (request, reply) => {
    const list = catalogue.codeList(request.params.scheme, request.params.version);
    if (list === undefined) return refuse(request, reply, { kind: 'not-found' });
    return reply.headers(STANDARD_CACHING).send(list);
  });
}

function downloadCodeList(server: HttpServer, catalogue: Catalogue): void {
  const words = {
    id: 'downloadCodeList',
    tag: 'standards',
    summary: { vi: 'Tải một danh mục (CSV hoặc JSON)', en: 'Download a code list (CSV or JSON)' },
  };
  const schema = {
    params: Type.Object({
      scheme: SCHEME,
      version: VERSION,
      file: Type.Enum(['codes.csv', 'codes.json'] as const),
    }),
    querystring: query({ lang: Type.Optional(Type.Enum(['vi', 'en'] as const)) }),
    ...operation(words, { 200: fileAnswer('The file', 'text/csv', 'application/json') }),
  };
  server.get('/api/v1/code-lists/:scheme/:version/:file', { schema }, async (request, reply) => {
    const { scheme, version, file } = request.params;
    const list = catalogue.codeList(scheme, version);
    if (list === undefined) return refuse(request, reply, { kind: 'not-found' });
    const lang = request.query.lang ?? languageOf(request);
    const made = file === 'codes.csv' ? codeListCsvDownload(list, lang) : codeListDownload(list);
    return sendDownload(reply.header('vary', 'Accept-Language'), made);
  });
}
