import { type SitemapPage, writeSitemap, writeSitemapIndex } from '#formats/sitemap/index.ts';
import { slugify } from '#formats/vietnamese/index.ts';
import { ANONYMOUS } from '#modules/access/index.ts';
import { type ListedRecord, occupiedSpans, recordsInSpan } from '#modules/registry/index.ts';
import { LANGUAGES, type Lang } from '#platform/i18n/index.ts';
import { ADDRESSES, recordAddress } from '#web/layout/index.ts';
import { dayInVietnam } from '../days.ts';
import type { Portal } from '../portal.ts';
import { festivalPages, placePages, topicPages } from './named-pages.ts';

/** Ids in one sitemap; with two addresses each, well below the 50,000 of the protocol. */
const RECORDS_PER_SITEMAP = 10_000;

/** One only sets how pages are shown, the other is the beginning of addresses and no page. */
const NOT_LISTED = new Set<keyof typeof ADDRESSES>(['display', 'versions']);

/** Names all other sitemaps; those of records grow with the registry and never move. */
export async function sitemapIndex({ source: { db } }: Portal, origin: string): Promise<string> {
  const spans = await occupiedSpans(db, ANONYMOUS, RECORDS_PER_SITEMAP);
  return writeSitemapIndex([
    ...PAGE_SITEMAPS.map((name) => ({ address: `${origin}/sitemaps/${name}.xml` })),
    ...spans.map(({ span, updatedAt }) => ({
      address: `${origin}/sitemaps/records-${span}.xml`,
      changedAt: updatedAt,
    })),
  ]);
}

/** Sitemaps of pages that are no records. */
const PAGE_SITEMAPS = ['pages', 'places', 'topics'] as const;
export type PageSitemap = (typeof PAGE_SITEMAPS)[number];

export function pageSitemapOf(name: string): PageSitemap | undefined {
  return PAGE_SITEMAPS.find((known) => known === name);
}

export async function pagesSitemap(
  portal: Portal,
  { origin, name }: { origin: string; name: PageSitemap },
): Promise<string> {
  const pages = {
    pages: () => [...singlePages(), ...festivalPages(dayInVietnam(portal.now()))],
    places: () => placePages(portal),
    topics: () => topicPages(portal),
  };
  const addresses = await pages[name]();
  return writeSitemap(addresses.map((page) => ({ addresses: absolute(origin, page) })));
}

function singlePages(): Record<Lang, string>[] {
  return Object.entries(ADDRESSES).flatMap(([name, addresses]) =>
    NOT_LISTED.has(name as keyof typeof ADDRESSES) ? [] : [addresses],
  );
}

/** The public records of one span of ids; undefined where there is none. */
export async function recordsSitemap(
  { source: { db } }: Portal,
  { origin, span }: { origin: string; span: number },
): Promise<string | undefined> {
  const after = span * RECORDS_PER_SITEMAP;
  const records = await recordsInSpan(db, ANONYMOUS, { after, upTo: after + RECORDS_PER_SITEMAP });
  return records.length === 0 ? undefined : writeSitemap(records.map((record) => pageOf(origin, record)));
}

function pageOf(origin: string, { kind, pid, title, updatedAt }: ListedRecord): SitemapPage {
  const slug = slugify(title.vi);
  const addresses = Object.fromEntries(
    LANGUAGES.map((lang) => [lang, recordAddress(lang, kind, pid, slug)] as const),
  );
  return { addresses: absolute(origin, addresses), changedAt: updatedAt };
}

function absolute(origin: string, addresses: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(addresses).map(([lang, address]) => [lang, origin + address]));
}
