import Type from 'typebox';
import { type HttpServer, jsonAnswer, operation } from '#platform/http/index.ts';
import { answerEntry, contextOf, ENTRY_ANSWER, KEY_HEADER, keyOf, type RegistryParts } from '../http.ts';
import { REASON } from '../record/write-routes.ts';
import { PID } from '../shapes.ts';
import { addAlias, voidAlias } from './commands.ts';

const SCHEME = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60, examples: ['inventory'] });
const VALUE = Type.String({ minLength: 1, maxLength: 500 });
const ANSWER = jsonAnswer('Entered or taken back, or so already', ENTRY_ANSWER);

/** Other names of a record: inventory numbers, UNESCO references, old addresses. Reading a record lists them. */
export function registerAliasRoutes(server: HttpServer, parts: RegistryParts): void {
  const adding = {
    headers: KEY_HEADER,
    params: Type.Object({ pid: PID }),
    body: Type.Object({ scheme: SCHEME, value: VALUE, reason: REASON }, { additionalProperties: false }),
    ...operation(
      {
        id: 'addAlias',
        tag: 'records',
        summary: { vi: 'Thêm mã khác cho hồ sơ', en: 'Add another identifier' },
      },
      { 200: ANSWER, 201: ANSWER },
    ),
  };
  server.post('/api/v1/records/:pid/aliases', { schema: adding }, async (request, reply) => {
    const outcome = await addAlias(contextOf(parts, request), request.params.pid, {
      ...request.body,
      ...keyOf(request),
    });
    return answerEntry(request, reply, outcome);
  });
  const voiding = {
    headers: KEY_HEADER,
    params: Type.Object({ scheme: SCHEME, value: VALUE }),
    ...operation(
      {
        id: 'voidAlias',
        tag: 'records',
        summary: { vi: 'Bỏ một mã khác', en: 'Take another identifier back' },
      },
      { 200: ANSWER, 201: ANSWER },
    ),
  };
  server.delete('/api/v1/aliases/:scheme/:value', { schema: voiding }, async (request, reply) => {
    const outcome = await voidAlias(contextOf(parts, request), { ...request.params, ...keyOf(request) });
    return answerEntry(request, reply, outcome);
  });
}
