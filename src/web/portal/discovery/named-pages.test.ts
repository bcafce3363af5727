import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#platform/i18n/index.ts';
import { festivalPages } from './named-pages.ts';
import { openSearchDescription } from './opensearch.ts';
import { robotsText } from './robots.ts';
import { pageSitemapOf } from './sitemaps.ts';

describe('the months that are named', () => {
  it('are a year back and a year ahead, over the ends of years', () => {
    const pages = festivalPages('2027-01-31');
    expect(pages).toHaveLength(25);
    expect(pages[0]).toEqual({ vi: '/vi/le-hoi/2026/01', en: '/en/festivals/2026/01' });
    expect(pages[12]?.vi).toBe('/vi/le-hoi/2027/01');
    expect(pages.at(-1)?.en).toBe('/en/festivals/2028/01');
  });

  it('follow one another without gap on any day', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const months = festivalPages(day.toISOString().slice(0, 10)).map(({ vi }) => {
          const [year, month] = vi.split('/').slice(-2).map(Number);
          return (year ?? 0) * 12 + (month ?? 0);
        });
        expect(months).toEqual(months.map((_, at) => (months[0] ?? 0) + at));
      }),
    );
  });
});

it('knows the sitemaps of pages by name and no others', () => {
  expect(['pages', 'places', 'topics'].map(pageSitemapOf)).toEqual(['pages', 'places', 'topics']);
  expect(['Pages', 'records-0', '', '__proto__'].map(pageSitemapOf)).toEqual(Array(4).fill(undefined));
});

describe('robots.txt', () => {
  /** As crawlers read it (RFC 9309): `*` is anything. */
  const isClosed = (path: string) =>
    [...robotsText('https://x.vn').matchAll(/^Disallow: (.*)$/gm)].some(([, rule = '']) =>
      new RegExp(
        `^${rule
          .split('*')
          .map((part) => part.replace(/[?.+]/g, '\\$&'))
          .join('.*')}`,
      ).test(path),
    );

  it.each([
    '/vi',
    '/vi/tim-kiem?q=a&kind=b',
    '/en/search?place=01',
    '/vi/di-tich/ab12/chua',
    '/dcat',
    '/sitemap.xml',
  ])('leaves %s open', (path) => expect(isClosed(path)).toBe(false));
  it.each(['/api/v1/search', '/quan-tri/x', '/vi/tim-kiem?after=x', '/en/search?q=a&kind=b&place=1&list=c'])(
    'closes %s',
    (path) => expect(isClosed(path)).toBe(true),
  );
});

describe('the OpenSearch description', () => {
  it.each(LANGUAGES)('is well formed for any origin (%s)', (lang) => {
    const text = openSearchDescription('https://x.vn/?a&b<', lang);
    expect(text).toContain(`<Language>${lang}</Language>`);
    expect(text).toContain('https://x.vn/?a&amp;b&lt;/api/v1/search?q={searchTerms}');
    expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#)/);
  });
});
