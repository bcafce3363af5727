import Type from 'typebox';
import { type HttpServer, jsonAnswer, meaning, operation, query, refuse } from '#platform/http/index.ts';
import { type Catalogue, standardReference } from './catalogue.ts';
import { registerCodeListRoutes } from './code-list-routes.ts';
import { compareStandards } from './comparison.ts';
import { registerDownloadRoutes } from './download-routes.ts';
import { KINDS, type RecordStandard, RecordStandardSchema } from './schema.ts';
import { STANDARD_CACHING, STANDARD_PARAMETERS } from './serving.ts';

/** Record standards and code lists: what a record has to say, for people and for programs. */
export function registerStandardRoutes(server: HttpServer, catalogue: Catalogue): void {
  listStandards(server, catalogue);
  readStandard(server, catalogue);
  compareVersions(server, catalogue);
  registerDownloadRoutes(server, catalogue);
  registerCodeListRoutes(server, catalogue);
}

function summaryOf(standard: RecordStandard) {
  const { kind, version, label, definition, status, effectiveFrom, promulgation } = standard;
  const address = `/api/v1/standards/${kind}/${version}`;
  return {
    ...{ reference: standardReference(standard), kind, version, label, definition, status },
    ...{ effectiveFrom, promulgation, href: address, schema: `${address}/schema` },
  };
}

const summaryShape = Type.Object({
  reference: Type.String({ examples: ['monument@1.0'] }),
  ...Type.Pick(RecordStandardSchema, [
    ...(['kind', 'version', 'label', 'definition', 'status', 'effectiveFrom', 'promulgation'] as const),
  ]).properties,
  href: Type.String(),
  schema: Type.String(),
});

function listStandards(server: HttpServer, catalogue: Catalogue): void {
  const schema = {
    querystring: query({}),
    ...operation(
      {
        id: 'listStandards',
        tag: 'standards',
        summary: { vi: 'Các chuẩn hồ sơ, mọi phiên bản', en: 'Record standards, every version' },
      },
      {
        200: jsonAnswer(
          'Standards by kind, oldest version first',
          Type.Object({ items: Type.Array(summaryShape) }),
        ),
      },
    ),
  };
  server.get('/api/v1/standards', { schema }, async (_request, reply) =>
    reply.headers(STANDARD_CACHING).send({
      items: KINDS.flatMap((kind) => catalogue.versions(kind)).map(summaryOf),
    }),
  );
}

function readStandard(server: HttpServer, catalogue: Catalogue): void {
  const answer = { 200: jsonAnswer('The standard as it is declared', RecordStandardSchema) };
  const inForce = operation(
    {
      id: 'readStandardInForce',
      tag: 'standards',
      summary: {
        vi: 'Chuẩn đang có hiệu lực của một loại hồ sơ',
        en: 'The standard in force for a kind of record',
      },
    },
    answer,
  );
  const one = operation(
    {
      id: 'readStandard',
      tag: 'standards',
      summary: { vi: 'Một phiên bản của một chuẩn', en: 'One version of a standard' },
    },
    answer,
  );
  const kindOnly = Type.Pick(STANDARD_PARAMETERS, ['kind']);
  const current = { params: kindOnly, querystring: query({}), ...inForce };
  server.get('/api/v1/standards/:kind', { schema: current }, async (request, reply) => {
    const standard = catalogue.standard(request.params.kind);
    if (standard === undefined) return refuse(request, reply, { kind: 'not-found' });
    return reply.headers(STANDARD_CACHING).send(standard);
  });
  const versioned = { params: STANDARD_PARAMETERS, querystring: query({}), ...one };
  server.get('/api/v1/standards/:kind/:version', { schema: versioned }, async (request, reply) => {
    const { kind, version } = request.params;
    const standard = catalogue.standard(kind, version);
    if (standard === undefined) return refuse(request, reply, { kind: 'not-found' });
    return reply.headers(STANDARD_CACHING).send(standard);
  });
}

function compareVersions(server: HttpServer, catalogue: Catalogue): void {
  const place = Type.Object({ field: Type.String(), pointer: Type.String() });
  const comparison = Type.Object({
    added: Type.Array(place),
    removed: Type.Array(place),
    renamed: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), pointer: Type.String() })),
    changed: Type.Array(
      Type.Object({ field: Type.String(), pointer: Type.String(), changes: Type.Array(Type.Unknown()) }),
    ),
    compatibility: Type.Enum(['additive', 'breaking'] as const),
  });
  const words = {
    id: 'compareStandards',
    tag: 'standards',
    summary: {
      vi: 'Khác nhau giữa hai phiên bản của một chuẩn',
      en: 'Differences between two versions of a standard',
    },
  };
  const range = Type.String(
    meaning('hai phiên bản, ví dụ 1.0..1.1', 'two versions, for instance 1.0..1.1', {
      pattern: '^[0-9]+(\\.[0-9]+)*\\.\\.[0-9]+(\\.[0-9]+)*$',
    }),
  );
  const schema = {
    params: Type.Object({ kind: Type.Enum(KINDS), range }),
    querystring: query({}),
    ...operation(words, { 200: jsonAnswer('Fields added, removed, renamed and changed', comparison) }),
  };
  server.get('/api/v1/standards/:kind/versions/:range', { schema }, async (request, reply) => {
    const [from = '', to = ''] = request.params.range.split('..');
    const [before, after] = [from, to].map((version) => catalogue.standard(request.params.kind, version));
    if (before === undefined || after === undefined) return refuse(request, reply, { kind: 'not-found' });
    return reply.headers(STANDARD_CACHING).send(compareStandards(before, after));
  });
}
