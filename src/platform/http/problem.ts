import type { Lang } from '#platform/i18n/index.ts';
import { type ProblemText, problemTexts } from './messages.ts';
import type { Issue, Refusal } from './refusal.ts';

/** RFC 9457 problem document; `issues` carry the pointer and the reason in the reader's language. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  issues: { pointer: string; code: string; message: string }[];
  [extension: string]: unknown;
}

export interface ProblemAnswer {
  status: number;
  headers: Record<string, string>;
  problem: Problem;
}

interface Shape {
  status: number;
  issues?: Issue[] | undefined;
  headers?: Record<string, string>;
  extra?: Record<string, unknown>;
  detail?: string | undefined;
}

/** The one mapping from a refused outcome to HTTP. */
export function answerRefusal(refusal: Refusal, lang: Lang): ProblemAnswer {
  const shape = shapeOf(refusal, lang);
  const text: ProblemText = problemTexts[lang][refusal.kind];
  const issues = (shape.issues ?? []).map(({ pointer, code, message }) => ({
    pointer,
    code,
    message: message[lang],
  }));
  const problem: Problem = {
    type: `urn:disan:problem:${refusal.kind}`,
    title: text.title,
    status: shape.status,
    detail: shape.detail ?? text.detail,
    issues,
    ...shape.extra,
  };
  return { status: shape.status, headers: shape.headers ?? {}, problem };
}

function shapeOf(refusal: Refusal, lang: Lang): Shape {
  switch (refusal.kind) {
    case 'invalid':
      return { status: 400, issues: refusal.issues };
    case 'incomplete':
      return { status: 422, issues: refusal.issues };
    case 'unauthenticated':
      return { status: 401, headers: { 'www-authenticate': 'Bearer realm="disan"' } };
    case 'moved':
      return { status: 301, headers: { location: refusal.location }, extra: { location: refusal.location } };
    case 'forbidden':
      return { status: 403, detail: refusal.reason?.[lang] };
    case 'not-found':
      return { status: 404, issues: refusal.issues };
    case 'gone':
      return { status: 410, extra: { since: refusal.since, reason: refusal.reason } };
    case 'stale':
      return { status: 412, headers: { etag: refusal.etag }, extra: { current: refusal.current } };
    case 'precondition-missing':
      return { status: 428 };
    case 'conflict':
      return { status: 409, issues: refusal.issues };
    case 'too-large':
      return { status: 413, extra: { limitBytes: refusal.limitBytes } };
    case 'unsupported-media':
      return { status: 415, headers: { accept: refusal.accepted.join(', ') } };
    case 'too-many':
      return { status: 429, headers: retryAfter(refusal.retryAfterSeconds) };
    case 'busy':
    case 'too-slow':
      return { status: 503, headers: retryAfter(refusal.retryAfterSeconds) };
    case 'failed':
      return { status: 500 };
  }
}

function retryAfter(seconds: number): Record<string, string> {
  return { 'retry-after': String(Math.max(1, Math.ceil(seconds))) };
}
