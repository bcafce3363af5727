import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeSitemap, writeSitemapIndex } from './index.ts';

/** Names of all elements in order; throws where the text is not well-formed. */
function elements(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    names.push(name);
  });
  parser.write(xml).close();
  return names;
}

const page = (pid: string) => ({
  addresses: { vi: `https://x.vn/vi/hien-vat/${pid}?a=1&b=2`, en: `https://x.vn/en/artefacts/${pid}` },
  changedAt: '2026-11-25T01:00:00+07:00',
});

describe('a sitemap', () => {
  it('has an address for each language, and each names both', () => {
    const xml = writeSitemap([page('a')]);
    expect(elements(xml)).toEqual([
      'urlset',
      ...['url', 'loc', 'lastmod', 'xhtml:link', 'xhtml:link'],
      ...['url', 'loc', 'lastmod', 'xhtml:link', 'xhtml:link'],
    ]);
    expect(xml).toContain('<loc>https://x.vn/vi/hien-vat/a?a=1&amp;b=2</loc>');
    expect(xml).toContain('hreflang="en" href="https://x.vn/en/artefacts/a"');
    expect(xml).toContain('<lastmod>2026-11-24T18:00:00.000Z</lastmod>');
  });

  it('may be empty, and is never longer than the protocol allows', () => {
    expect(elements(writeSitemap([]))).toEqual(['urlset']);
    const pages = Array.from({ length: 25_000 }, (_, n) => page(String(n)));
    expect(writeSitemap(pages).length).toBeLessThan(50 * 1024 * 1024);
    expect(() => writeSitemap([...pages, page('more')])).toThrow(RangeError);
  });
});

describe('an index of sitemaps', () => {
  it('names each with the time of its last change', () => {
    const xml = writeSitemapIndex([
      { address: 'https://x.vn/sitemaps/pages.xml' },
      { address: 'https://x.vn/sitemaps/records-0.xml', changedAt: '2026-01-02T00:00:00Z' },
    ]);
    expect(elements(xml)).toEqual(['sitemapindex', 'sitemap', 'loc', 'sitemap', 'loc', 'lastmod']);
  });
});
