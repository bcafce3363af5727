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
import { contextOf, httpRefusal, KEY_HEADER, keyOf, type RegistryParts, sourceOf } from '../http.ts';
import { presentPage, refuseToken, startOf } from '../page-routes.ts';
import { DIFF_PROPERTIES, ROW_ID as ID, orNull, PID } from '../shapes.ts';
import { changesetDiff, listChangesets } from './changeset-queries.ts';
import { revertChangeset } from './commands.ts';
import { firstRefusal } from './write.ts';

const COUNTS = Type.Record(Type.String(), Type.Integer());

const CHANGESET = Type.Object({
  id: ID,
  kind: Type.String(),
  key: orNull(Type.String()),
  actor: Type.String(),
  reason: Type.String(),
  openedAt: Type.String({ format: 'date-time' }),
  reverts: orNull(ID),
  revertedBy: orNull(ID),
  counts: COUNTS,
});

const RECORD_DIFF = Type.Object({
  pid: PID,
  fromVersion: Type.Integer({ description: '0: the changeset created the record' }),
  toVersion: Type.Integer({ description: '0: only states changed' }),
  states: Type.Array(Type.Object({ aspect: Type.String(), before: Type.String(), after: Type.String() })),
  ...DIFF_PROPERTIES,
});

/** Changesets are for staff: they show drafts. The public follows publications. */
export function registerChangesetRoutes(server: HttpServer, parts: RegistryParts): void {
  list(server, parts);
  read(server, parts);
  revert(server, parts);
}

function list(server: HttpServer, { db }: RegistryParts): void {
  const words = {
    id: 'listChangesets',
    tag: 'changesets',
    summary: { vi: 'Các gói thay đổi, mới trước', en: 'Changesets, newest first' },
  };
  const schema = {
    querystring: query(PAGE_PARAMETERS),
    ...operation(words, { 200: jsonAnswer('Changesets', pageOf(CHANGESET)) }),
  };
  server.get('/api/v1/changesets', { schema }, async (request, reply) => {
    if (!request.reader.staff) return refuse(request, reply, { kind: 'unauthenticated' });
    const start = startOf(ID, request.query.after);
    if (start.kind === 'wrong') return refuseToken(request, reply);
    return presentPage(
      await listChangesets(db, request.reader, { before: start.after, limit: request.query.limit }),
    );
  });
}

function read(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'readChangeset',
    tag: 'changesets',
    summary: {
      vi: 'Một gói thay đổi đã làm gì, theo từng trường',
      en: 'What a changeset did, field by field',
    },
  };
  const schema = {
    params: Type.Object({ id: ID }),
    querystring: query(PAGE_PARAMETERS),
    ...operation(words, {
      200: jsonAnswer(
        'The changeset and a page of its records',
        Type.Object({ ...CHANGESET.properties, records: pageOf(RECORD_DIFF) }),
      ),
    }),
  };
  server.get('/api/v1/changesets/:id', { schema }, async (request, reply) => {
    if (!request.reader.staff) return refuse(request, reply, { kind: 'unauthenticated' });
    const start = startOf(ID, request.query.after);
    if (start.kind === 'wrong') return refuseToken(request, reply);
    const wanted = { id: request.params.id, after: start.after, limit: request.query.limit };
    const outcome = await changesetDiff(sourceOf(parts), request.reader, wanted);
    if (outcome.kind === 'not-found') return refuse(request, reply, outcome);
    return { ...outcome.changeset, records: presentPage(outcome.records) };
  });
}

function revert(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'revertChangeset',
    tag: 'changesets',
    summary: { vi: 'Hoàn tác cả gói thay đổi', en: 'Take a changeset back as a whole' },
    detail: {
      vi: 'Thực hiện bằng một gói thay đổi mới; bị từ chối (409) khi có thay đổi sau đó còn vướng.',
      en: 'Done by a new changeset; refused (409) while later changes stand in the way.',
    },
  };
  const reason = Type.String(meaning('lý do hoàn tác', 'why', { minLength: 1, maxLength: 2_000 }));
  const answer = jsonAnswer(
    'The changeset that took it back',
    Type.Object({ changesetId: ID, reverts: ID, counts: COUNTS }),
  );
  const schema = {
    headers: KEY_HEADER,
    params: Type.Object({ id: ID }),
    body: Type.Object({ reason }, { additionalProperties: false }),
    ...operation(words, { 200: answer, 201: answer }),
  };
  server.post('/api/v1/changesets/:id/revert', { schema }, async (request, reply) => {
    const changesetId = request.params.id;
    const wanted = { changesetId, reason: request.body.reason, ...keyOf(request) };
    const outcome = await revertChangeset(contextOf(parts, request), wanted);
    switch (outcome.kind) {
      case 'refused':
        return refuse(request, reply, httpRefusal(firstRefusal(outcome), `changeset ${changesetId}`));
      case 'applied':
      case 'repeated':
        return reply
          .code(outcome.kind === 'applied' ? 201 : 200)
          .header('location', `/api/v1/changesets/${outcome.changesetId}`)
          .send({ changesetId: outcome.changesetId, reverts: changesetId, counts: outcome.counts });
      default:
        return refuse(request, reply, { kind: 'conflict', issues: [NOTHING_TO_REVERT] });
    }
  });
}

const NOTHING_TO_REVERT = {
  pointer: '',
  code: 'nothing-to-revert',
  message: {
    vi: 'Gói thay đổi này không để lại gì để hoàn tác.',
    en: 'This changeset left nothing that could be taken back.',
  },
};
