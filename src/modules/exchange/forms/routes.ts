import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { slugify } from '#formats/vietnamese/index.ts';
import { ANONYMOUS, type Reader } from '#modules/access/index.ts';
import type { OfficialForm } from '#modules/standards/index.ts';
import {
  createLane,
  fileAnswer,
  type HttpServer,
  type Lane,
  languageOf,
  meaning,
  operation,
  query,
  refuse,
} from '#platform/http/index.ts';
import { LANGUAGES, type Lang } from '#platform/i18n/index.ts';
import {
  type FilledForm,
  FORM_FORMATS,
  type FormFormat,
  type FormOutcome,
  type FormParts,
  fillForm,
} from './fill.ts';
import { refusalText } from './refusal-texts.ts';

export interface FormRouteParts extends FormParts {
  now(): Date;
}

/** Addresses of forms in both languages: `/vi/bieu-mau/{form}/{pid}.docx`. */
const ADDRESSES: Record<Lang, string> = { vi: '/vi/bieu-mau', en: '/en/forms' };

const MEDIA_TYPES: Record<FormFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

export function formAddress(
  lang: Lang,
  { form, pid, format }: { form: string; pid: string; format: FormFormat },
) {
  return `${ADDRESSES[lang]}/${form}/${pid}.${format}`;
}

/** Setting a form takes a hundred times the work of a page: together they get half of the time. */
const LANE = { share: 0.5, places: 40, placesOfOne: 5 };

interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  lang: Lang;
  reader: Reader;
  form: string;
  pid: string;
  format: FormFormat;
}

export function registerFormRoutes(server: HttpServer, parts: FormRouteParts): void {
  const lane = createLane(LANE);
  for (const lang of LANGUAGES) {
    server.get(`${ADDRESSES[lang]}/:form/:file`, async (request, reply) => {
      const { form = '', file = '' } = request.params as { form?: string; file?: string };
      const [, pid, format] = /^([^.]+)\.(docx|pdf)$/.exec(file) ?? [];
      if (pid === undefined) return refuse(request, reply, { kind: 'not-found' });
      // A public address: what staff may see besides is on the forms of the API.
      return await answer(parts, lane, {
        ...{ request, reply, lang, form, pid, reader: ANONYMOUS },
        format: format === 'pdf' ? 'pdf' : 'docx',
      });
    });
  }
  registerApi(server, parts, lane);
}

function registerApi(server: HttpServer, parts: FormRouteParts, lane: Lane): void {
  const words = {
    id: 'downloadForm',
    tag: 'records',
    summary: {
      vi: 'Tải biểu mẫu đã điền của một hồ sơ',
      en: 'Download an official form filled with a record',
    },
    detail: {
      vi: 'Biểu mẫu theo chuẩn của loại hồ sơ, điền bằng những gì người đọc được xem; dòng trống giữ lại để điền tay.',
      en: 'A form of the standard of its kind, filled with what the reader may see; empty lines are kept for filling in by hand.',
    },
  };
  const schema = {
    params: Type.Object({
      pid: Type.String({ minLength: 1, maxLength: 60 }),
      form: Type.String(
        meaning('mã biểu mẫu, ví dụ ly-lich-di-tich', 'id of the form, for instance ly-lich-di-tich', {
          maxLength: 60,
        }),
      ),
    }),
    querystring: query({
      format: Type.Enum(FORM_FORMATS, meaning('định dạng tệp', 'format of the file', { default: 'docx' })),
      lang: Type.Optional(
        Type.Enum(
          LANGUAGES,
          meaning('ngôn ngữ; mặc định theo Accept-Language', 'language; Accept-Language unless given'),
        ),
      ),
    }),
    ...operation(words, { 200: fileAnswer('The filled form', ...Object.values(MEDIA_TYPES)) }),
  };
  server.get('/api/v1/records/:pid/forms/:form', { schema }, async (request, reply) => {
    const { lang = languageOf(request), format } = request.query;
    reply.header('vary', 'Accept-Language, Authorization');
    return await answer(parts, lane, {
      ...{ request, reply, lang, format, reader: request.reader },
      ...request.params,
    });
  });
}

async function answer(parts: FormRouteParts, lane: Lane, asked: Asked): Promise<FastifyReply> {
  const { request, reply, lang, reader, pid, format } = asked;
  const form = parts.catalogue.form(asked.form);
  if (!form) return refuse(request, reply, { kind: 'not-found', issues: [unknownForm(asked.form)] });
  const work = () => fillForm(parts, { form, lang, reader, pid, format, now: parts.now() });
  const outcome = await lane.run(request.ip, work);
  if (outcome.kind !== 'done') return refuse(request, reply, { kind: outcome.kind, retryAfterSeconds: 10 });
  if (outcome.value.kind !== 'form') return turnAway(asked, form, outcome.value);
  return send(asked, outcome.value);
}

function unknownForm(id: string) {
  const message = { vi: `Không có biểu mẫu “${id}”.`, en: `There is no form “${id}”.` };
  return { pointer: '/params/form', code: 'unknown-form', message };
}

function send({ reply, reader, lang, format }: Asked, { filename, bytes }: FilledForm): FastifyReply {
  return reply
    .type(MEDIA_TYPES[format])
    .headers({
      'content-language': lang,
      'content-disposition': attachment(filename, format),
      'cache-control': reader.actorId === null ? 'public, max-age=60' : 'private, no-store',
      'x-robots-tag': 'noindex',
    })
    .send(Buffer.from(bytes));
}

/** RFC 6266 with RFC 8187: a name in ASCII for old readers, and the real one. */
function attachment(filename: string, format: FormFormat): string {
  const encoded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  const ascii = slugify(filename.slice(0, -format.length)).slice(0, 80);
  return `attachment; filename="${ascii}.${format}"; filename*=UTF-8''${encoded}`;
}

function turnAway(
  { request, reply, lang, pid, format }: Asked,
  form: OfficialForm,
  outcome: Exclude<FormOutcome, { kind: 'form' }>,
): FastifyReply {
  const message = refusalText(outcome);
  const issues = [{ pointer: '/params/pid', code: outcome.kind, message }];
  switch (outcome.kind) {
    case 'merged':
      return request.url.startsWith('/api/')
        ? refuse(request, reply, { kind: 'moved', location: request.url.replace(pid, outcome.pid) })
        : reply.redirect(formAddress(lang, { form: form.id, pid: outcome.pid, format }), 301);
    case 'withdrawn': {
      const { since, reason } = outcome.tombstone;
      return refuse(request, reply, { kind: 'gone', since, reason });
    }
    case 'not-found':
    case 'wrong-kind':
      return refuse(request, reply, { kind: 'not-found', issues });
    case 'too-many-rows':
      return refuse(request, reply, { kind: 'conflict', issues });
    case 'broken-template':
      request.log.error(
        { file: outcome.file, problem: outcome.problem.en },
        'A template of a form is broken',
      );
      return refuse(request, reply, { kind: 'failed' });
  }
}
