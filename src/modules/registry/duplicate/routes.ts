import Type from 'typebox';
import {
  type HttpServer,
  jsonAnswer,
  operation,
  PAGE_PARAMETERS,
  pageOf,
  query,
  refuse,
} from '#platform/http/index.ts';
import { contextOf, type RegistryParts } from '../http.ts';
import { presentPage, refuseToken, startOf } from '../page-routes.ts';
import { ROW_ID as ID, PID, TITLE } from '../shapes.ts';
import { declareDistinct } from './commands.ts';
import { listDuplicates } from './duplicate-queries.ts';

const SIDE = Type.Object({ pid: PID, title: TITLE });

const DUPLICATE = Type.Object({
  id: ID,
  score: Type.Integer({ minimum: 0, maximum: 100 }),
  reasons: Type.Array(Type.String()),
  records: Type.Array(SIDE, { minItems: 2, maxItems: 2 }),
});

/** Pairs of records that may describe one thing. For staff: drafts are among them. */
export function registerDuplicateRoutes(server: HttpServer, parts: RegistryParts): void {
  const listing = {
    querystring: query(PAGE_PARAMETERS),
    ...operation(
      {
        id: 'listDuplicates',
        tag: 'registry',
        summary: { vi: 'Các cặp hồ sơ có thể trùng', en: 'Pairs of records that may be the same' },
        detail: {
          vi: 'Gộp hai hồ sơ (merge) hoặc cho biết là khác nhau (distinct).',
          en: 'Merge the two, or declare them distinct.',
        },
      },
      { 200: jsonAnswer('Pairs that nobody has decided yet', pageOf(DUPLICATE)) },
    ),
  };
  server.get('/api/v1/duplicates', { schema: listing }, async (request, reply) => {
    if (!request.reader.staff) return refuse(request, reply, { kind: 'unauthenticated' });
    const start = startOf(ID, request.query.after);
    if (start.kind === 'wrong') return refuseToken(request, reply);
    return presentPage(await listDuplicates(parts.db, { after: start.after, limit: request.query.limit }));
  });
  const deciding = {
    params: Type.Object({ id: ID }),
    ...operation(
      {
        id: 'declareDistinct',
        tag: 'registry',
        summary: { vi: 'Hai hồ sơ là khác nhau', en: 'The two are different things' },
      },
      { 200: jsonAnswer('Decided', Type.Object({ id: ID, status: Type.Literal('distinct') })) },
    ),
  };
  server.post('/api/v1/duplicates/:id/distinct', { schema: deciding }, async (request, reply) => {
    const { id } = request.params;
    const outcome = await declareDistinct(contextOf(parts, request), id);
    return outcome.kind === 'ok' ? reply.send({ id, status: 'distinct' }) : refuse(request, reply, outcome);
  });
}
