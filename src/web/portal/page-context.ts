import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from '#modules/access/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import {
  breadcrumbStatement,
  type Page,
  type PageFrame,
  preferencesFromCookie,
  renderPage,
} from '#web/layout/index.ts';
import type { Portal } from './portal.ts';

/** What one request to a page knows: who reads, in which language, and the frame around the content. */
export interface PageContext {
  portal: Portal;
  request: FastifyRequest;
  lang: Lang;
  reader: Reader;
  frame: Omit<PageFrame, 'addresses'>;
}

export async function pageContext(portal: Portal, request: FastifyRequest, lang: Lang): Promise<PageContext> {
  const [reader, dataAt] = await Promise.all([portal.reader(request), portal.dataAt()]);
  const { operator, version, assets } = portal;
  const site = { origin: portal.origin(request), operator, version, assets, dataAt };
  const preferences = preferencesFromCookie(request.headers.cookie);
  return { portal, request, lang, reader, frame: { lang, site, preferences } };
}

/** The parts of a page that its own code gives; the frame comes from the context. */
export type PageContent = Omit<Page, keyof PageFrame> & Pick<PageFrame, 'addresses'>;

/**
 * Sends a finished page. Anonymous readers' pages may be kept by caches for a minute, others' by nobody; what the
 * answer says already about being kept stays.
 */
export function sendPage(
  context: PageContext,
  reply: FastifyReply,
  content: PageContent,
  status = 200,
): FastifyReply {
  const keep = context.reader.actorId === null && status === 200;
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({
      'content-language': context.lang,
      'cache-control':
        reply.getHeader('cache-control') ?? (keep ? 'public, max-age=60' : 'private, no-store'),
    })
    .send(renderPage({ structuredData: placeInSite(context, content), ...context.frame, ...content }));
}

/** What every page says to search engines, unless it has more to say (ux.md G8). */
function placeInSite({ frame, lang }: PageContext, { crumbs }: PageContent): object[] {
  return crumbs.length > 0 ? [breadcrumbStatement(frame.site.origin, lang, crumbs)] : [];
}
