import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  type HttpServer,
  jsonAnswer,
  languageOf,
  meaning,
  operation,
  refuse,
  versionExpected,
} from '#platform/http/index.ts';
import {
  contextOf,
  etagOf,
  httpRefusal,
  KEY_HEADER,
  keyOf,
  MATCH_HEADERS,
  type RegistryParts,
  recordHref,
  sourceOf,
} from '../http.ts';
import { PID } from '../shapes.ts';
import { createRecord, type RecordOutcome, updateRecord } from './commands.ts';
import { presentRecord } from './presenter.ts';
import { readRecord } from './record-queries.ts';
import { RECORD_BODY } from './routes.ts';

export const REASON = Type.Optional(
  Type.String(meaning('lý do, ghi vào lịch sử', 'why; kept in the history', { maxLength: 2_000 })),
);

export const RECORD_PARAMETERS = Type.Object({ pid: PID });

export const WRITTEN = jsonAnswer(
  'What was done, and the version that is now current',
  Type.Object({
    pid: PID,
    version: Type.Integer(),
    change: Type.String({ examples: ['created', 'updated', 'unchanged', 'moved', 'confirmed', 'merged'] }),
    repeated: Type.Boolean({
      description: 'The Idempotency-Key was used before; this is the answer of that time',
    }),
  }),
);

/** The body stays open here: the record standard checks it, with better messages than a schema can give. */
const CREATION = Type.Object(
  {
    ...RECORD_BODY.properties,
    reason: REASON,
    aliases: Type.Optional(
      Type.Array(
        Type.Object({ scheme: Type.String(), value: Type.String() }, { additionalProperties: false }),
        { maxItems: 100 },
      ),
    ),
  },
  { additionalProperties: false },
);

const EDIT = Type.Object({ ...RECORD_BODY.properties, reason: REASON }, { additionalProperties: false });

/** Creating records and writing new versions of them. */
export function registerRecordWriting(server: HttpServer, parts: RegistryParts): void {
  creation(server, parts);
  edit(server, parts);
}

function creation(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'createRecord',
    tag: 'records',
    summary: { vi: 'Tạo hồ sơ (bản nháp)', en: 'Create a record (a draft)' },
  };
  const schema = { headers: KEY_HEADER, body: CREATION, ...operation(words, { 200: WRITTEN, 201: WRITTEN }) };
  server.post('/api/v1/records', { schema }, async (request, reply) => {
    const { standard, fields, reason, aliases } = request.body;
    const outcome = await createRecord(contextOf(parts, request), {
      body: { standard, fields },
      ...(reason === undefined ? {} : { reason }),
      ...(aliases === undefined ? {} : { aliases }),
      ...keyOf(request),
    });
    return answerWritten(request, reply, outcome);
  });
}

function edit(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'updateRecord',
    tag: 'records',
    summary: { vi: 'Ghi phiên bản mới của hồ sơ', en: 'Write a new version of a record' },
    detail: {
      vi: 'Cần If-Match với ETag của bản đã đọc. Bản cũ hơn bản hiện hành: 412, kèm bản hiện hành.',
      en: 'Needs If-Match with the ETag of the version that was read. Older than the current one: 412, with the current one.',
    },
  };
  const schema = {
    headers: MATCH_HEADERS,
    params: RECORD_PARAMETERS,
    body: EDIT,
    ...operation(words, { 200: WRITTEN }),
  };
  server.put('/api/v1/records/:pid', { schema }, async (request, reply) => {
    const { pid } = request.params;
    const { standard, fields, reason } = request.body;
    const outcome = await updateRecord(contextOf(parts, request), {
      pid,
      expectedVersion: expectedVersion(request, pid),
      body: { standard, fields },
      ...(reason === undefined ? {} : { reason }),
      ...keyOf(request),
    });
    if (outcome.kind === 'stale') return await refuseStale(parts, request, reply, pid);
    return answerWritten(request, reply, outcome, pid);
  });
}

/** No version has the number 0: a tag that names something else is never right. */
const NO_VERSION = 0;

export function expectedVersion({ headers }: FastifyRequest, pid: string): number | undefined {
  const wanted = versionExpected(headers['if-match'], pid);
  if (wanted.kind === 'missing') return undefined;
  return wanted.kind === 'version' ? wanted.version : NO_VERSION;
}

export function answerWritten(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: RecordOutcome,
  subject?: string,
): FastifyReply {
  if (outcome.kind !== 'created' && outcome.kind !== 'ok')
    return refuse(request, reply, httpRefusal(outcome, subject));
  const { kind, ...written } = outcome;
  const status = kind === 'created' && !outcome.repeated ? 201 : 200;
  return reply
    .code(status)
    .headers({ etag: etagOf(outcome), location: recordHref(outcome.pid), 'cache-control': 'no-store' })
    .send(written);
}

/** Whoever was too late gets the whole current record, to put their change on top of it. */
export async function refuseStale(
  parts: RegistryParts,
  request: FastifyRequest,
  reply: FastifyReply,
  pid: string,
): Promise<FastifyReply> {
  const read = await readRecord(sourceOf(parts), request.reader, { pid, now: parts.now() });
  if (read.kind !== 'found') return refuse(request, reply, { kind: 'not-found' });
  const current = presentRecord(parts, read.record, { view: 'full', lang: languageOf(request), staff: true });
  return refuse(request, reply, { kind: 'stale', current, etag: etagOf(read.record) });
}
