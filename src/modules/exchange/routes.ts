import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  type HttpServer,
  type Issue,
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
import type { LocalizedText } from '#platform/i18n/index.ts';
import {
  approve,
  type ChangeOutcome,
  discard,
  type MapOutcome,
  mapColumns,
  type ReceiveOutcome,
  receiveFile,
  startCheck,
  startPublication,
  startPublicationUndo,
  startUndo,
} from './intake/commands.ts';
import type { Intake } from './intake/intake.ts';
import type { ImportJob } from './intake/job.ts';
import { findJob, listJobs, listRows } from './intake/job-queries.ts';
import { BAD_PAGE, IMPORT, ROW, SEEN, TEXTS } from './route-shapes.ts';
import { type Mapping, readMapping } from './sheet/mapping.ts';

const ID = Type.Integer({ minimum: 1, maximum: 999_999_999_999_999 });
const PARAMS = Type.Object({ id: ID });
const ACCEPTED = { 202: jsonAnswer('The work has begun; read the import for its progress', IMPORT) };

/** A large file over a slow line. */
const UPLOAD_WITHIN_MS = 15 * 60_000;

/** Imports for programs, by the same desk as the pages: take a file in, try it, approve it, take it back. For staff. */
export function registerImportRoutes(server: HttpServer, intake: Intake): void {
  receive(server, intake);
  list(server, intake);
  read(server, intake);
  rows(server, intake);
  check(server, intake);
  commit(server, intake);
  publish(server, intake);
  unpublish(server, intake);
  undo(server, intake);
  giveUp(server, intake);
}

function words(id: string, vi: string, en: string) {
  return { id, tag: 'imports', summary: { vi, en } };
}

/** Files are read within this route only. */
function receive(server: HttpServer, intake: Intake): void {
  const querystring = query({
    name: Type.String(meaning('tên tệp', 'name of the file', { minLength: 1, maxLength: 255 })),
    kind: Type.String(meaning('loại hồ sơ của mỗi dòng', 'record kind of each row', { maxLength: 40 })),
  });
  const schema = {
    querystring,
    consumes: ['application/octet-stream'],
    ...operation(words('receiveImport', 'Đưa tệp lên', 'Send a file'), {
      201: jsonAnswer('The import, its columns laid out by name', IMPORT),
    }),
  };
  void server.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    scope.post(
      '/api/v1/imports',
      { schema, handlerTimeout: UPLOAD_WITHIN_MS, config: { slowBody: true } },
      async (request, reply) => {
        const { name, kind } = request.query as { name: string; kind: string };
        const actorId = request.reader.actorId ?? 0;
        const body = request.body as Readable | undefined;
        const bytes = body ?? emptyFile();
        const outcome = await receiveFile(intake, { bytes, fileName: name, kind, actorId });
        if (outcome.kind !== 'received') return refuseFile(request, reply, outcome);
        reply.code(201).header('location', `/api/v1/imports/${outcome.id}`);
        return await present(intake, request, reply, outcome.id);
      },
    );
  });
}

async function* emptyFile(): AsyncGenerator<Uint8Array> {}

function refuseFile(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Exclude<ReceiveOutcome, { kind: 'received' }>,
): FastifyReply {
  switch (outcome.kind) {
    case 'too-large':
      return refuse(request, reply, outcome);
    case 'disk-full':
      return refuse(request, reply, { kind: 'busy', retryAfterSeconds: 300 });
    case 'unreadable':
      return invalid(request, reply, outcome.problems, { pointer: '', code: 'unreadable' });
    case 'empty':
      return invalid(request, reply, [TEXTS.empty], { pointer: '', code: 'empty' });
    case 'unknown-format':
      return invalid(request, reply, [TEXTS['unknown-format']], {
        pointer: '/query/name',
        code: outcome.kind,
      });
    case 'unknown-kind':
      return invalid(request, reply, [TEXTS['unknown-kind']], { pointer: '/query/kind', code: outcome.kind });
  }
}

function invalid(
  request: FastifyRequest,
  reply: FastifyReply,
  messages: readonly LocalizedText[],
  place: Pick<Issue, 'pointer' | 'code'>,
): FastifyReply {
  return refuse(request, reply, {
    kind: 'invalid',
    issues: messages.map((message) => ({ ...place, message })),
  });
}

function list(server: HttpServer, { db }: Intake): void {
  const schema = {
    querystring: query(PAGE_PARAMETERS),
    ...operation(words('listImports', 'Các lần nhập, mới trước', 'Imports, newest first'), {
      200: jsonAnswer('Imports', pageOf(IMPORT)),
    }),
  };
  server.get('/api/v1/imports', { schema }, async (request, reply) => {
    if (!request.reader.staff) return refuse(request, reply, { kind: 'unauthenticated' });
    const { after, limit } = request.query;
    const before = after === undefined ? undefined : readCursor(ID, after);
    if (after !== undefined && before === undefined) return refuse(request, reply, BAD_PAGE);
    const found = await listJobs(db, { before, limit: limit + 1 });
    return pageFrom(found.map(shown), { limit, key: ({ id }) => id });
  });
}

function pageFrom<Item>(
  found: readonly Item[],
  { limit, key }: { limit: number; key: (item: Item) => number },
): { items: Item[]; next?: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, next: writeCursor(key(last)) } : { items };
}

function read(server: HttpServer, intake: Intake): void {
  const schema = {
    params: PARAMS,
    ...operation(words('readImport', 'Một lần nhập', 'One import'), {
      200: jsonAnswer('The import', IMPORT),
    }),
  };
  server.get('/api/v1/imports/:id', { schema }, async (request, reply) => {
    if (!request.reader.staff) return refuse(request, reply, { kind: 'unauthenticated' });
    return await present(intake, request, reply, request.params.id);
  });
}

/** What programs see of an import. */
function shown({ spool: _spool, actorId: _actorId, ...job }: ImportJob) {
  return job;
}

async function present({ db }: Intake, request: FastifyRequest, reply: FastifyReply, id: number) {
  const job = await findJob(db, id);
  return job === undefined ? refuse(request, reply, { kind: 'not-found' }) : shown(job);
}

const OUTCOME = Type.Enum(['created', 'updated', 'unchanged', 'rejected'] as const);

function rows(server: HttpServer, { db }: Intake): void {
  const schema = {
    params: PARAMS,
    querystring: query({ ...PAGE_PARAMETERS, outcome: Type.Optional(OUTCOME) }),
    ...operation(
      words('listImportRows', 'Từng dòng: kết quả, cũ → mới, lỗi', 'The rows: outcome, old → new, errors'),
      {
        200: jsonAnswer('Rows in the order of the file', pageOf(ROW)),
      },
    ),
  };
  server.get('/api/v1/imports/:id/rows', { schema }, async (request, reply) => {
    if (!request.reader.staff) return refuse(request, reply, { kind: 'unauthenticated' });
    const { after, limit, outcome } = request.query;
    const start = after === undefined ? -1 : readCursor(Type.Integer({ minimum: 0 }), after);
    if (start === undefined) return refuse(request, reply, BAD_PAGE);
    if ((await findJob(db, request.params.id)) === undefined)
      return refuse(request, reply, { kind: 'not-found' });
    const found = await listRows(db, request.params.id, { outcome, after: start, limit: limit + 1 });
    return pageFrom(found, { limit, key: ({ place }) => place });
  });
}

function check(server: HttpServer, intake: Intake): void {
  const body = Type.Object(
    {
      ...SEEN,
      mapping: Type.Optional(Type.Object({}, { description: 'A mapping; left out, the one it has' })),
      saveAs: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    },
    { additionalProperties: false },
  );
  const summary = words('checkImport', 'Chạy thử', 'Begin the dry run');
  const schema = { params: PARAMS, body, ...operation(summary, ACCEPTED) };
  server.post('/api/v1/imports/:id/check', { schema }, async (request, reply) => {
    const { revision, mapping, saveAs } = request.body;
    const seen = { id: request.params.id, revision };
    if (mapping === undefined)
      return await answer(intake, { request, reply }, await startCheck(intake, seen));
    const read = readMapping(JSON.stringify(mapping));
    if (read.kind !== 'mapping')
      return refuseMapping(request, reply, read.kind === 'invalid' ? read.issues : []);
    const wanted = { ...seen, mapping: read.mapping satisfies Mapping, saveAs };
    return await answer(intake, { request, reply }, await mapColumns(intake, wanted));
  });
}

function refuseMapping(request: FastifyRequest, reply: FastifyReply, issues: readonly Issue[]): FastifyReply {
  const placed = issues.map((issue) => ({ ...issue, pointer: `/mapping${issue.pointer}` }));
  return refuse(request, reply, { kind: 'invalid', issues: placed });
}

function commit(server: HttpServer, intake: Intake): void {
  const body = Type.Object(
    {
      ...SEEN,
      digest: Type.String(
        meaning('bản kiểm của lần chạy thử', '`checked.digest` of the dry run that is approved'),
      ),
      skipRejected: Type.Boolean(
        meaning('chỉ nhập dòng đúng', 'import the good rows only', { default: false }),
      ),
      reason: Type.String(
        meaning('lý do', 'for the history of the records', { maxLength: 2_000, default: '' }),
      ),
    },
    { additionalProperties: false },
  );
  const summary = words('commitImport', 'Duyệt và ghi', 'Approve a dry run and write it');
  const schema = { params: PARAMS, body, ...operation(summary, ACCEPTED) };
  server.post('/api/v1/imports/:id/commit', { schema }, async (request, reply) => {
    const outcome = await approve(intake, { id: request.params.id, ...request.body });
    if (outcome.kind !== 'has-rejected' && outcome.kind !== 'nothing-to-write')
      return await answer(intake, { request, reply }, outcome);
    const message = TEXTS[outcome.kind];
    return refuse(request, reply, {
      kind: 'conflict',
      issues: [{ pointer: '', code: outcome.kind, message }],
    });
  });
}

function publish(server: HttpServer, intake: Intake): void {
  const body = Type.Object(
    {
      ...SEEN,
      onlyReady: Type.Boolean(
        meaning('chỉ công bố hồ sơ đủ điều kiện', 'publish the records that are ready only', {
          default: false,
        }),
      ),
      reason: Type.String(
        meaning('lý do', 'for the history of the records', { maxLength: 2_000, default: '' }),
      ),
    },
    { additionalProperties: false },
  );
  const summary = words('publishImport', 'Công bố các hồ sơ nháp', 'Publish the drafts of an import');
  const schema = { params: PARAMS, body, ...operation(summary, ACCEPTED) };
  server.post('/api/v1/imports/:id/publish', { schema }, async (request, reply) => {
    const wanted = { id: request.params.id, ...request.body };
    return answer(intake, { request, reply }, await startPublication(intake, wanted));
  });
}

function unpublish(server: HttpServer, intake: Intake): void {
  const reason = Type.String(meaning('lý do', 'why', { minLength: 1, maxLength: 2_000 }));
  const body = Type.Object({ ...SEEN, reason }, { additionalProperties: false });
  const summary = words(
    'unpublishImport',
    'Hoàn tác lần công bố gần nhất',
    'Take the last publication of its drafts back',
  );
  const schema = { params: PARAMS, body, ...operation(summary, ACCEPTED) };
  server.post('/api/v1/imports/:id/unpublish', { schema }, async (request, reply) => {
    const wanted = { id: request.params.id, ...request.body };
    return answer(intake, { request, reply }, await startPublicationUndo(intake, wanted));
  });
}

function undo(server: HttpServer, intake: Intake): void {
  const reason = Type.String(meaning('lý do', 'why', { minLength: 1, maxLength: 2_000 }));
  const body = Type.Object({ ...SEEN, reason }, { additionalProperties: false });
  const summary = words('undoImport', 'Hoàn tác cả lần nhập', 'Take an import back as a whole');
  const schema = { params: PARAMS, body, ...operation(summary, ACCEPTED) };
  server.post('/api/v1/imports/:id/undo', { schema }, async (request, reply) =>
    answer(intake, { request, reply }, await startUndo(intake, { id: request.params.id, ...request.body })),
  );
}

function giveUp(server: HttpServer, intake: Intake): void {
  const body = Type.Object(SEEN, { additionalProperties: false });
  const summary = words(
    'discardImport',
    'Bỏ lần nhập chưa ghi',
    'Give up an import that has written nothing',
  );
  const schema = { params: PARAMS, body, ...operation(summary, ACCEPTED) };
  server.post('/api/v1/imports/:id/discard', { schema }, async (request, reply) =>
    answer(intake, { request, reply }, await discard(intake, { id: request.params.id, ...request.body })),
  );
}

async function answer(
  intake: Intake,
  { request, reply }: { request: FastifyRequest<{ Params: { id: number } }>; reply: FastifyReply },
  outcome: ChangeOutcome | MapOutcome,
) {
  switch (outcome.kind) {
    case 'changed':
      reply.code(202);
      return await present(intake, request, reply, request.params.id);
    case 'not-found':
      return refuse(request, reply, { kind: 'not-found' });
    case 'stale':
      return refuse(request, reply, {
        kind: 'conflict',
        issues: [{ pointer: '/revision', code: 'stale', message: TEXTS.stale }],
      });
    case 'invalid': {
      const issues = outcome.problems.map(({ code, problem, advice }) => ({
        ...{ pointer: '/mapping', code },
        message: { vi: `${problem.vi} ${advice.vi}`, en: `${problem.en} ${advice.en}` },
      }));
      return refuse(request, reply, { kind: 'invalid', issues });
    }
  }
}
