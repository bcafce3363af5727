import type { FastifyReply, FastifyRequest } from 'fastify';
import { formToken, sessionIn } from '#modules/access/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { type DisplayPreferences, preferencesFromCookie } from '#web/layout/index.ts';
import { workbenchLanguage } from './language.ts';
import type { Workbench } from './workbench.ts';

/** One request to the workbench, by somebody who is signed in or about to be. */
export interface Visit {
  workbench: Workbench;
  request: FastifyRequest;
  reply: FastifyReply;
  lang: Lang;
  actorId: number | null;
  /** Goes into every form; empty before sign-in. */
  formToken: string;
  preferences: DisplayPreferences;
}

export function visitOf(workbench: Workbench, request: FastifyRequest, reply: FastifyReply): Visit {
  const session = sessionIn(request);
  const { actorId } = request.reader;
  return {
    ...{ workbench, request, reply, actorId },
    lang: workbenchLanguage(request, reply),
    formToken: actorId === null || session === undefined ? '' : formToken(session),
    preferences: preferencesFromCookie(request.headers.cookie),
  };
}

/** The person who imports; pages behind the guard have one. */
export function actorOf({ actorId }: Visit): number {
  if (actorId === null) throw new Error('A page of the workbench was reached without signing in');
  return actorId;
}

export function pathOf({ request }: Visit): Record<string, string | undefined> {
  return request.params as Record<string, string | undefined>;
}

export function queryOf({ request }: Visit): Record<string, string | undefined> {
  const query = request.query as Record<string, string | string[] | undefined>;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

/** The fields of a form that was sent. */
export function formOf({ request }: Visit): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
}

export const NOT_KEPT = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' };

export function goTo({ reply }: Visit, address: string): FastifyReply {
  return reply.headers(NOT_KEPT).redirect(address, 303);
}
