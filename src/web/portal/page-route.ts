import type { FastifyReply } from 'fastify';
import type { HttpServer } from '#platform/http/index.ts';
import { LANGUAGES, type Lang } from '#platform/i18n/index.ts';
import { type PageContext, pageContext } from './page-context.ts';
import type { Portal } from './portal.ts';

export type AnswerPage = (context: PageContext, reply: FastifyReply) => Promise<FastifyReply> | FastifyReply;

/** Registers a page under its address in both languages; parameters are named alike in both. */
export function routePage(
  server: HttpServer,
  portal: Portal,
  { addresses, answer }: { addresses: Record<Lang, string>; answer: AnswerPage },
): void {
  for (const lang of LANGUAGES) {
    server.get(addresses[lang], async (request, reply) =>
      answer(await pageContext(portal, request, lang), reply),
    );
  }
}

/** Parameters and query of a page's address; a page reads what it knows and drops the rest (ux.md G1). */
export function pathOf({ request }: PageContext): Record<string, string | undefined> {
  return request.params as Record<string, string | undefined>;
}

export function queryOf({ request }: PageContext): Record<string, string | undefined> {
  const query = request.query as Record<string, string | string[] | undefined>;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

/** The same address with parameters filled in both languages. */
export function both(make: (lang: Lang) => string): Record<Lang, string> {
  return { vi: make('vi'), en: make('en') };
}
