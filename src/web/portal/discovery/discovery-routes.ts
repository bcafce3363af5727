import type { FastifyReply, FastifyRequest } from 'fastify';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { isLang, type Lang } from '#platform/i18n/index.ts';
import type { Portal } from '../portal.ts';
import { changesFeed } from './feed.ts';
import { openSearchDescription } from './opensearch.ts';
import { robotsText } from './robots.ts';
import { pageSitemapOf, pagesSitemap, recordsSitemap, sitemapIndex } from './sitemaps.ts';

/** Seconds that caches may keep what is made for machines; crawlers ask for it every few minutes. */
const KEEP_SECONDS = 600;

/** How machines find what is here: robots.txt, sitemaps, OpenSearch, the feed of changes. */
export function registerDiscoveryRoutes(server: HttpServer, portal: Portal): void {
  const hidden = { schema: { hide: true } };
  server.get('/robots.txt', hidden, (request, reply) =>
    send(reply, 'text/plain', robotsText(portal.origin(request))),
  );
  server.get('/opensearch.xml', hidden, (request, reply) =>
    send(
      reply,
      'application/opensearchdescription+xml',
      openSearchDescription(portal.origin(request), languageAsked(request)),
    ),
  );
  server.get('/sitemap.xml', hidden, async (request, reply) =>
    send(reply, 'application/xml', await sitemapIndex(portal, portal.origin(request))),
  );
  server.get('/sitemaps/:name(^[a-z]{1,20}).xml', hidden, async (request, reply) => {
    const name = pageSitemapOf((request.params as { name?: string }).name ?? '');
    if (name === undefined) return refuse(request, reply, { kind: 'not-found' });
    return send(
      reply,
      'application/xml',
      await pagesSitemap(portal, { origin: portal.origin(request), name }),
    );
  });
  server.get('/sitemaps/records-:span(^\\d{1,6}).xml', hidden, async (request, reply) => {
    const { span = '' } = request.params as { span?: string };
    const xml = await recordsSitemap(portal, { origin: portal.origin(request), span: Number(span) });
    return xml === undefined
      ? refuse(request, reply, { kind: 'not-found' })
      : send(reply, 'application/xml', xml);
  });
  server.get('/feed', hidden, async (request, reply) =>
    send(
      reply,
      'application/atom+xml',
      await changesFeed(portal, { origin: portal.origin(request), lang: languageAsked(request) }),
    ),
  );
}

function languageAsked(request: FastifyRequest): Lang {
  const { lang } = request.query as { lang?: string };
  return isLang(lang) ? lang : 'vi';
}

function send(reply: FastifyReply, type: string, body: string): FastifyReply {
  return reply
    .type(`${type}; charset=utf-8`)
    .header('cache-control', `public, max-age=${KEEP_SECONDS}`)
    .send(body);
}
