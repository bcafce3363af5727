import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLang, type Lang } from '#platform/i18n/index.ts';
import { WORKBENCH } from './workbench.ts';

const COOKIE = 'ngon-ngu';
const ONE_YEAR_SECONDS = 31_536_000;

/** Vietnamese unless `?lang=en` says otherwise, now or earlier; the choice stays until the next one. */
export function workbenchLanguage(request: FastifyRequest, reply: FastifyReply): Lang {
  const { lang } = request.query as { lang?: string };
  if (isLang(lang)) {
    const cookie = `${COOKIE}=${lang}; Path=${WORKBENCH}; Max-Age=${ONE_YEAR_SECONDS}; HttpOnly; SameSite=Lax`;
    reply.header('set-cookie', cookie);
    return lang;
  }
  const kept = new RegExp(`(?:^|;\\s*)${COOKIE}=(vi|en)(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
  return isLang(kept) ? kept : 'vi';
}
