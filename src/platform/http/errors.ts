import type { ErrorObject } from 'ajv/dist/2020.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLang, type Lang, negotiateLanguage } from '#platform/i18n/index.ts';
import { BODY_LIMIT_BYTES, type HttpServer } from './instance.ts';
import { answerRefusal, type ProblemAnswer } from './problem.ts';
import type { Issue, Refusal } from './refusal.ts';
import { schemaIssues } from './validation.ts';

/** What a page shows instead of a problem document; set by the portal, absent in tests of the bare edge. */
export type ErrorPage = (answer: ProblemAnswer, lang: Lang, reference: string) => string;

interface HttpError {
  issues?: Issue[];
  statusCode?: number;
  code?: string;
  validation?: ErrorObject[];
  validationContext?: string;
  retryAfterSeconds?: number;
}

/** Turns everything that goes wrong into one form: problem document for programs, designed page for people. */
export function handleErrors(server: HttpServer): void {
  server.setNotFoundHandler((request, reply) => refuse(request, reply, { kind: 'not-found' }));
  server.setErrorHandler((error: HttpError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.kind === 'failed' || refusal.kind === 'busy')
      request.log.error({ event: 'request.failed', err: error, url: request.url });
    return refuse(request, reply, refusal);
  });
}

/** The reader's language: the one in the address of a page, else Accept-Language. */
export function languageOf(request: FastifyRequest): Lang {
  const segment = request.url.split(/[/?]/, 2)[1];
  return isLang(segment) ? segment : negotiateLanguage(request.headers['accept-language']);
}

/** Answers a refused outcome. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const lang = languageOf(request);
  const answer = answerRefusal(refusal, lang);
  reply.code(answer.status).headers({
    ...answer.headers,
    'content-language': lang,
    'cache-control': 'no-store',
    vary: 'Accept, Accept-Language',
  });
  const page = reply.server.hasDecorator('errorPage') ? reply.server.errorPage : undefined;
  if (page && wantsPage(request))
    return reply.type('text/html; charset=utf-8').send(page(answer, lang, request.id));
  return reply
    .type('application/problem+json; charset=utf-8')
    .send({ ...answer.problem, reference: request.id });
}

function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}

function refusalOf(error: HttpError): Refusal {
  if (error.issues) return { kind: 'invalid', issues: error.issues };
  if (error.validation)
    return { kind: 'invalid', issues: schemaIssues(error.validation, error.validationContext ?? 'body') };
  switch (error.statusCode) {
    case 400:
      return {
        kind: 'invalid',
        issues: [{ pointer: '', code: error.code ?? 'bad-request', message: UNREADABLE }],
      };
    case 404:
      return { kind: 'not-found' };
    case 413:
      return { kind: 'too-large', limitBytes: BODY_LIMIT_BYTES };
    case 415:
      return { kind: 'unsupported-media', accepted: ['application/json'] };
    case 429:
      return { kind: 'too-many', retryAfterSeconds: error.retryAfterSeconds ?? 60 };
    case 503:
      return error.code === 'FST_ERR_HANDLER_TIMEOUT'
        ? { kind: 'too-slow', retryAfterSeconds: 30 }
        : { kind: 'busy', retryAfterSeconds: 5 };
    default:
      return refusalOfDatabase(error.code ?? '');
  }
}

/** What the database says when it is short of something for a while (SQLSTATE), or cannot be reached. */
function refusalOfDatabase(code: string): Refusal {
  // query_canceled: a time limit of the database.
  if (code === '57014') return { kind: 'too-slow', retryAfterSeconds: 30 };
  const passing = /^(53...|57P0[123]|08...|40001|40P01|55P03|ECONNREFUSED|ECONNRESET|ENOENT)$/.test(code);
  return passing ? { kind: 'busy', retryAfterSeconds: 5 } : { kind: 'failed' };
}

const UNREADABLE = {
  vi: 'Không đọc được nội dung gửi lên: phải là JSON đúng cú pháp, mã UTF-8.',
  en: 'The content could not be read: it must be well-formed JSON in UTF-8.',
};

declare module 'fastify' {
  interface FastifyInstance {
    errorPage: ErrorPage;
  }
}
