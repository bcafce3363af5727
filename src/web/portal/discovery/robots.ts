/**
 * What crawlers are asked to leave alone (RFC 9309): deep pages of a search and combinations of filters, which show
 * nothing that the sitemaps do not name, and the places where people work.
 */
export function robotsText(origin: string): string {
  const closed = [
    '/api/',
    '/quan-tri',
    '/*?*after=',
    '/*?*before=',
    // Three filters or more: pages that say noindex themselves.
    '/*/tim-kiem?*&*&*&',
    '/*/search?*&*&*&',
  ];
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), 'Crawl-delay: 2', ''];
  return [...lines, `Sitemap: ${origin}/sitemap.xml`, ''].join('\n');
}
