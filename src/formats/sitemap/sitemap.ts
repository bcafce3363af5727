import { escapeXml } from '../xml/index.ts';

/** One page of a sitemap: its address in each language, absolute (sitemaps.org protocol 0.9). */
export interface SitemapPage {
  /** Addresses by language tag; each becomes a `<url>` of its own that names the others (xhtml:link). */
  addresses: Readonly<Record<string, string>>;
  /** ISO 8601 instant. */
  changedAt?: string;
}

/** The protocol allows this many addresses in one file, and 50 MB. */
const ADDRESSES_PER_SITEMAP = 50_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A `<urlset>`; throws where the pages have more addresses than one file may hold. */
export function writeSitemap(pages: readonly SitemapPage[]): string {
  const count = pages.reduce((sum, { addresses }) => sum + Object.keys(addresses).length, 0);
  if (count > ADDRESSES_PER_SITEMAP) throw new RangeError(`${count} addresses are too many for one sitemap`);
  const entries = pages.map(pageEntries).join('');
  return `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries}</urlset>\n`;
}

/** A `<sitemapindex>` over sitemaps at absolute addresses. */
export function writeSitemapIndex(sitemaps: readonly { address: string; changedAt?: string }[]): string {
  const entries = sitemaps.map(
    ({ address, changedAt }) => `<sitemap><loc>${escapeXml(address)}</loc>${lastmod(changedAt)}</sitemap>\n`,
  );
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('')}</sitemapindex>\n`;
}

function pageEntries({ addresses, changedAt }: SitemapPage): string {
  const links = Object.entries(addresses)
    .map(([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${escapeXml(href)}"/>`)
    .join('');
  return Object.values(addresses)
    .map((address) => `<url><loc>${escapeXml(address)}</loc>${lastmod(changedAt)}${links}</url>\n`)
    .join('');
}

function lastmod(changedAt: string | undefined): string {
  return changedAt === undefined ? '' : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
}
