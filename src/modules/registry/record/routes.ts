import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { ABSENCES, KINDS } from '#modules/standards/index.ts';
import {
  type HttpServer,
  isHeld,
  jsonAnswer,
  languageOf,
  meaning,
  operation,
  query,
  refuse,
} from '#platform/http/index.ts';
import { type RegistryParts, recordHref, sourceOf } from '../http.ts';
import { resolve } from '../identifier/resolve-queries.ts';
import { orNull, PID, RECORD_DESIGNATION, RELATION, STATEMENT, TITLE } from '../shapes.ts';
import { representation, type View } from './presenter.ts';
import { type ReadOutcome, readRecord } from './record-queries.ts';

const VIEW = Type.Enum(
  ['compact', 'full'] as const,
  meaning(
    'compact: mỗi trường một giá trị; full: mọi phát biểu với nguồn và độ chắc chắn',
    'compact: one value per field; full: all statements with source and certainty',
    { default: 'compact' },
  ),
);

const RECORD = Type.Object(
  {
    ark: Type.String(),
    pid: PID,
    kind: Type.Enum(KINDS),
    state: Type.Enum(['draft', 'submitted', 'verified', 'published'] as const),
    verification: Type.Enum(['unconfirmed', 'confirmed'] as const),
    version: Type.Integer({ description: 'The version shown' }),
    currentVersion: Type.Integer(),
    standard: Type.String(),
    title: TITLE,
    names: Type.Array(
      Type.Object({ text: Type.String(), type: Type.String() }, { additionalProperties: true }),
    ),
    fields: Type.Record(Type.String(), Type.Unknown(), {
      description: 'By field id of the standard: one value or null (compact), or a list of statements (full)',
    }),
    absences: Type.Optional(
      Type.Record(Type.String(), Type.Enum(ABSENCES), { description: 'Compact view: why a field is null' }),
    ),
    designations: Type.Array(RECORD_DESIGNATION),
    relations: Type.Array(RELATION),
    moreRelations: Type.Boolean({ description: 'There are more; read them page by page' }),
    aliases: Type.Array(Type.Object({ scheme: Type.String(), value: Type.String() })),
    assets: Type.Array(Type.Unknown()),
    rights: Type.Object({ statement: orNull(Type.String()), licence: orNull(Type.String()) }),
    completeness: orNull(
      Type.Object({ score: Type.Integer({ minimum: 0, maximum: 100 }) }, { additionalProperties: true }),
    ),
    createdAt: Type.String({ format: 'date-time' }),
    provenance: Type.Object(
      {
        at: Type.String({ format: 'date-time' }),
        actor: Type.String(),
        reason: Type.String(),
        changesetId: Type.Integer(),
      },
      { description: 'Who wrote the version shown, when and why' },
    ),
  },
  { examples: [] },
);

const RECORD_ANSWER = jsonAnswer('The record; `fields` as `view` says', RECORD);

const FULL_STATEMENTS = Type.Record(Type.String(), Type.Array(STATEMENT));
export const RECORD_BODY = Type.Object({
  standard: Type.String({ examples: ['monument@1.0'] }),
  fields: FULL_STATEMENTS,
});

/** Reading one record. */
export function registerRecordReading(server: HttpServer, parts: RegistryParts): void {
  const words = {
    id: 'readRecord',
    tag: 'records',
    summary: { vi: 'Đọc một hồ sơ', en: 'Read a record' },
    detail: {
      vi: 'Bản hiện hành, một bản cũ theo số hiệu, hoặc bản có hiệu lực vào một ngày. Hồ sơ đã gộp trả 301, đã rút trả 410.',
      en: 'The current version, an earlier one by number, or the one of a day. A merged record answers 301, a withdrawn one 410.',
    },
  };
  const schema = {
    params: Type.Object({ pid: Type.String({ minLength: 1, maxLength: 300 }) }),
    querystring: query({
      view: VIEW,
      version: Type.Optional(
        Type.Integer(
          meaning('số hiệu phiên bản', 'number of the version', { minimum: 1, maximum: 2_147_483_647 }),
        ),
      ),
      at: Type.Optional(
        Type.String(
          meaning(
            'ngày (NĂM-THÁNG-NGÀY) hoặc thời điểm RFC 3339',
            'day (YEAR-MONTH-DAY) or RFC 3339 instant',
            { maxLength: 40 },
          ),
        ),
      ),
    }),
    ...operation(words, { 200: RECORD_ANSWER }),
  };
  server.get('/api/v1/records/:pid', { schema }, async (request, reply) => {
    const { pid } = request.params;
    const { view, version, at } = request.query;
    if (version !== undefined && at !== undefined)
      return refuse(request, reply, { kind: 'invalid', issues: [VERSION_AND_DAY] });
    const outcome = await readRecord(sourceOf(parts), request.reader, { pid, version, at, now: parts.now() });
    return await answerRead(parts, { request, reply, outcome, view, pid });
  });
}

const VERSION_AND_DAY = {
  pointer: '/query/at',
  code: 'version-and-day',
  message: {
    vi: 'Chỉ dùng một trong hai tham số version và at.',
    en: 'Give either version or at, not both.',
  },
};

interface Read {
  request: FastifyRequest;
  reply: FastifyReply;
  outcome: ReadOutcome;
  view: View;
  pid: string;
}

async function answerRead(parts: RegistryParts, read: Read): Promise<FastifyReply> {
  const { request, reply, outcome, view, pid } = read;
  switch (outcome.kind) {
    case 'found':
      return sendRecord(request, reply, representation(parts, request, { record: outcome.record, view }));
    case 'merged':
      return refuse(request, reply, { kind: 'moved', location: recordHref(outcome.pid) });
    case 'withdrawn': {
      const { since, reason } = outcome.tombstone;
      return refuse(request, reply, { kind: 'gone', since, reason });
    }
    case 'invalid':
      return refuse(request, reply, {
        kind: 'invalid',
        issues: outcome.issues.map((issue) => ({ ...issue, pointer: `/query${issue.pointer}` })),
      });
    case 'not-found':
      return await refuseUnknown(parts, request, reply, pid);
  }
}

function sendRecord(
  request: FastifyRequest,
  reply: FastifyReply,
  { content, etag }: { content: string; etag: string },
): FastifyReply {
  reply.headers({
    etag,
    vary: 'Accept-Language, Authorization',
    'content-language': languageOf(request),
    'cache-control': request.reader.staff ? 'private, no-cache' : 'public, no-cache',
  });
  if (isHeld(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(content);
}

/** Another name of a record leads to it; a mistyped name is told so. */
async function refuseUnknown(
  { db, naan }: RegistryParts,
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<FastifyReply> {
  const resolution = await resolve(db, request.reader, { text, naan });
  if ((resolution.kind === 'found' || resolution.kind === 'merged') && resolution.pid !== text)
    return refuse(request, reply, { kind: 'moved', location: recordHref(resolution.pid) });
  if (resolution.kind !== 'bad-check-character') return refuse(request, reply, { kind: 'not-found' });
  return refuse(request, reply, { kind: 'not-found', issues: [mistyped(text, resolution.suggestion)] });
}

function mistyped(given: string, suggestion: string | undefined) {
  const [vi, en] =
    suggestion === undefined
      ? ['', '']
      : [` Có thể là “${suggestion}”.`, ` Perhaps “${suggestion}” is meant.`];
  return {
    pointer: '/params/pid',
    code: 'bad-check-character',
    message: {
      vi: `“${given}” không phải mã định danh hợp lệ: ký tự kiểm tra không khớp.${vi}`,
      en: `“${given}” is no valid identifier: its check character does not match.${en}`,
    },
  };
}
