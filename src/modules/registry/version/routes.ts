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
import { type RegistryParts, sourceOf } from '../http.ts';
import { presentPage, refuseToken, startOf } from '../page-routes.ts';
import { publicGeometry } from '../record/public-geometry.ts';
import { DIFF_PROPERTIES, PID, VERSION_NUMBER } from '../shapes.ts';
import type { StatementChange } from './diff.ts';
import { diffVersions, listVersions } from './history-queries.ts';

const VERSION = Type.Object({
  version: Type.Integer(),
  standard: Type.String(),
  at: Type.String({ format: 'date-time' }),
  actor: Type.String(),
  reason: Type.String(),
  changesetId: Type.Integer(),
});

/** The history of a record. */
export function registerVersionRoutes(server: HttpServer, parts: RegistryParts): void {
  list(server, parts);
  diff(server, parts);
}

function list(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'listVersions',
    tag: 'records',
    summary: { vi: 'Các phiên bản của hồ sơ, mới trước', en: 'Versions of a record, newest first' },
  };
  const schema = {
    params: Type.Object({ pid: PID }),
    querystring: query(PAGE_PARAMETERS),
    ...operation(words, { 200: jsonAnswer('The versions that the reader may see', pageOf(VERSION)) }),
  };
  server.get('/api/v1/records/:pid/versions', { schema }, async (request, reply) => {
    const start = startOf(VERSION_NUMBER, request.query.after);
    if (start.kind === 'wrong') return refuseToken(request, reply);
    const { pid } = request.params;
    const wanted = { pid, before: start.after, limit: request.query.limit };
    const outcome = await listVersions(sourceOf(parts), request.reader, wanted);
    if (outcome.kind === 'not-found') return refuse(request, reply, { kind: 'not-found' });
    return presentPage(outcome.versions);
  });
}

function diff(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'diffVersions',
    tag: 'records',
    summary: {
      vi: 'Khác nhau giữa hai phiên bản, theo từng trường',
      en: 'What changed between two versions, field by field',
    },
  };
  const range = Type.String(
    meaning('hai số hiệu, ví dụ 1..3', 'two numbers, for instance 1..3', {
      pattern: '^[0-9]{1,9}\\.\\.[0-9]{1,9}$',
    }),
  );
  const shape = Type.Object({ pid: PID, from: Type.Integer(), to: Type.Integer(), ...DIFF_PROPERTIES });
  const schema = {
    params: Type.Object({ pid: PID, range }),
    querystring: query({}),
    ...operation(words, { 200: jsonAnswer('Statements added, removed and changed', shape) }),
  };
  server.get('/api/v1/records/:pid/versions/:range', { schema }, async (request, reply) => {
    const { pid, range: text } = request.params;
    const [from = 0, to = 0] = text.split('..').map(Number);
    const outcome = await diffVersions(sourceOf(parts), request.reader, { pid, from, to });
    if (outcome.kind === 'not-found') return refuse(request, reply, { kind: 'not-found' });
    const { kind: _found, changes, ...rest } = outcome;
    return { pid, from, to, ...rest, changes: request.reader.staff ? changes : changes.map(publicChange) };
  });
}

/** Locations as the public may know them. */
function publicChange({ before, after, ...change }: StatementChange): StatementChange {
  return {
    ...change,
    ...(before === undefined ? {} : { before: publicGeometry(before) }),
    ...(after === undefined ? {} : { after: publicGeometry(after) }),
  };
}
