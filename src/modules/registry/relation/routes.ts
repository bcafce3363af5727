import Type from 'typebox';
import {
  type HttpServer,
  jsonAnswer,
  meaning,
  operation,
  PAGE_PARAMETERS,
  pageOf,
  query,
  refuse,
} from '#platform/http/index.ts';
import type { RelationType } from '../context.ts';
import {
  answerEntry,
  contextOf,
  ENTRY_ANSWER,
  KEY_HEADER,
  keyOf,
  type RegistryParts,
  sourceOf,
} from '../http.ts';
import { presentPage, refuseToken, startOf } from '../page-routes.ts';
import { REASON } from '../record/write-routes.ts';
import { PID, RELATION, ROW_ID } from '../shapes.ts';
import { addRelation, voidRelation } from './commands.ts';
import { listRelations } from './relation-queries.ts';

const RELATION_TYPE = Type.String(
  meaning('mã trong danh mục relation-type', 'code of the list relation-type', {
    pattern: '^[A-Za-z0-9_.-]{1,60}$',
  }),
);
const EDTF = Type.String(meaning('ngày EDTF', 'EDTF date', { maxLength: 100 }));

/** How records stand to each other. */
export function registerRelationRoutes(server: HttpServer, parts: RegistryParts): void {
  list(server, parts);
  add(server, parts);
  remove(server, parts);
}

function list(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'listRelations',
    tag: 'relations',
    summary: { vi: 'Quan hệ của một hồ sơ, cả hai chiều', en: 'Relations of a record, both ways' },
  };
  const schema = {
    params: Type.Object({ pid: PID }),
    querystring: query({ type: Type.Optional(RELATION_TYPE), ...PAGE_PARAMETERS }),
    ...operation(words, {
      200: jsonAnswer('Relations to records that the reader may see', pageOf(RELATION)),
    }),
  };
  server.get('/api/v1/records/:pid/relations', { schema }, async (request, reply) => {
    const { type, after, limit } = request.query;
    const start = startOf(ROW_ID, after);
    if (start.kind === 'wrong') return refuseToken(request, reply);
    const direction = type === undefined ? {} : asStored(type, parts.rules.relationType(type));
    const wanted = { pid: request.params.pid, limit, after: start.after, ...direction };
    const page = await listRelations(sourceOf(parts), request.reader, wanted);
    return page === undefined ? refuse(request, reply, { kind: 'not-found' }) : presentPage(page);
  });
}

/** One edge is stored for both ways of reading it: what a record calls `hasPart` is the `partOf` of another. */
function asStored(type: string, known: RelationType | undefined): { code: string; direction?: 'out' | 'in' } {
  if (known === undefined || known.inverse === type) return { code: type };
  return known.storedAsInverse ? { code: known.inverse, direction: 'in' } : { code: type, direction: 'out' };
}

function add(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'addRelation',
    tag: 'relations',
    summary: { vi: 'Thêm quan hệ từ hồ sơ này', en: 'Add a relation from this record' },
  };
  const body = Type.Object(
    {
      type: RELATION_TYPE,
      to: PID,
      fromDate: Type.Optional(EDTF),
      toDate: Type.Optional(EDTF),
      note: Type.Optional(Type.String({ maxLength: 10_000 })),
      source: Type.Optional(Type.String({ maxLength: 10_000 })),
      reason: REASON,
    },
    { additionalProperties: false },
  );
  const answer = jsonAnswer('Entered, or known already', ENTRY_ANSWER);
  const schema = {
    headers: KEY_HEADER,
    params: Type.Object({ pid: PID }),
    body,
    ...operation(words, { 200: answer, 201: answer }),
  };
  server.post('/api/v1/records/:pid/relations', { schema }, async (request, reply) => {
    const { to, reason, ...relation } = request.body;
    const ends = { from: { pid: request.params.pid }, to: { pid: to } };
    const outcome = await addRelation(
      contextOf(parts, request),
      { ...relation, ...ends },
      { reason, ...keyOf(request) },
    );
    return answerEntry(request, reply, outcome);
  });
}

function remove(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'voidRelation',
    tag: 'relations',
    summary: { vi: 'Bỏ một quan hệ; lịch sử vẫn giữ', en: 'Take a relation back; it stays in the history' },
  };
  const schema = {
    headers: KEY_HEADER,
    params: Type.Object({ id: ROW_ID }),
    ...operation(words, {
      200: jsonAnswer('Taken back', ENTRY_ANSWER),
      201: jsonAnswer('Taken back', ENTRY_ANSWER),
    }),
  };
  server.delete('/api/v1/relations/:id', { schema }, async (request, reply) =>
    answerEntry(
      request,
      reply,
      await voidRelation(contextOf(parts, request), request.params.id, keyOf(request)),
    ),
  );
}
